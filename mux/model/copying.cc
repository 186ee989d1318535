#include "mux/model/copying.h"

#include <algorithm>
#include <utility>

#include "mux/model/scroll.h"
#include "mux/model/text_reader.h"

namespace mux::model {

namespace {

std::uint64_t rows_shown(const Pane& pane) {
  return pane.terminal()->size().rows;
}

TextPosition nearest_in_text(Pane& pane, TextPosition position) {
  TextReader text(pane);
  position.line = text.clamped(position.line);
  position.column = std::clamp(position.column, 0, pane.terminal()->size().columns - 1);
  return text.start_of(position);
}

// Just so far that the line is in sight.
void show_line(Pane& pane, std::uint64_t line) {
  const std::uint64_t top = top_line(pane);
  const std::uint64_t rows = rows_shown(pane);
  if (line < top) {
    scroll_to(pane, line);
  } else if (line >= top + rows) {
    scroll_to(pane, line - rows + 1);
  }
}

TextPosition behind(TextReader& text, TextPosition at) {
  at.column += text.width_at(at);
  return at;
}

Selection selection_of(Pane& pane, const Copying& state) {
  TextReader text(pane);
  TextPosition first = std::min(state.anchor, state.cursor);
  TextPosition last = std::max(state.anchor, state.cursor);
  switch (state.kind) {
    case SelectionKind::Lines:
      first = {text.first_row(first.line), 0};
      last = {text.last_row(last.line), pane.terminal()->size().columns};
      return {.span = {first, last}};
    case SelectionKind::Rectangle: {
      const int left = std::min(first.column, last.column);
      const int right = std::max(behind(text, first).column, behind(text, last).column);
      return {.span = {{first.line, left}, {last.line, right}}, .is_rectangle = true};
    }
    case SelectionKind::Region:
      return {.span = {first, last}};
    case SelectionKind::None:
    case SelectionKind::Characters:
      break;
  }
  return {.span = {first, behind(text, last)}};
}

void update_selection(Pane& pane) {
  const Copying& state = *pane.copying;
  if (state.kind == SelectionKind::None) {
    pane.selection.reset();
  } else {
    pane.selection = selection_of(pane, state);
  }
}

bool is_to_the_right(FindKind kind) {
  return kind == FindKind::ToNext || kind == FindKind::BeforeNext;
}

}  // namespace

void begin_copying(Pane& pane) {
  const std::uint64_t top = top_line(pane);
  const term::Position cursor = pane.terminal()->screen().cursor;
  TextPosition at{.line = lines_of(pane).screen + static_cast<std::uint64_t>(cursor.y),
                  .column = cursor.x};
  if (at.line >= top + rows_shown(pane)) at = {top + rows_shown(pane) - 1, 0};
  const auto& match = pane.search.current;
  if (match && match->begin.line >= top && match->begin.line < top + rows_shown(pane)) {
    at = match->begin;
  }
  pane.selection.reset();
  pane.copying.emplace();
  // From here on it does not follow the screen.
  scroll_to(pane, top);
  at = nearest_in_text(pane, at);
  pane.copying->cursor = at;
  pane.copying->wanted_column = at.column;
}

void end_copying(Pane& pane, bool keeps_view) {
  const std::uint64_t top = top_line(pane);
  pane.copying.reset();
  pane.selection.reset();
  if (keeps_view) {
    scroll_to(pane, top);
  } else {
    scroll_to_bottom(pane);
  }
}

Copying& copying_of(Pane& pane) {
  if (!pane.copying) begin_copying(pane);
  Copying& state = *pane.copying;
  state.cursor = nearest_in_text(pane, state.cursor);
  state.anchor = nearest_in_text(pane, state.anchor);
  return state;
}

void set_copy_cursor(Pane& pane, TextPosition position) {
  Copying& state = copying_of(pane);
  state.cursor = position;
  state.wanted_column = position.column;
  show_line(pane, position.line);
  update_selection(pane);
}

bool find_in_line(Pane& pane, bool is_reversed, bool is_again) {
  Copying& state = copying_of(pane);
  if (state.find_character.empty()) return false;
  const bool is_right = is_to_the_right(state.find) != is_reversed;
  const bool stops_short =
      state.find == FindKind::BeforeNext || state.find == FindKind::BehindPrevious;
  std::uint64_t times = std::exchange(state.count, std::nullopt).value_or(1);
  TextReader text(pane);
  TextPosition at = state.cursor;
  TextPosition before = at;
  const auto step = [&] {
    before = at;
    return (is_right ? text.forward(at) : text.back(at)) == Step::Moved;
  };
  if (stops_short && is_again && !step()) return false;
  while (step()) {
    if (text.text_at(at) != state.find_character || --times > 0) continue;
    set_copy_cursor(pane, stops_short ? before : at);
    return true;
  }
  return false;
}

void select_as(Pane& pane, SelectionKind kind) {
  Copying& state = copying_of(pane);
  if (state.kind == SelectionKind::None) state.anchor = state.cursor;
  state.kind = state.kind == kind ? SelectionKind::None : kind;
  update_selection(pane);
}

void swap_selection_ends(Pane& pane) {
  Copying& state = copying_of(pane);
  if (state.kind == SelectionKind::None) return;
  std::swap(state.anchor, state.cursor);
  set_copy_cursor(pane, state.cursor);
}

void select_span(Pane& pane, const TextSpan& span, SelectionKind kind) {
  Copying& state = copying_of(pane);
  TextReader text(pane);
  TextPosition last = span.end;
  // The last character of it.
  text.back(last);
  state.anchor = nearest_in_text(pane, span.begin);
  state.kind = kind;
  set_copy_cursor(pane, std::max(nearest_in_text(pane, last), state.anchor));
}

TextSpan word_at(Pane& pane, TextPosition position, std::string_view separators) {
  TextReader text(pane);
  const TextPosition at = nearest_in_text(pane, position);
  if (!text.is_word_at(at, separators)) return {.begin = at, .end = at};
  const auto extended = [&](TextPosition from, Step (TextReader::*step)(TextPosition&)) {
    TextPosition next = from;
    while ((text.*step)(next) == Step::Moved && text.is_word_at(next, separators)) from = next;
    return from;
  };
  return {.begin = extended(at, &TextReader::back),
          .end = behind(text, extended(at, &TextReader::forward))};
}

TextSpan whole_line_at(Pane& pane, std::uint64_t line) {
  TextReader text(pane);
  line = text.clamped(line);
  return {.begin = {text.first_row(line), 0},
          .end = {text.last_row(line), pane.terminal()->size().columns}};
}

}  // namespace mux::model
