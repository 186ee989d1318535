#include "mux/model/scroll.h"

#include <algorithm>

#include "mux/model/text.h"

namespace mux::model {

std::uint64_t top_line(const Pane& pane) {
  const LineRange range = lines_of(pane);
  // What it stood at may have been evicted since.
  return std::clamp(pane.scroll_top.value_or(range.screen), range.begin, range.screen);
}

ScrollPosition scroll_position(const Pane& pane) {
  const LineRange range = lines_of(pane);
  return {.above_bottom = range.screen - top_line(pane), .most = range.screen - range.begin};
}

void scroll_to(Pane& pane, std::uint64_t line) {
  const LineRange range = lines_of(pane);
  if (line >= range.screen) {
    pane.scroll_top.reset();
  } else {
    pane.scroll_top = std::max(line, range.begin);
  }
}

void scroll_by(Pane& pane, std::int64_t lines) {
  const std::uint64_t top = top_line(pane);
  const auto distance = static_cast<std::uint64_t>(lines < 0 ? -lines : lines);
  if (lines < 0) {
    scroll_to(pane, top - std::min(distance, top));
  } else {
    scroll_to(pane, top + distance);
  }
}

void scroll_to_bottom(Pane& pane) {
  pane.scroll_top.reset();
}

void scroll_into_view(Pane& pane, std::uint64_t line) {
  const LineRange range = lines_of(pane);
  const std::uint64_t rows = range.end - range.screen;
  const std::uint64_t top = top_line(pane);
  if (line >= top && line < top + rows) return;
  scroll_to(pane, line - std::min(line, rows / 2));
}

bool scroll_to_prompt(Pane& pane, bool is_up) {
  const LineRange range = lines_of(pane);
  const std::uint64_t top = top_line(pane);
  const std::uint64_t count = is_up ? top - range.begin : range.screen - top;
  term::HistoryRow row;
  for (std::uint64_t step = 1; step <= count; ++step) {
    const std::uint64_t line = is_up ? top - step : top + step;
    if (!read_line(pane, line, row) || row.mark != term::PromptMark::Prompt) continue;
    scroll_to(pane, line);
    return true;
  }
  if (!is_up) scroll_to_bottom(pane);
  return false;
}

}  // namespace mux::model
