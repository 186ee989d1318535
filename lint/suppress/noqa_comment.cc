#include "lint/suppress/noqa_comment.h"

#include <expected>
#include <utility>

#include "common/base/ascii.h"
#include "lint/suppress/comment_cursor.h"

namespace lint {

namespace {

// Reads the codes of one directive.
class CodeReader {
 public:
  CodeReader(std::string_view text, CommentCursor& cursor) : text_(text), cursor_(cursor) {}

  std::optional<NoqaError> read() {
    while (!cursor_.at_end()) {
      cursor_.eat_whitespace();
      if (cursor_.eat(',')) {
        warnings.push_back(NoqaWarning::MissingItem);
      } else if (auto error = read_code()) {
        return error;
      }
    }
    return std::nullopt;
  }

  std::vector<NoqaCode> codes;
  std::vector<NoqaWarning> warnings;

 private:
  std::optional<NoqaError> read_code() {
    const std::uint32_t start = cursor_.offset();
    const bool has_letters = cursor_.eat_while(common::is_upper);
    if (!has_letters || !cursor_.eat_while(common::is_digit)) {
      if (has_letters && is_glued_) return NoqaError::InvalidCodeSuffix;
      cursor_.skip_to_end();
      return std::nullopt;
    }
    const TextRange range{start, cursor_.offset()};
    codes.push_back({range.of(text_), range});
    return read_delimiter();
  }

  std::optional<NoqaError> read_delimiter() {
    if (cursor_.at_end()) return std::nullopt;
    is_glued_ = false;
    if (cursor_.eat(',') || cursor_.peek() == '#' || whitespace_size(cursor_.rest()) > 0) {
      return std::nullopt;
    }
    if (!common::is_upper(cursor_.peek())) return NoqaError::InvalidCodeSuffix;
    warnings.push_back(NoqaWarning::MissingDelimiter);
    is_glued_ = true;
    return std::nullopt;
  }

  std::string_view text_;
  CommentCursor& cursor_;
  bool is_glued_ = false;  // No delimiter since the last code.
};

// Is there a ':' before the codes?  None: something else, so it is a blanket.
std::expected<bool, NoqaError> eat_colon(CommentCursor& cursor) {
  if (cursor.at_end() || cursor.peek() == '#') return false;
  if (cursor.eat(':')) return true;
  if (!cursor.eat_whitespace()) return std::unexpected(NoqaError::InvalidSuffix);
  return cursor.eat(':');
}

// Behind the word noqa of the comment that starts at `start`.
NoqaComment parse_directive(std::string_view text, CommentCursor& cursor, std::uint32_t start) {
  const TextRange word{start, cursor.offset()};
  const auto has_colon = eat_colon(cursor);
  if (!has_colon) return {.directive = {}, .error = has_colon.error(), .warnings = {}};
  if (!*has_colon) {
    return {.directive = NoqaDirective{.range = word, .is_blanket = true, .codes = {}},
            .error = {},
            .warnings = {}};
  }
  CodeReader reader(text, cursor);
  std::optional<NoqaError> error = reader.read();
  if (!error && reader.codes.empty()) error = NoqaError::MissingCodes;
  if (error) return {.directive = {}, .error = error, .warnings = {}};
  const TextRange range{start, reader.codes.back().range.end};
  return {.directive = NoqaDirective{.range = range, .codes = std::move(reader.codes)},
          .error = {},
          .warnings = std::move(reader.warnings)};
}

bool eat_tool(CommentCursor& cursor) {
  if (!cursor.eat("ruff") && !cursor.eat("flake8") && !cursor.eat("klint")) return false;
  cursor.eat_whitespace();
  if (!cursor.eat(':')) return false;
  cursor.eat_whitespace();
  return true;
}

NoqaComment parse_noqa(std::string_view text, TextRange range, bool needs_tool) {
  CommentCursor cursor(text, range);
  for (cursor.skip_to_hash(); !cursor.at_end(); cursor.skip_to_hash()) {
    const std::uint32_t start = cursor.offset();
    cursor.eat('#');
    cursor.eat_whitespace();
    if (needs_tool && !eat_tool(cursor)) continue;
    if (cursor.eat_ignoring_case("noqa")) return parse_directive(text, cursor, start);
  }
  return {};
}

}  // namespace

NoqaComment parse_line_noqa(std::string_view text, TextRange range) {
  return parse_noqa(text, range, false);
}

NoqaComment parse_file_noqa(std::string_view text, TextRange range) {
  return parse_noqa(text, range, true);
}

bool starts_with_noqa_codes(std::string_view text) {
  CommentCursor cursor(text, {0, static_cast<std::uint32_t>(text.size())});
  CodeReader reader(text, cursor);
  return !reader.read() && !reader.codes.empty();
}

std::string_view describe(NoqaWarning warning) {
  switch (warning) {
    case NoqaWarning::MissingItem:
      return "expected rule code between commas";
    case NoqaWarning::MissingDelimiter:
      return "expected comma or space delimiter between codes";
  }
  return {};
}

std::string_view describe(NoqaError error) {
  switch (error) {
    case NoqaError::MissingCodes:
      return "expected a comma-separated list of codes (e.g., `# noqa: F401, F841`).";
    case NoqaError::InvalidSuffix:
      return "expected `:` followed by a comma-separated list of codes (e.g., `# noqa: F401, "
             "F841`).";
    case NoqaError::InvalidCodeSuffix:
      return "expected code to consist of uppercase letters followed by digits only (e.g. `F401`)";
  }
  return {};
}

}  // namespace lint
