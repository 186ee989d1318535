// Rust's regex syntax (crate regex-syntax 0.8: the default dialect of ripgrep)
// to Hir.  Linear in the length of the pattern but for counted repetition,
// which stays symbolic.
//
// parse.cc joins the steps: ast_parser (text to syntax tree), translate (tree to
// Hir, with class_translator), strip (what a search adds).
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.h"
#include "common/regex/hir.h"

namespace common::regex {

struct ParseOptions {
  bool ignore_case = false;
  bool unicode = true;
  bool multi_line = true;  // ^ and $ match at lines.
  bool dot_matches_newline = false;
  bool crlf = false;
  bool ignore_whitespace = false;  // (?x)
  std::uint32_t nest_limit = 250;
};

// Errors carry the pattern, a line of carets under the place and the reason in
// the layout of regex-syntax ("regex parse error:\n    (foo\n    ^\nerror: unclosed group").
Result<Hir> parse(std::string_view pattern, const ParseOptions& options);

// Several patterns as the one that ripgrep parses, and shows in its errors:
// "(?:one)|(?:two)", for a single pattern too.  So groups are numbered through,
// a name may occur once, flags do not leak, and smart case looks at all of them.
std::string join_patterns(std::span<const std::string> patterns);
// A pattern that matches exactly `text`.
std::string escape(std::string_view text);
// Whether `pattern` matches exactly itself: it has no character with a meaning.
bool is_plain(std::string_view pattern);

// What smart case asks: is there a literal at all, and an upper-case one
// (Unicode)?  Escapes such as \w and \pL are not literals, class members are.
struct LiteralCase {
  bool has_literal = false;
  bool has_uppercase = false;
};
Result<LiteralCase> literal_case(std::string_view pattern, const ParseOptions& options);

// A Hir that matches exactly `text` (for -F), folded if options.ignore_case.
// Bytes of `text` that are not UTF-8 match themselves.
Hir literal_hir(std::string_view text, const ParseOptions& options);

// Joins patterns as alternatives in order, renumbering the groups.  An
// alternation of one is that one; of none, it matches nothing.
Hir alternation(std::vector<Hir> patterns);

// Takes `terminator` out of every class that has other members.  Fails with
// ripgrep's message if a literal needs it: `the literal "\n" is not allowed in
// a regex`.  For --crlf, strip '\r' and then '\n'.
Result<void> strip_line_terminator(Node& node, char terminator);

// Fails if a literal needs `byte` (NUL where binary files are detected):
// `pattern contains "\0" but it is impossible to match`.  ripgrep asks this
// before it strips, and not at all of -F or plain patterns without -i and -S.
Result<void> check_banned_byte(const Node& node, char byte);

}  // namespace common::regex
