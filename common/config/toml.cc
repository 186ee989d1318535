#include "common/config/toml.h"

#include <fmt/format.h>

#include <algorithm>

// toml++ 3.3 asserts, or with NDEBUG assumes, what bad input breaks ("[*]"), right
// before it looks at the same again and reports it.
#undef NDEBUG
#define TOML_ASSERT(condition) static_cast<void>(0)
#define TOML_EXCEPTIONS 0
#define TOML_ENABLE_FORMATTERS 0
#include <toml++/toml.h>

namespace common::config {
namespace {

// toml++ bounds the depth of nested values but not of dotted keys, and works on
// trees by recursion.
constexpr std::size_t kDeepestKey = 1000;

Region region_of(const toml::source_region& source) {
  return {.begin = {.line = source.begin.line, .column = source.begin.column},
          .end = {.line = source.end.line, .column = source.end.column}};
}

bool is_bare(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '_';
}

// Does a run of names and dots, whatever it means, have more parts than any key?
std::optional<Position> find_deep_key(std::string_view text) {
  std::size_t dots = 0;
  Position position{.line = 1, .column = 1};
  char previous = 0;
  for (const char c : text) {
    if (c == '.' && previous != '.') {
      if (++dots > kDeepestKey) return position;
    } else if (!is_bare(c) && c != '"' && c != '\'' && c != ' ' && c != '\t') {
      dots = 0;
    }
    if (c != ' ' && c != '\t') previous = c;
    ++position.column;
    if (c == '\n') position = {.line = position.line + 1, .column = 1};
  }
  return std::nullopt;
}

bool is_before(const Member& a, const Member& b) {
  const Position x = a.name_region.begin;
  const Position y = b.name_region.begin;
  return x.line != y.line ? x.line < y.line : x.column < y.column;
}

Value value_of(const toml::node& node);

void add_members(const toml::table& table, Value& value) {
  for (const auto& [key, node] : table) {
    value.members.push_back({.name = std::string(key.str()),
                             .name_region = region_of(key.source()),
                             .value = value_of(node)});
  }
  std::ranges::stable_sort(value.members, is_before);
}

Value value_of(const toml::node& node) {
  Value value;
  value.region = region_of(node.source());
  if (const auto* table = node.as_table()) {
    add_members(*table, value);
  } else if (const auto* array = node.as_array()) {
    value.kind = Kind::Array;
    for (const toml::node& element : *array) value.elements.push_back(value_of(element));
  } else if (const auto* text = node.as_string()) {
    value.kind = Kind::String;
    value.text = text->get();
  } else if (const auto* integer = node.as_integer()) {
    value.kind = Kind::Integer;
    value.integer = integer->get();
  } else if (const auto* floating = node.as_floating_point()) {
    value.kind = Kind::Float;
    value.floating = floating->get();
  } else if (const auto* boolean = node.as_boolean()) {
    value.kind = Kind::Boolean;
    value.boolean = boolean->get();
  } else {
    value.kind = Kind::Date;
  }
  return value;
}

}  // namespace

Read<Value> parse_toml(std::string_view text) {
  if (const auto deep = find_deep_key(text)) {
    return std::unexpected(
        Problem{.message = "the key has too many parts", .region = {.begin = *deep, .end = *deep}});
  }
  const toml::parse_result result = toml::parse(text);
  if (!result) {
    const toml::parse_error& error = result.error();
    return std::unexpected(
        Problem{.message = std::string(error.description()), .region = region_of(error.source())});
  }
  return value_of(result.table());
}

std::string toml_text(std::string_view value) {
  std::string text = "\"";
  for (const char c : value) {
    if (c == '"' || c == '\\') {
      text += '\\';
      text += c;
    } else if (c == '\n') {
      text += "\\n";
    } else if (c == '\t') {
      text += "\\t";
    } else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) {
      text += fmt::format("\\u{:04X}", static_cast<unsigned>(c));
    } else {
      text += c;
    }
  }
  return text += '"';
}

std::string toml_text(double value) {
  std::string text = fmt::format("{}", value);
  if (const std::size_t plus = text.find('+'); plus != std::string::npos) text.erase(plus, 1);
  if (text.find_first_of(".en") == std::string::npos) text += ".0";
  return text;
}

std::string toml_key(std::string_view name) {
  return !name.empty() && std::ranges::all_of(name, is_bare) ? std::string(name) : toml_text(name);
}

std::string toml_text(const Value& value) {
  std::string text;
  switch (value.kind) {
    case Kind::Null:
    case Kind::Node:
      return {};
    case Kind::Boolean:
      return value.boolean ? "true" : "false";
    case Kind::Integer:
      return std::to_string(value.integer);
    case Kind::Float:
      return toml_text(value.floating);
    case Kind::String:
    case Kind::Date:
      return toml_text(std::string_view(value.text));
    case Kind::Array:
      for (const Value& element : value.elements) {
        text += (text.empty() ? "" : ", ") + toml_text(element);
      }
      return "[" + text + "]";
    case Kind::Table:
      for (const Member& member : value.members) {
        text +=
            (text.empty() ? "" : ", ") + toml_key(member.name) + " = " + toml_text(member.value);
      }
      return text.empty() ? "{}" : "{ " + text + " }";
  }
  return text;
}

}  // namespace common::config
