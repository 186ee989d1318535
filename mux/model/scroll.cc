#include "mux/model/scroll.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>

#include "mux/model/copying.h"
#include "mux/model/text.h"

namespace mux::model {

std::uint64_t top_line(const Pane& pane) {
  const LineRange range = lines_of(pane);
  // What it stood at may have been evicted since.
  return std::clamp(pane.scroll_top.value_or(range.screen), range.begin, range.screen);
}

namespace {

// A line by where history keeps it, which is the same whatever the width; those of the
// screen by their row.
struct KeptPlace {
  bool is_on_screen = false;
  std::uint64_t number = 0;
};

KeptPlace kept_place(const Pane& pane, std::uint64_t line) {
  const LineRange range = lines_of(pane);
  line = std::clamp(line, range.begin, range.end - 1);
  if (line >= range.screen) return {.is_on_screen = true, .number = line - range.screen};
  if (!pane.wrapped) return {.number = line};
  return {.number = pane.wrapped->stored_row(static_cast<std::size_t>(line - range.begin))};
}

std::uint64_t line_at(const Pane& pane, const KeptPlace& place) {
  const LineRange range = lines_of(pane);
  if (place.is_on_screen) return std::min(range.screen + place.number, range.end - 1);
  const term::History& history = pane.terminal()->history();
  if (place.number >= history.first_number() + history.size()) return range.screen;
  if (!pane.wrapped) return std::max(place.number, range.begin);
  return range.begin + pane.wrapped->row_of_stored(place.number);
}

}  // namespace

void resize_text(Pane& pane, term::Size size) {
  const bool is_wider_or_narrower = pane.terminal()->size().columns != size.columns;
  const auto place_of = [&](std::uint64_t line) { return kept_place(pane, line); };
  const auto top = pane.scroll_top.transform(place_of);
  const auto cursor = pane.copying.transform(
      [&](const Copying& state) { return kept_place(pane, state.cursor.line); });
  const auto anchor = pane.copying.transform(
      [&](const Copying& state) { return kept_place(pane, state.anchor.line); });
  pane.terminal()->resize(size);
  if (!is_wider_or_narrower) {
    // Rows may be back on the screen that were history.
    if (pane.wrapped) pane.wrapped->update(pane.terminal()->size().columns);
  } else if (pane.wrapped) {
    pane.wrapped->forget();
  } else if (pane.terminal()->history().size() > 0) {
    pane.wrapped = std::make_unique<term::WrappedHistory>(*pane.terminal());
  }
  if (top) scroll_to(pane, line_at(pane, *top));
  if (!pane.copying) pane.selection.reset();
  pane.search.current.reset();
  if (!cursor) return;
  pane.copying->cursor.line = line_at(pane, *cursor);
  pane.copying->anchor.line = line_at(pane, *anchor);
  set_copy_cursor(pane, copying_of(pane).cursor);
}

ScrollPosition scroll_position(const Pane& pane) {
  const LineRange range = lines_of(pane);
  return {.above_bottom = range.screen - top_line(pane), .most = range.screen - range.begin};
}

std::string scroll_title(const Pane& pane) {
  if (!pane.scroll_top) return {};
  const ScrollPosition position = scroll_position(pane);
  return fmt::format("SCROLL: {}/{}", position.above_bottom, position.most);
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
