// LineStructure: what rules ask about lines, comments and strings of a file
// without going through its tokens.
//
// Everything is found on first use: most files need little of it.  One thread
// uses it at a time.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "common/text/line_index.h"
#include "lint/parser/code_style.h"
#include "lint/parser/token.h"

namespace lint::parser {

class LineStructure {
 public:
  // Both outlive it.
  LineStructure(std::string_view text, std::span<const Token> tokens)
      : text_(text), tokens_(tokens) {}

  // ---- lines: they end with \n, \r\n or \r ----

  // The first one starts behind a byte order mark.
  std::uint32_t line_start(std::uint32_t offset) const;
  std::uint32_t line_end(std::uint32_t offset) const;       // In front of the line end.
  std::uint32_t full_line_end(std::uint32_t offset) const;  // Behind it.
  TextRange line_range(std::uint32_t offset) const {
    return {line_start(offset), line_end(offset)};
  }
  TextRange full_line_range(std::uint32_t offset) const {
    return {line_start(offset), full_line_end(offset)};
  }
  // All lines that a range touches.
  TextRange lines_range(TextRange range) const {
    return {line_start(range.start), line_end(range.end)};
  }
  TextRange full_lines_range(TextRange range) const {
    return {line_start(range.start), full_line_end(range.end)};
  }
  bool contains_line_break(TextRange range) const;
  // Numbers and columns.
  const common::LineIndex& index() const;

  // The blanks in front of `offset`, if nothing else stands there in its line.
  std::optional<std::string_view> indentation_at(std::uint32_t offset) const;
  // Does anything but blanks stand in front of `offset`, anything but blanks and
  // a comment behind it, in its line?
  bool has_leading_content(std::uint32_t offset) const;
  bool has_trailing_content(std::uint32_t offset) const;

  // ---- comments, with their # ----

  std::span<const TextRange> comments() const { return lists().comments; }
  std::span<const TextRange> comments_in(TextRange range) const;
  // Touching counts.
  bool intersects_comment(TextRange range) const;
  // Of a statement or expression: also those in the rest of its lines, if they
  // hold nothing else.
  bool has_comments(TextRange range) const;
  bool is_own_line_comment(TextRange comment) const { return !has_leading_content(comment.start); }
  // Comments on lines of their own that follow one another, all in the same
  // column, at least two of them and not all empty.
  std::vector<TextRange> block_comments() const;

  // ---- strings ----

  // Triple-quoted strings and the pieces of triple-quoted f-strings.
  bool is_in_multiline_string(TextRange range) const;
  bool intersects_multiline_string(TextRange range) const;
  // f- and t-strings, by their start.
  std::span<const TextRange> interpolated_strings() const { return lists().interpolated; }
  bool intersects_interpolated_string(TextRange range) const;
  std::optional<TextRange> innermost_interpolated_string(std::uint32_t offset) const;
  std::optional<TextRange> outermost_interpolated_string(std::uint32_t offset) const;

  // ---- lines that go on behind a backslash ----

  // The starts of lines that end with a continuation.
  std::span<const std::uint32_t> continued_lines() const { return lists().continued_lines; }
  bool is_continued_line(std::uint32_t offset) const;
  // If only continuations stand in front of `offset` in its line and the lines
  // before: the first backslash of them.
  std::optional<std::uint32_t> preceding_continuation(std::uint32_t offset) const;

  // ---- statements that share a line with others ----

  bool is_preceded_by_statement(TextRange statement) const;
  bool is_followed_by_statement(TextRange statement) const {
    return has_trailing_content(statement.end);
  }
  bool shares_line(TextRange statement) const {
    return is_followed_by_statement(statement) || is_preceded_by_statement(statement);
  }

  const CodeStyle& style() const;

 private:
  // Found together in one pass over the tokens; all sorted.
  struct Lists {
    std::vector<TextRange> comments;
    std::vector<TextRange> multiline_strings;
    std::vector<TextRange> interpolated;
    std::vector<std::uint32_t> continued_lines;
  };
  const Lists& lists() const;
  void add_continued_lines(Lists& lists, TextRange gap, std::uint32_t& start) const;
  void add_string(Lists& lists, const Token& token, std::vector<std::size_t>& open) const;
  std::optional<std::uint32_t> continuation_before(std::uint32_t line_start) const;
  bool is_empty_comment(TextRange comment) const;

  std::string_view text_;
  std::span<const Token> tokens_;
  mutable common::LineIndex index_;
  mutable std::unique_ptr<const Lists> lists_;
  mutable std::optional<CodeStyle> style_;
};

}  // namespace lint::parser
