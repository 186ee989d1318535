// Comments that suppress findings over a range: "# ruff: ignore[F401]",
// "# ruff: disable[...]" and "# ruff: enable[...]", "# ruff: file-ignore[...]",
// with "klint:" as well.
//
// There is no form without codes.  Several may stand in one comment, each
// starting with a '#' of its own; what follows the bracket is the reason.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "common/text/range.h"

namespace lint {

using common::TextRange;

// In the order in which suppressions are looked through.
enum class SuppressionAction : std::uint8_t { FileIgnore, Disable, Enable, Ignore };

struct SuppressionComment {
  TextRange range;  // From its '#' to the next one, or to the end of the comment.
  TextRange token;  // The whole comment.
  SuppressionAction action = SuppressionAction::Ignore;
  std::vector<TextRange> codes;  // Not empty.
};

enum class SuppressionError : std::uint8_t {
  UnknownAction,
  MissingCodes,
  MissingBracket,
  MissingComma,
  InvalidCode,
};

struct InvalidComment {
  SuppressionError error;
  TextRange range;
};

struct SuppressionComments {
  std::vector<SuppressionComment> comments;
  std::vector<InvalidComment> errors;
};

// Adds what the comment in `token` of `text` says.
void parse_suppression_comment(std::string_view text, TextRange token, SuppressionComments& out);

// "missing closing bracket"
std::string_view describe(SuppressionError error);

}  // namespace lint
