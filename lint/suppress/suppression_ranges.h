// Which part of a text each suppression comment is about.
//
//   file-ignore   all of it; only at module level, on a line of its own
//   ignore        behind code: its line; on a line of its own: the next logical
//                 line or header, inside brackets only the next line
//   disable       to the enable with the same codes and indentation, else to
//                 the end of the block
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "lint/parser/token.h"
#include "lint/suppress/suppression_comment.h"

namespace lint {

// One code of a comment, or of a pair of them.
struct RangeSuppression {
  std::string_view code;  // As written; part of the text.
  TextRange range;
  std::uint32_t comment;                // Index into SuppressionRanges::comments.
  std::optional<std::uint32_t> enable;  // The same, of the comment that ends a disable.
};

enum class Misplacement : std::uint8_t {
  Trailing,        // Behind code, where only ignore may stand.
  Unmatched,       // An enable without disable.
  Indentation,     // Not that of the block.
  NotModuleScope,  // A file-ignore in a block.
};

struct MisplacedComment {
  Misplacement kind;
  std::uint32_t comment;
};

struct SuppressionRanges {
  std::vector<SuppressionComment> comments;
  std::vector<RangeSuppression> suppressions;  // By action, place, code.
  std::vector<MisplacedComment> misplaced;
  std::vector<InvalidComment> errors;
};

// `comments`: indices into `tokens`.
SuppressionRanges find_suppression_ranges(std::string_view text,
                                          std::span<const parser::Token> tokens,
                                          std::span<const std::uint32_t> comments);

// "no matching 'disable' comment"
std::string_view describe(Misplacement kind);

}  // namespace lint
