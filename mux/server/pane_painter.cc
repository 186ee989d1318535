#include "mux/server/pane_painter.h"

#include <algorithm>
#include <string>

#include "mux/model/scroll.h"
#include "mux/model/search.h"
#include "mux/model/text.h"

namespace mux::server {

namespace {

term::Style selection_look() {
  term::Style style;
  style.is_reversed = true;
  return style;
}

term::Style match_look(bool is_current) {
  term::Style style;
  style.foreground = term::Color::palette(0);
  style.background = term::Color::palette(is_current ? 2 : 3);
  return style;
}

}  // namespace

PanePainter::PanePainter(model::Pane& pane, render::Frame& frame)
    : pane_(pane), terminal_(*pane.terminal()), frame_(frame) {}

void PanePainter::paint(layout::Rect place) {
  const int rows = terminal_.size().rows;
  const model::LineRange lines = model::lines_of(pane_);
  const std::uint64_t top = model::top_line(pane_);
  for (int y = 0; y < place.rows; ++y) {
    const std::uint64_t number = top + static_cast<std::uint64_t>(y);
    Line line;
    if (number < lines.screen) {
      line = history_line(number);
    } else if (number - lines.screen < static_cast<std::uint64_t>(rows)) {
      line = screen_line(static_cast<int>(number - lines.screen));
    }
    paint_line(line, place, y);
  }
  highlight(place, top);
}

PanePainter::Line PanePainter::screen_line(int y) const {
  const term::Row& row = terminal_.screen().grid.row(y);
  return {.cells = {row.cells, row.length}, .fill = row.fill};
}

PanePainter::Line PanePainter::history_line(std::uint64_t number) {
  terminal_.read_history(static_cast<std::size_t>(number - terminal_.history().first_number()),
                         history_row_);
  // Reading may have given the terminal styles with numbers that others had.
  styles_.clear();
  return {.cells = history_row_.cells, .fill = history_row_.fill};
}

void PanePainter::paint_line(const Line& line, layout::Rect place, int y) {
  const int columns = std::min(place.columns, static_cast<int>(terminal_.size().columns));
  const int length = std::min(columns, static_cast<int>(line.cells.size()));
  for (int x = 0; x < length; ++x) {
    paint_cell(line.cells[static_cast<std::size_t>(x)], place.x + x, place.y + y);
  }
  const auto fill = [&](int from, int to, render::StyleId style) {
    if (from >= to) return;
    frame_.fill({.x = place.x + from, .y = place.y + y, .columns = to - from, .rows = 1}, style);
  };
  fill(length, columns, style_of(line.fill));
  fill(columns, place.columns, 0);
}

void PanePainter::paint_cell(const term::Cell& cell, int x, int y) {
  if (cell.is_tail()) return;  // Drawn with the first half.
  const render::StyleId style = style_of(cell.style);
  if (cell.is_cluster != 0) {
    std::string text;
    terminal_.append_text(cell, text);
    frame_.put_cluster(x, y, text, cell.is_wide(), style);
  } else {
    frame_.put(x, y, cell.content == 0 ? U' ' : char32_t{cell.content}, cell.is_wide(), style);
  }
}

// A colour of the palette that the program has changed is a colour of its own.
term::Color PanePainter::shown(term::Color color, std::optional<term::Color> fallback) const {
  if (color.kind() == term::Color::Kind::Default) return fallback.value_or(color);
  if (color.kind() == term::Color::Kind::Palette && terminal_.palette().is_changed()) {
    return terminal_.palette().find(color.index()).value_or(color);
  }
  return color;
}

render::StyleId PanePainter::new_style_of(term::StyleId id) {
  term::Style style = terminal_.style(id);
  const term::Link* const link = terminal_.link(style);
  style.link = link == nullptr ? 0 : frame_.tables().link({.id = link->id, .url = link->url});
  const term::Palette& palette = terminal_.palette();
  const auto special = [&](term::SpecialColor color, std::optional<term::Color> chosen) {
    return chosen ? chosen : palette.find(color);
  };
  style.foreground =
      shown(style.foreground, special(term::SpecialColor::Foreground, pane_.foreground));
  style.background =
      shown(style.background, special(term::SpecialColor::Background, pane_.background));
  style.underline_color = shown(style.underline_color, std::nullopt);
  if (terminal_.mode(term::Mode::ReverseScreen)) style.is_reversed = !style.is_reversed;
  if (id >= styles_.size()) styles_.resize(id + 1, kUnknown);
  return styles_[id] = frame_.tables().style(style);
}

void PanePainter::highlight(layout::Rect place, std::uint64_t top) {
  if (!pane_.search.pattern.empty()) {
    const std::uint64_t bottom = top + static_cast<std::uint64_t>(place.rows);
    for (const model::TextSpan& match : model::matches_in(pane_, top, bottom)) {
      highlight_span(match, false, place, top, match_look(match == pane_.search.current));
    }
  }
  if (pane_.selection) {
    highlight_span(pane_.selection->span, pane_.selection->is_rectangle, place, top,
                   selection_look());
  }
}

void PanePainter::highlight_span(const model::TextSpan& span, bool is_rectangle, layout::Rect place,
                                 std::uint64_t top, const term::Style& look) {
  for (int y = 0; y < place.rows; ++y) {
    const std::uint64_t line = top + static_cast<std::uint64_t>(y);
    if (line < span.begin.line || line > span.end.line) continue;
    int from = line == span.begin.line || is_rectangle ? span.begin.column : 0;
    int to = line == span.end.line || is_rectangle ? span.end.column : place.columns;
    if (is_rectangle && from > to) std::swap(from, to);
    for (int x = std::max(from, 0); x < std::min(to, place.columns); ++x) {
      restyle(place.x + x, place.y + y, look);
    }
  }
}

void PanePainter::restyle(int x, int y, const term::Style& look) {
  const render::Cell cell = frame_.cell(x, y);
  if (cell.cell_width() == render::CellWidth::WideTail) return;
  term::Style style = frame_.tables().style_of(cell.style);
  if (look.is_reversed) {
    style.is_reversed = !style.is_reversed;
  } else {
    style.foreground = look.foreground;
    style.background = look.background;
    style.is_reversed = false;
  }
  const render::StyleId id = frame_.tables().style(style);
  const bool is_wide = cell.cell_width() == render::CellWidth::Wide;
  if (cell.is_cluster != 0) {
    frame_.put_cluster(x, y, std::string(frame_.tables().cluster_of(cell.content)), is_wide, id);
  } else {
    frame_.put(x, y, cell.content == 0 ? U' ' : char32_t{cell.content}, is_wide, id);
  }
}

}  // namespace mux::server
