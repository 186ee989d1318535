// Rust's regex syntax (crate regex-syntax 0.8: the default dialect of ripgrep)
// to Hir.  Linear in the length of the pattern but for counted repetition,
// which stays symbolic.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "common/base/result.h"
#include "common/regex/hir.h"

namespace common::regex {

struct ParseOptions {
  bool ignore_case = false;
  bool unicode = true;
  bool multi_line = true;     // ^ and $ match at lines.
  bool dot_matches_newline = false;
  bool crlf = false;
  bool ignore_whitespace = false;  // (?x)
  char line_terminator = '\n';
  std::uint32_t nest_limit = 250;
};

// Errors carry the pattern, a line of carets under the place and the reason in
// the layout of regex-syntax ("regex parse error:\n    (foo\n    ^\nerror: unclosed group").
Result<Hir> parse(std::string_view pattern, const ParseOptions& options);

// What smart case asks: is there a literal at all, and an upper-case one
// (Unicode)?  Escapes such as \w and \pL are not literals, class members are.
struct LiteralCase {
  bool has_literal = false;
  bool has_uppercase = false;
};
Result<LiteralCase> literal_case(std::string_view pattern, const ParseOptions& options);

// A Hir that matches exactly `text` (for -F), folded if options.ignore_case.
Hir literal_hir(std::string_view text, const ParseOptions& options);

// Joins patterns as alternatives in order, renumbering the groups.  An
// alternation of one is that one.
Hir alternation(std::vector<Hir> patterns);

// Takes `terminator` out of every class that has other members.  Fails with
// ripgrep's message if a literal needs it: `the literal "\n" is not allowed in
// a regex`.  (crlf: both \r and \n go out of negated classes.)
Result<void> strip_line_terminator(Node& node, char terminator);

}  // namespace common::regex
