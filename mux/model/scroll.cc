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
  if (line >= range.screen && !pane.copying) {
    pane.scroll_top.reset();
  } else {
    // In copy mode it stays where it is though the screen moves on.
    pane.scroll_top = std::clamp(line, range.begin, range.screen);
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
  scroll_to(pane, lines_of(pane).screen);
}

void scroll_into_view(Pane& pane, std::uint64_t line) {
  const LineRange range = lines_of(pane);
  const std::uint64_t rows = range.end - range.screen;
  const std::uint64_t top = top_line(pane);
  if (line >= top && line < top + rows) return;
  scroll_to(pane, line - std::min(line, rows / 2));
}

bool scroll_to_prompt(Pane& pane, bool is_up) {
  const auto prompt = prompt_from(pane, top_line(pane), is_up);
  if (prompt && *prompt <= lines_of(pane).screen) {
    scroll_to(pane, *prompt);
    return true;
  }
  if (!is_up) scroll_to_bottom(pane);
  return false;
}

}  // namespace mux::model
