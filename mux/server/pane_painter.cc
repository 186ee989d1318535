#include "mux/server/pane_painter.h"

#include <algorithm>
#include <cstdlib>
#include <string>
#include <utility>

#include "mux/model/scroll.h"
#include "mux/model/search.h"
#include "mux/model/text.h"
#include "mux/server/moved_rows.h"

namespace mux::server {

namespace {

constexpr std::uint64_t kUnknownRow = 0;             // No row has that version.
constexpr std::uint64_t kNoRow = ~std::uint64_t{0};  // That of what the terminal lacks.
constexpr int kLeastMoved = 3;                       // Fewer rows are as well drawn anew.

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

PanePainter::PanePainter(model::Pane& pane, render::Frame& frame, bool shows_links)
    : pane_(pane), terminal_(*pane.terminal()), frame_(frame), shows_links_(shows_links) {}

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

bool PanePainter::shows_screen() const {
  return !pane_.scroll_top && !pane_.selection && pane_.search.pattern.empty();
}

DrawnText::Ground PanePainter::ground() const {
  return {.palette_version = terminal_.palette().version(),
          .is_alternate = terminal_.is_alternate_shown(),
          .is_reversed = terminal_.mode(term::Mode::ReverseScreen),
          .foreground = pane_.foreground,
          .background = pane_.background};
}

void PanePainter::repaint(layout::Rect place, DrawnText& drawn,
                          std::span<const layout::Rect> covers) {
  if (!shows_screen()) {
    drawn.versions.clear();
    return paint(place);
  }
  covers_ = covers;
  DrawnText::Ground ground_now = ground();
  if (drawn.ground != ground_now) drawn.versions.clear();
  drawn.ground = ground_now;
  drawn.versions.resize(static_cast<std::size_t>(place.rows), kUnknownRow);
  versions_.assign(drawn.versions.size(), kNoRow);
  const int rows = std::min<int>(terminal_.size().rows, place.rows);
  for (int y = 0; y < rows; ++y) {
    versions_[static_cast<std::size_t>(y)] = terminal_.screen().grid.row(y).version;
  }
  // What covers it does not move along.
  if (covers.empty()) follow_scroll(place, drawn);
  for (int y = 0; y < place.rows; ++y) {
    const auto at = static_cast<std::size_t>(y);
    if (versions_[at] == drawn.versions[at]) continue;
    paint_line(y < rows ? screen_line(y) : Line(), place, y);
  }
  drawn.versions.swap(versions_);
}

// Moves what is already drawn to where it is to be.
void PanePainter::follow_scroll(layout::Rect place, DrawnText& drawn) {
  const layout::Rect frame{
      .x = 0, .y = 0, .columns = frame_.size().columns, .rows = frame_.size().rows};
  if (place.is_empty() || !frame.contains(place.x, place.y) || place.right() > frame.right() ||
      place.bottom() > frame.bottom()) {
    return;
  }
  const MovedRows moved = find_moved(drawn.versions, versions_);
  if (moved.count < kLeastMoved) return;
  const int first = std::min(moved.begin, moved.begin + moved.lines);
  const layout::Rect area{.x = place.x,
                          .y = place.y + first,
                          .columns = place.columns,
                          .rows = moved.count + std::abs(moved.lines)};
  frame_.scroll({.area = area, .lines = moved.lines});
  const std::vector<std::uint64_t> before = drawn.versions;
  for (int y = first; y < first + area.rows; ++y) {
    const int from = y + moved.lines;
    const bool is_inside = from >= first && from < first + area.rows;
    drawn.versions[static_cast<std::size_t>(y)] =
        is_inside ? before[static_cast<std::size_t>(from)] : kUnknownRow;
  }
}

PanePainter::Line PanePainter::screen_line(int y) const {
  const term::Row& row = terminal_.screen().grid.row(y);
  return {.cells = {row.cells, row.length}, .fill = row.fill};
}

PanePainter::Line PanePainter::history_line(std::uint64_t number) {
  static_cast<void>(model::read_line(pane_, number, history_row_));
  // Reading may have given the terminal styles with numbers that others had.
  styles_.clear();
  return {.cells = history_row_.cells, .fill = history_row_.fill};
}

void PanePainter::paint_line(const Line& line, layout::Rect place, int y) {
  const auto width = static_cast<std::size_t>(std::max(place.columns, 0));
  const std::size_t columns = std::min<std::size_t>(width, terminal_.size().columns);
  const std::size_t length = std::min(columns, line.cells.size());
  line_.clear();
  for (const term::Cell& cell : line.cells.first(length)) add_cell(cell);
  if (length > 0 && line_.back().cell_width() == render::CellWidth::Wide) {
    line_.back() = {.style = frame_.tables().blank_style(line_.back().style)};
  }
  line_.resize(columns, {.style = frame_.tables().blank_style(style_of(line.fill))});
  line_.resize(width);
  put_line(place, y);
}

// Where nothing is in front of it.
void PanePainter::put_line(layout::Rect place, int y) {
  const int row = place.y + y;
  for (int x = place.x; x < place.right();) {
    const int begin = x;
    int end = place.right();
    for (const layout::Rect& cover : covers_) {
      if (row < cover.y || row >= cover.bottom()) continue;
      if (cover.contains(x, row)) x = cover.right();
      if (cover.x > begin) end = std::min(end, cover.x);
    }
    if (x > begin) continue;
    put_part(place, y, begin - place.x, end - place.x);
    x = end;
  }
}

// Wide characters that are cut leave blanks.
void PanePainter::put_part(layout::Rect place, int y, int begin, int end) {
  const auto part = std::span(line_).subspan(static_cast<std::size_t>(begin),
                                             static_cast<std::size_t>(end - begin));
  const auto cut = [&](render::Cell& cell, render::CellWidth half) {
    if (cell.cell_width() == half) cell = {.style = frame_.tables().blank_style(cell.style)};
  };
  cut(part.front(), render::CellWidth::WideTail);
  cut(part.back(), render::CellWidth::Wide);
  frame_.put_cells(place.x + begin, place.y + y, part);
}

void PanePainter::add_cell(const term::Cell& cell) {
  if (cell.is_tail() && !line_.empty() && line_.back().cell_width() == render::CellWidth::Wide) {
    line_.push_back({.width = cell.width, .style = line_.back().style});
    return;
  }
  const render::StyleId style = style_of(cell.style);
  render::Cell shown{.style = frame_.tables().blank_style(style)};
  if (cell.is_cluster != 0) {
    std::string text;
    terminal_.append_text(cell, text);
    shown = {.content = frame_.tables().cluster(text) & 0x1FFFFF,
             .is_cluster = 1,
             .width = cell.width,
             .style = style};
  } else if (cell.content > ' ' && (cell.content < 0x7F || cell.content >= 0xA0)) {
    shown = {.content = cell.content, .width = cell.width, .style = style};
  }
  line_.push_back(shown);
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
  const term::Link* const link = shows_links_ ? terminal_.link(style) : nullptr;
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
    from = std::max(from, 0);
    // Wide characters are marked whole.
    if (from < to && from > 0 && from < place.columns && is_tail(place.x + from, place.y + y)) {
      --from;
    }
    for (int x = from; x < std::min(to, place.columns); ++x) {
      restyle(place.x + x, place.y + y, look);
    }
  }
}

bool PanePainter::is_tail(int x, int y) const {
  return frame_.cell(x, y).cell_width() == render::CellWidth::WideTail;
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
