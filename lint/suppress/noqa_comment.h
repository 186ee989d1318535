// noqa comments: "# noqa", "# noqa: F401, E501" behind a line, "# ruff: noqa" and
// "# ruff: noqa: F401" for a whole file.
//
// The word may be in any case, codes are capitals and digits with commas or
// whitespace between them; the first word that is no code ends the list.  One
// comment may hold several: "# type: ignore # noqa"; the first noqa counts.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "common/text/range.h"

namespace lint {

using common::TextRange;

struct NoqaCode {
  std::string_view text;  // As written; part of the source text.
  TextRange range;
};

struct NoqaDirective {
  TextRange range;              // From the '#' to the word noqa or the last code.
  bool is_blanket = false;      // Without codes: stands for all of them.
  std::vector<NoqaCode> codes;  // Not empty, unless it is a blanket.
};

// What makes no directive of a comment.
enum class NoqaError : std::uint8_t { MissingCodes, InvalidSuffix, InvalidCodeSuffix };
// What can be understood all the same.
enum class NoqaWarning : std::uint8_t { MissingItem, MissingDelimiter };

struct NoqaComment {
  std::optional<NoqaDirective> directive;  // None: no noqa, or an error.
  std::optional<NoqaError> error;
  std::vector<NoqaWarning> warnings;  // Of a directive.
};

// The comment in `range` of `text`, as a directive for its line.
NoqaComment parse_line_noqa(std::string_view text, TextRange range);
// As a directive for the whole file: with "ruff:", "flake8:" or "klint:".
NoqaComment parse_file_noqa(std::string_view text, TextRange range);
// Does `text` begin with something that could be the codes of a directive?
bool starts_with_noqa_codes(std::string_view text);

// "expected rule code between commas"
std::string_view describe(NoqaWarning warning);
std::string_view describe(NoqaError error);

}  // namespace lint
