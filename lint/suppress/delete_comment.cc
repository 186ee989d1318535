#include "lint/suppress/delete_comment.h"

#include <cstdint>

#include "common/text/lines.h"

namespace lint {

Edit delete_comment(std::string_view text, TextRange range) {
  const std::uint32_t line_start = common::line_start(text, range.start);
  const std::uint32_t line_end = common::line_end(text, range.start);
  std::uint32_t start = range.start;
  while (start > line_start && common::is_blank(text[start - 1])) --start;
  std::uint32_t end = range.end;
  while (end < line_end && common::is_blank(text[end])) ++end;

  if (start == line_start && end == line_end) {
    return {.range = {line_start, common::full_line_end(text, line_end)}, .content = {}};
  }
  const bool is_before_comment = end < line_end && text[end] == '#';
  if (is_before_comment) return {.range = {range.start, end}, .content = {}};
  return {.range = {start, line_end}, .content = {}};
}

}  // namespace lint
