// Bytes that a pattern must not match: the line terminator where a match is
// within a line, NUL where binary files are detected.
#include <algorithm>

#include "common/base/result.h"
#include "common/regex/char_class.h"
#include "common/regex/hir_build.h"
#include "common/regex/parse.h"

namespace common::regex {
namespace {

std::string quoted(char byte) {
  switch (byte) {
    case '\n':
      return "\"\\n\"";
    case '\r':
      return "\"\\r\"";
    case '\0':
      return "\"\\0\"";
    default:
      return "\"" + std::string(1, byte) + "\"";
  }
}

bool is_single(const CharClass& cls) {
  return cls.ranges.size() == 1 && cls.ranges[0].first == cls.ranges[0].last;
}

// The tree is built anew: a class may have become a literal.
Result<Node> stripped(Node node, char terminator) {
  const auto value = static_cast<unsigned char>(terminator);
  const auto not_allowed = [&] {
    return fail("the literal " + quoted(terminator) + " is not allowed in a regex");
  };
  for (Node& child : node.children) child = TRY(stripped(std::move(child), terminator));
  switch (node.kind) {
    case NodeKind::Literal:
      if (node.bytes.find(terminator) != std::string::npos) return not_allowed();
      return node;
    case NodeKind::Class: {
      if (!contains(node.cls, value)) return node;
      const CharClass removed{.ranges = {{value, value}}, .is_bytes = node.cls.is_bytes};
      CharClass rest = subtract(node.cls, removed);
      if (rest.ranges.empty()) return not_allowed();
      return make_class(std::move(rest));
    }
    case NodeKind::Repeat:
      return make_repeat(node.min, node.max, node.greedy, std::move(node.children[0]));
    case NodeKind::Concat:
      return make_concat(std::move(node.children));
    case NodeKind::Alternate:
      return make_alternate(std::move(node.children));
    default:
      return node;
  }
}

}  // namespace

Result<void> strip_line_terminator(Node& node, char terminator) {
  node = TRY(stripped(std::move(node), terminator));
  return {};
}

Result<void> check_banned_byte(const Node& node, char byte) {
  const bool is_needed =
      (node.kind == NodeKind::Literal && node.bytes.find(byte) != std::string::npos) ||
      (node.kind == NodeKind::Class && is_single(node.cls) &&
       contains(node.cls, static_cast<unsigned char>(byte)));
  if (is_needed) {
    return fail("pattern contains " + quoted(byte) + " but it is impossible to match");
  }
  for (const Node& child : node.children) TRY(check_banned_byte(child, byte));
  return {};
}

}  // namespace common::regex
