#include "common/config/value.h"

#include <fmt/format.h>

#include <algorithm>

#include "common/config/suggest.h"
#include "common/config/toml.h"

namespace common::config {
namespace {

std::string described(const Value& value) {
  switch (value.kind) {
    case Kind::Null:
      return "null";
    case Kind::Boolean:
      return fmt::format("boolean `{}`", value.boolean);
    case Kind::Integer:
      return fmt::format("integer `{}`", value.integer);
    case Kind::Float:
      return fmt::format("floating point `{}`", toml_text(value.floating));
    case Kind::String:
      return fmt::format("string \"{}\"", value.text);
    case Kind::Date:
      return "a date or time";
    case Kind::Array:
      return "sequence";
    case Kind::Table:
      return "map";
    case Kind::Node:
      return "node";
  }
  return {};
}

// "`a`", "`a` or `b`", "one of `a`, `b`, `c`"
std::string listed(const std::vector<std::string_view>& names) {
  if (names.size() == 1) return fmt::format("`{}`", names[0]);
  if (names.size() == 2) return fmt::format("`{}` or `{}`", names[0], names[1]);
  return fmt::format("one of `{}`", fmt::join(names, "`, `"));
}

std::string_view line_of(std::string_view text, std::uint32_t number) {
  for (; number > 1; --number) {
    const std::size_t end = text.find('\n');
    if (end == std::string_view::npos) return {};
    text.remove_prefix(end + 1);
  }
  text = text.substr(0, text.find('\n'));
  if (text.ends_with('\r')) text.remove_suffix(1);
  return text;
}

std::uint32_t code_points(std::string_view text) {
  return static_cast<std::uint32_t>(
      std::ranges::count_if(text, [](char c) { return (c & 0xC0) != 0x80; }));
}

}  // namespace

Value Value::of(bool value) {
  Value result;
  result.kind = Kind::Boolean;
  result.boolean = value;
  return result;
}

Value Value::of(std::int64_t value) {
  Value result;
  result.kind = Kind::Integer;
  result.integer = value;
  return result;
}

Value Value::of(std::string_view value) {
  Value result;
  result.kind = Kind::String;
  result.text = value;
  return result;
}

Value Value::of(std::vector<Value> elements) {
  Value result;
  result.kind = Kind::Array;
  result.elements = std::move(elements);
  return result;
}

const Value* Value::find(std::string_view name) const {
  const auto found = std::ranges::find(members, name, &Member::name);
  return found == members.end() ? nullptr : &found->value;
}

void Value::set(std::string_view dotted_key, Value value) {
  const std::size_t dot = dotted_key.find('.');
  const std::string_view name = dotted_key.substr(0, dot);
  auto found = std::ranges::find(members, name, &Member::name);
  if (found == members.end()) {
    members.push_back({.name = std::string(name), .name_region = {}, .value = {}});
    found = members.end() - 1;
  }
  if (dot == std::string_view::npos) {
    found->value = std::move(value);
  } else {
    found->value.set(dotted_key.substr(dot + 1), std::move(value));
  }
}

std::unexpected<Problem> wrong_type(const Value& value, std::string_view expected) {
  return problem(value, fmt::format("invalid type: {}, expected {}", described(value), expected));
}

std::unexpected<Problem> wrong_value(const Value& value, std::string_view expected) {
  return problem(value, fmt::format("invalid value: {}, expected {}", described(value), expected));
}

std::unexpected<Problem> unknown_choice(const Value& value,
                                        const std::vector<std::string_view>& choices) {
  return problem(value,
                 fmt::format("unknown variant `{}`, expected {}", value.text, listed(choices)));
}

std::unexpected<Problem> unknown_key(const Member& member,
                                     const std::vector<std::string_view>& known, bool is_long) {
  std::string message = fmt::format("unknown field `{}`", member.name);
  if (const auto meant = closest_name(member.name, known)) {
    message += fmt::format(", did you mean `{}`?", *meant);
  } else if (!known.empty() && !is_long) {
    message += fmt::format(", expected {}", listed(known));
  }
  return std::unexpected(Problem{.message = std::move(message), .region = member.name_region});
}

std::string marked_line(const Problem& problem, std::string_view text) {
  const Position begin = problem.region.begin;
  const Position end = problem.region.end;
  if (begin.line == 0) return {};
  const std::string_view line = line_of(text, begin.line);
  std::uint32_t width = 1;
  if (end.line == begin.line && end.column > begin.column) {
    width = end.column - begin.column;
  } else if (end.line > begin.line) {
    width = std::max(code_points(line) + 1, begin.column + 1) - begin.column;
  }
  const std::string number = std::to_string(begin.line);
  const std::string gutter(number.size(), ' ');
  return fmt::format(
      "{} |\n"
      "{} | {}\n"
      "{} | {}{}\n",
      gutter, number, line, gutter, std::string(std::max(begin.column, 1U) - 1, ' '),
      std::string(width, '^'));
}

std::string located_message(const Problem& problem, std::string_view text,
                            std::string_view language) {
  const Position begin = problem.region.begin;
  if (begin.line == 0) return problem.message;
  return fmt::format("{} parse error at line {}, column {}\n{}{}", language, begin.line,
                     begin.column, marked_line(problem, text), problem.message);
}

}  // namespace common::config
