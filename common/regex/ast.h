// The syntax of a pattern as a tree, between ast_parser (text to tree) and
// translate (tree to Hir).
//
// It is kept apart from Hir because ripgrep's rules ask about syntax: smart
// case about literals as written, the nest limit about parentheses and brackets
// as written, and an error of syntax anywhere comes before one of meaning.
//
// Nodes live in one vector and refer to each other by index, so trees of any
// depth are made and destroyed without recursion.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace common::regex {

// Byte offsets into the pattern.
struct SourceSpan {
  std::uint32_t start = 0;
  std::uint32_t end = 0;
};

using AstId = std::uint32_t;

enum class AstKind : std::uint8_t {
  Empty,
  Flags,    // (?i): `flags`
  Literal,  // `value`; `is_byte`
  Dot,
  Assertion,     // `assertion`
  PerlClass,     // `perl`, `negated`
  UnicodeClass,  // \p: `value` indexes Ast::properties; `negated`
  AsciiClass,    // [:name:]: `value` indexes kAsciiClasses; `negated`
  Range,         // Two literals.
  Bracketed,     // [...]: one child, `negated`
  SetUnion,      // Members of a bracketed class, at least 2.
  SetOperation,  // `operation` on two children
  Repeat,        // One child; `value`..`last` times; `greedy`
  Group,         // One child; `group`; `value`: index, `last`: in Ast::names; `flags`
  Alternate,
  Concat,
};

enum class AssertionKind : std::uint8_t {
  LineStart,  // ^
  LineEnd,    // $
  TextStart,
  TextEnd,
  WordBoundary,
  NotWordBoundary,
  WordStart,
  WordEnd,
  WordStartHalf,
  WordEndHalf,
};

enum class PerlClass : std::uint8_t { Digit, Space, Word };
enum class SetOperator : std::uint8_t { Intersection, Difference, SymmetricDifference };
enum class GroupKind : std::uint8_t { Capture, NamedCapture, NonCapture };

// Bits of the flags that a pattern can turn on and off.
enum FlagBit : std::uint8_t {
  kIgnoreCase = 1,         // i
  kMultiLine = 2,          // m
  kDotMatchesNewline = 4,  // s
  kSwapGreed = 8,          // U
  kUnicode = 16,           // u
  kCrlf = 32,              // R
  kIgnoreWhitespace = 64,  // x
};

struct FlagChange {
  std::uint8_t on = 0;
  std::uint8_t off = 0;
};

struct AstNode {
  AstKind kind = AstKind::Empty;
  AssertionKind assertion{};
  PerlClass perl{};
  SetOperator operation{};
  GroupKind group{};
  bool negated = false;
  bool greedy = true;
  bool is_byte = false;  // Written \xHH: names a byte where Unicode is off.
  FlagChange flags;
  SourceSpan span;
  std::uint32_t value = 0;
  std::uint32_t last = 0;
  std::uint32_t first_child = 0;  // Into Ast::children.
  std::uint32_t child_count = 0;
};

// What stands behind \p: `\pL`, `\p{name}`, `\p{name=value}`.
struct PropertyQuery {
  std::string name;
  std::string value;
  bool has_value = false;
};

struct Ast {
  AstId root = 0;
  std::vector<AstNode> nodes;
  std::vector<AstId> children;
  std::vector<PropertyQuery> properties;
  std::vector<std::string> names;  // Of the groups that have one.
  std::uint32_t capture_count = 0;

  const AstNode& node(AstId id) const { return nodes[id]; }
  std::span<const AstId> children_of(const AstNode& parent) const {
    return std::span(children).subspan(parent.first_child, parent.child_count);
  }
};

}  // namespace common::regex
