#include "common/text/width.h"

#include <algorithm>

#include "common/text/utf8.h"
#include "common/text/width_table.h"

namespace common {

std::size_t display_width(char32_t code_point) {
  if (code_point < 0x7F) return code_point >= 0x20 ? 1 : 0;
  if (code_point < 0xA0) return 0;
  const WidthRow* const end = kWidthRows + kWidthRowCount;
  const WidthRow* const row = std::lower_bound(
      kWidthRows, end, code_point,
      [](const WidthRow& candidate, char32_t wanted) { return candidate.last < wanted; });
  return row != end && row->first <= code_point ? row->width : 1;
}

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.size();) width += display_width(next_code_point(text, at));
  return width;
}

}  // namespace common
