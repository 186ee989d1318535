// The parsed form of a regular expression, between syntax (parse.h) and engines.
//
// A value tree.  By the time a Node exists all syntax is resolved: flags are
// applied, case folding has become classes, `.` `\w` `\p{..}` are classes, -w
// and -x have become looks, line terminators have been taken out of classes.
// Engines see only the eight kinds below, and bytes: a literal is its bytes, a
// class of scalar values is matched by its UTF-8 encodings.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace common::regex {

// An inclusive range of scalar values (is_bytes false) or byte values.
struct ClassRange {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  bool operator==(const ClassRange&) const = default;
};

// Sorted, disjoint, non-adjacent ranges.  Empty = matches nothing.
struct CharClass {
  std::vector<ClassRange> ranges;
  // True: values are single bytes (from (?-u)); false: Unicode scalar values
  // without surrogates.  A byte class that is all ASCII is stored as false.
  bool is_bytes = false;
  bool operator==(const CharClass&) const = default;
};

// Zero-width assertions.  "Line" is \n (LF), "Crlf" treats \r\n as one
// terminator and lone \r or \n as terminators; never between \r and \n.
enum class Look : std::uint8_t {
  TextStart,  // \A
  TextEnd,    // \z
  LineStart,  // (?m)^, after the line terminator byte
  LineEnd,
  LineStartCrlf,  // (?mR)^
  LineEndCrlf,
  WordAscii,  // (?-u)\b and so on
  NotWordAscii,
  WordStartAscii,
  WordEndAscii,
  WordStartHalfAscii,
  WordEndHalfAscii,
  WordUnicode,  // \b
  NotWordUnicode,
  WordStartUnicode,  // \b{start}, \<
  WordEndUnicode,    // \b{end}, \>
  WordStartHalfUnicode,
  WordEndHalfUnicode,
};

enum class NodeKind : std::uint8_t {
  Empty,      // Matches the empty string.
  Literal,    // `bytes`, never empty.
  Class,      // One element of `cls` (no element: never matches).
  Look,       // `look`
  Repeat,     // children[0], `min`..`max` times, `greedy`
  Capture,    // children[0] as group `capture_index` (>= 1), named or not
  Concat,     // children in sequence, at least 2
  Alternate,  // first child that leads to a match wins, at least 2
};

inline constexpr std::uint32_t kUnbounded = 0xFFFFFFFF;

struct Node {
  NodeKind kind = NodeKind::Empty;
  bool greedy = true;
  Look look = Look::TextStart;
  std::uint32_t min = 0;
  std::uint32_t max = 0;  // kUnbounded for no limit.
  std::uint32_t capture_index = 0;
  std::string bytes;
  std::string name;  // Of a named group, else empty.
  CharClass cls;
  std::vector<Node> children;  // Depth is bounded by the parser's nest limit (250).
  bool operator==(const Node&) const = default;
};

// What a node is, whatever groups are around it.
inline const Node& without_captures(const Node& node) {
  const Node* inner = &node;
  while (inner->kind == NodeKind::Capture) inner = &inner->children[0];
  return *inner;
}

// A whole pattern: the tree and its groups.
struct Hir {
  Node root;
  // Names by capture index; [0] is the whole match; unnamed groups are "".
  std::vector<std::string> capture_names = {""};
};

// Compact text of a tree, for tests and --trace: `cat(lit("a"), rep(1..inf, class(a-z)))`.
std::string to_string(const Node& node);

}  // namespace common::regex
