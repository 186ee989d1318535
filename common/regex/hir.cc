// The text of a tree (to_string): one line, for tests and traces.
//
//   empty  lit("a\xFF")  class(a-z_)  bytes(\x80-\xFF)  look(^)
//   rep(0..inf, X)  lazy(1..3, X)  cap(1, X)  cap(2 name, X)  cat(X, Y)  alt(X, Y)
#include "common/regex/hir.h"

#include <cstdio>
#include <string_view>

#include "common/base/check.h"

namespace common::regex {
namespace {

// In the order of Look.  "c" marks CRLF, "a" ASCII.
constexpr std::string_view kLookTexts[] = {
    "\\A",
    "\\z",
    "^",
    "$",
    "c^",
    "c$",
    "a\\b",
    "a\\B",
    "a\\b{start}",
    "a\\b{end}",
    "a\\b{start-half}",
    "a\\b{end-half}",
    "\\b",
    "\\B",
    "\\b{start}",
    "\\b{end}",
    "\\b{start-half}",
    "\\b{end-half}",
};
static_assert(std::size(kLookTexts) == static_cast<std::size_t>(Look::WordEndHalfUnicode) + 1);

std::string hexadecimal(std::uint32_t value) {
  char buffer[16];
  std::snprintf(buffer, sizeof buffer, value < 0x100 ? "\\x%02X" : "\\x{%X}", value);
  return buffer;
}

// Printable ASCII as it is, but for what would be mistaken.
void append_character(std::uint32_t value, std::string_view special, std::string& out) {
  if (value < 0x20 || value > 0x7E) {
    out += hexadecimal(value);
    return;
  }
  const char c = static_cast<char>(value);
  if (c == '\\' || special.find(c) != std::string_view::npos) out += '\\';
  out += c;
}

void append_class(const CharClass& cls, std::string& out) {
  out += cls.is_bytes ? "bytes(" : "class(";
  for (const ClassRange& range : cls.ranges) {
    append_character(range.first, "-()", out);
    if (range.first == range.last) continue;
    out += '-';
    append_character(range.last, "-()", out);
  }
  out += ')';
}

void append_node(const Node& node, std::string& out);

void append_children(std::string_view head, const Node& node, std::string& out) {
  out += head;
  for (const Node& child : node.children) {
    if (&child != &node.children.front()) out += ", ";
    append_node(child, out);
  }
  out += ')';
}

void append_node(const Node& node, std::string& out) {
  switch (node.kind) {
    case NodeKind::Empty:
      out += "empty";
      return;
    case NodeKind::Literal:
      out += "lit(\"";
      for (const char c : node.bytes) append_character(static_cast<unsigned char>(c), "\"", out);
      out += "\")";
      return;
    case NodeKind::Class:
      return append_class(node.cls, out);
    case NodeKind::Look:
      out.append("look(").append(kLookTexts[static_cast<std::size_t>(node.look)]).append(")");
      return;
    case NodeKind::Repeat: {
      const std::string max = node.max == kUnbounded ? "inf" : std::to_string(node.max);
      const std::string head = node.greedy ? "rep(" : "lazy(";
      return append_children(head + std::to_string(node.min) + ".." + max + ", ", node, out);
    }
    case NodeKind::Capture: {
      const std::string name = node.name.empty() ? "" : " " + node.name;
      return append_children("cap(" + std::to_string(node.capture_index) + name + ", ", node, out);
    }
    case NodeKind::Concat:
      return append_children("cat(", node, out);
    case NodeKind::Alternate:
      return append_children("alt(", node, out);
  }
}

}  // namespace

std::string to_string(const Node& node) {
  std::string text;
  append_node(node, text);
  return text;
}

}  // namespace common::regex
