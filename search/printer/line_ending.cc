#include "search/printer/line_ending.h"

#include <algorithm>

namespace search {

std::size_t count_lines(std::string_view text, const LineEnding& ending) {
  const auto ended = static_cast<std::size_t>(std::ranges::count(text, ending.last));
  return ended + (text.empty() || ending.ends(text) ? 0 : 1);
}

}  // namespace search
