#include "common/kdl/print.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "common/config/toml.h"
#include "common/kdl/characters.h"
#include "common/text/utf8.h"

namespace common::kdl {
namespace {

using config::Kind;
using config::Member;
using config::Value;

bool is_bare_name(std::string_view name) {
  if (name.empty() || name == "true" || name == "false" || name == "null") return false;
  for (std::size_t at = 0; at < name.size();) {
    if (!is_name_character(next_code_point(name, at))) return false;
  }
  const std::size_t first = is_sign(static_cast<unsigned char>(name[0])) ? 1 : 0;
  const bool is_number = first < name.size() && is_digit(static_cast<unsigned char>(name[first]));
  // "r" and number signs may begin a raw string.
  return !is_number && !name.starts_with("r#");
}

std::string annotation_of(const Value& value) {
  return value.annotation.empty() ? "" : "(" + kdl_name(value.annotation) + ")";
}

std::string scalar_text(const Value& value) {
  switch (value.kind) {
    case Kind::Boolean:
      return value.boolean ? "true" : "false";
    case Kind::Integer:
      return std::to_string(value.integer);
    case Kind::Float:
      return config::toml_text(value.floating);
    case Kind::String:
    case Kind::Date:
      return kdl_string(value.text);
    case Kind::Null:
    case Kind::Array:
    case Kind::Table:
    case Kind::Node:
      break;
  }
  return "null";
}

void print_nodes(const Value& parent, std::size_t depth, std::string& out);

void print_node(const Member& member, std::size_t depth, std::string& out) {
  const Value& node = member.value;
  out.append(depth * 4, ' ');
  out += annotation_of(node) + kdl_name(member.name);
  for (const Value& argument : node.elements) {
    out += ' ' + annotation_of(argument) + scalar_text(argument);
  }
  bool has_block = false;
  for (const Member& property : node.members) {
    if (property.value.kind == Kind::Node) {
      has_block = true;
    } else {
      out += ' ' + kdl_name(property.name) + '=' + annotation_of(property.value) +
             scalar_text(property.value);
    }
  }
  if (has_block) {
    out += " {\n";
    print_nodes(node, depth + 1, out);
    out.append(depth * 4, ' ');
    out += '}';
  }
  out += '\n';
}

void print_nodes(const Value& parent, std::size_t depth, std::string& out) {
  for (const Member& member : parent.members) {
    if (member.value.kind == Kind::Node) print_node(member, depth, out);
  }
}

}  // namespace

std::string kdl_text(const Value& document) {
  std::string out;
  print_nodes(document, 0, out);
  return out;
}

std::string kdl_string(std::string_view text) {
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      quoted += '\\';
      quoted += c;
    } else if (c == '\n') {
      quoted += "\\n";
    } else if (c == '\r') {
      quoted += "\\r";
    } else if (c == '\t') {
      quoted += "\\t";
    } else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) {
      quoted += fmt::format("\\u{{{:x}}}", static_cast<unsigned>(c));
    } else {
      quoted += c;
    }
  }
  return quoted + '"';
}

std::string kdl_name(std::string_view name) {
  return is_bare_name(name) ? std::string(name) : kdl_string(name);
}

Member make_node(std::string_view name) {
  Member member{.name = std::string(name), .name_region = {}, .value = {}};
  member.value.kind = Kind::Node;
  return member;
}

void add_property(Value& node, std::string_view name, Value value) {
  node.members.push_back({.name = std::string(name), .name_region = {}, .value = std::move(value)});
}

}  // namespace common::kdl
