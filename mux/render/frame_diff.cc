#include "mux/render/frame_diff.h"

#include <algorithm>
#include <cstring>

#include "common/text/utf8.h"
#include "mux/render/certain_width.h"
#include "mux/render/color_reduction.h"
#include "mux/render/scroll_detection.h"

namespace mux::render {

namespace {

constexpr std::size_t kMostTableEntries = 1 << 16;
// Longer output is shown at once, or with the cursor hidden.
constexpr std::size_t kLongOutput = 512;
constexpr int kMostScrolls = 4;    // In one area.
constexpr int kLeastScrolled = 3;  // Rows that differ.
constexpr int kLeastErased = 9;    // Cells, from where ECH and CUF are shorter.
constexpr int kLeastRepeated = 7;  // Cells, from where REP is shorter.
constexpr int kMostRewritten = 6;  // Cells, up to where writing can beat moving.

bool is_same_row(const Frame& a, const Frame& b, int y) {
  return std::memcmp(a.row(y).data(), b.row(y).data(), a.row(y).size_bytes()) == 0;
}

std::size_t at(int i) {
  return static_cast<std::size_t>(i);
}

// Where the last run of equal blanks starts; the width if the row ends otherwise.
int tail_start(std::span<const Cell> row) {
  std::size_t start = row.size();
  while (start > 0 && row[start - 1].is_blank() && row[start - 1] == row.back()) --start;
  return static_cast<int>(start);
}

}  // namespace

FrameDiff::FrameDiff(const Capabilities& capabilities)
    : tables_(std::make_unique<FrameTables>()), shown_({}, *tables_), writer_(capabilities) {}

std::string_view FrameDiff::update(Frame& next, const Cursor& cursor,
                                   std::span<const layout::Rect> areas) {
  writer_.out().clear();
  if (tables_->size() > kMostTableEntries) compact(next);
  const bool was_visible = writer_.is_cursor_visible();
  if (!is_valid_ || shown_.size() != next.size()) {
    writer_.clear(next.size());
    shown_ = Frame(next.size(), *tables_);
    is_valid_ = true;
    last_ = nullptr;
  }
  draw(next, areas);
  next.settle();
  shown_.settle();
  last_ = &next;
  place_cursor(cursor);
  return wrap(was_visible);
}

// How many rows there are to draw.
int FrameDiff::find_rows(const Frame& next) {
  const bool knows_rest = last_ == &next;
  const int rows = next.size().rows;
  differs_.assign(at(rows), 0);
  int count = 0;
  for (int y = 0; y < rows; ++y) {
    if ((knows_rest && !next.is_touched(y)) || is_same_row(shown_, next, y)) continue;
    differs_[at(y)] = 1;
    ++count;
  }
  return count;
}

void FrameDiff::draw(const Frame& next, std::span<const layout::Rect> areas) {
  const FrameSize size = next.size();
  const int count = find_rows(next);
  if (count == 0) return;
  if (count > 1) {
    const layout::Rect whole{0, 0, size.columns, size.rows};
    for (const Scroll& scroll : next.scrolls()) follow(next, scroll);
    for (layout::Rect area : areas.empty() ? std::span(&whole, 1) : areas) {
      find_scrolls(next, area);
    }
    erase_rest(next);
  }
  for (int y = 0; y < size.rows; ++y) {
    if (differs_[at(y)] != 0) draw_row(next, y);
  }
}

// A wide character must not lie half in the area.
bool FrameDiff::is_cut(layout::Rect area) const {
  for (int y = area.y; y < area.bottom(); ++y) {
    if (shown_.cell(area.x, y).cell_width() == CellWidth::WideTail) return true;
    if (shown_.cell(area.right() - 1, y).cell_width() == CellWidth::Wide) return true;
  }
  return false;
}

// The part of the area that the terminal can scroll; empty if none.
layout::Rect FrameDiff::scrollable(const Frame& next, layout::Rect area) const {
  const FrameSize size = next.size();
  area.columns = std::min(area.right(), size.columns) - std::max(area.x, 0);
  area.rows = std::min(area.bottom(), size.rows) - std::max(area.y, 0);
  area.x = std::max(area.x, 0);
  area.y = std::max(area.y, 0);
  if (area.is_empty()) return {};
  // Without side margins the rows go as a whole, or not at all.
  if (!writer_.can_scroll(area)) area = {0, area.y, size.columns, area.rows};
  return writer_.can_scroll(area) ? area : layout::Rect();
}

// Of what the frame says has moved in it.
void FrameDiff::follow(const Frame& next, const Scroll& scroll) {
  const Scroll moved{.area = scrollable(next, scroll.area), .lines = scroll.lines};
  if (moved.area.is_empty() || is_cut(moved.area) || !is_worth_it(shown_, next, moved)) return;
  do_scroll(next, moved);
}

void FrameDiff::find_scrolls(const Frame& next, layout::Rect area) {
  area = scrollable(next, area);
  if (area.is_empty()) return;
  for (int i = 0; i < kMostScrolls; ++i) {
    const auto rows = std::span(differs_).subspan(at(area.y), at(area.rows));
    if (std::ranges::count(rows, 1) < kLeastScrolled) return;
    const std::optional<Scroll> found = find_scroll(shown_, next, area);
    if (!found || is_cut(found->area)) return;
    do_scroll(next, *found);
  }
}

void FrameDiff::do_scroll(const Frame& next, const Scroll& scroll) {
  writer_.scroll(scroll.area, scroll.lines);
  shown_.scroll(scroll);
  for (int y = scroll.area.y; y < scroll.area.bottom(); ++y) {
    differs_[at(y)] = is_same_row(shown_, next, y) ? 0 : 1;
  }
}

// Rows at the end that are to be blank are erased at once.
void FrameDiff::erase_rest(const Frame& next) {
  const int rows = next.size().rows;
  int first = rows;
  int count = 0;
  while (first > 0) {
    const auto row = next.row(first - 1);
    if (!std::ranges::all_of(row, [](const Cell& cell) { return cell == Cell{}; })) break;
    count += differs_[at(--first)];
  }
  if (count < 2) return;
  writer_.move_to(0, first);
  writer_.set_background(*tables_, 0);
  writer_.erase_to_end_of_screen();
  for (int y = first; y < rows; ++y) {
    shown_.copy_row(next, y);
    differs_[at(y)] = 0;
  }
}

bool FrameDiff::is_uncertain(const Frame& frame, int x, int y) const {
  const Cell& cell = frame.cell(x, y);
  if (cell.is_blank() || cell.cell_width() == CellWidth::WideTail) return false;
  return cell.is_cluster != 0 || !is_width_certain(cell.content);
}

void FrameDiff::find_changes(const Frame& next, int y) {
  const int columns = next.size().columns;
  const auto new_row = next.row(y);
  const auto old_row = shown_.row(y);
  changes_.assign(at(columns), 0);
  for (int x = 0; x < columns; ++x) {
    if (new_row[at(x)] != old_row[at(x)]) changes_[at(x)] = 1;
    if (changes_[at(x)] == 0) continue;
    if (is_uncertain(next, x, y) || is_uncertain(shown_, x, y)) {
      // The terminal may have drawn, or may now draw, over the neighbours.
      const int behind = x + (new_row[at(x)].cell_width() == CellWidth::Wide ||
                                      old_row[at(x)].cell_width() == CellWidth::Wide
                                  ? 2
                                  : 1);
      if (x + 1 < columns) changes_[at(x + 1)] = 1;
      if (behind < columns) changes_[at(behind)] = 1;
    }
  }
  // Wide characters are written as a whole.
  for (int x = 0; x + 1 < columns; ++x) {
    if (new_row[at(x)].cell_width() != CellWidth::Wide) continue;
    if (changes_[at(x)] != 0 || changes_[at(x + 1)] != 0) changes_[at(x)] = changes_[at(x + 1)] = 1;
  }
}

bool FrameDiff::is_erasable(StyleId id) const {
  Style style = reduce(tables_->style_of(id), writer_.capabilities());
  if (style.link != 0) return false;
  if (style.background != term::Color() && !writer_.capabilities().has_background_erase) {
    return false;
  }
  style.background = {};
  return style == Style();
}

void FrameDiff::draw_row(const Frame& next, int y) {
  find_changes(next, y);
  const int columns = next.size().columns;
  const auto row = next.row(y);
  int tail = tail_start(row);
  if (tail < columns && !is_erasable(row[at(tail)].style)) tail = columns;
  for (int x = 0; x < columns;) {
    if (changes_[at(x)] == 0) {
      ++x;
    } else if (x >= tail) {
      const auto changed = std::count(changes_.begin() + x, changes_.end(), 1);
      if (changed < 3) tail = columns;  // Spaces are shorter.
      if (tail == columns) continue;
      writer_.move_to(x, y);
      writer_.set_background(*tables_, row[at(x)].style);
      writer_.erase_to_end_of_line();
      break;
    } else {
      x = draw_cells(next, x, y, tail);
    }
  }
  shown_.copy_row(next, y);
}

// Draws from a cell that has changed up to one from where moving is better.
int FrameDiff::draw_cells(const Frame& next, int x, int y, int tail) {
  const int columns = next.size().columns;
  writer_.move_to(x, y);
  while (x < tail) {
    if (changes_[at(x)] == 0) {
      int to = x;
      while (to < columns && changes_[at(to)] == 0) ++to;
      if (to >= tail || !is_cheaper_to_rewrite(next, x, to, y)) return to;
    }
    if (next.cell(x, y).is_blank()) {
      x = draw_blanks(next, x, y, tail);
    } else if (const int behind = draw_repeated(next, x, y); behind != x) {
      x = behind;
    } else {
      draw_cell(next, x, y);
      x += next.cell(x, y).cell_width() == CellWidth::Wide ? 2 : 1;
    }
    if (x < columns && changes_[at(x)] != 0) writer_.move_to(x, y);
  }
  return x;
}

// Cells [from, to) are as they should be.
bool FrameDiff::is_cheaper_to_rewrite(const Frame& next, int from, int to, int y) const {
  if (to - from > kMostRewritten || !writer_.is_at(from, y)) return false;
  const StyleId style = next.cell(from - 1, y).style;
  std::size_t bytes = 0;
  for (int x = from; x < to; ++x) {
    const Cell& cell = next.cell(x, y);
    const bool is_same_style =
        cell.style == (cell.is_blank() ? tables_->blank_style(style) : style);
    if (!is_same_style || cell.is_cluster != 0 || cell.content >= 0x80) return false;
    ++bytes;
  }
  return bytes <= writer_.move_cost(to, y);
}

int FrameDiff::draw_blanks(const Frame& next, int x, int y, int end) {
  const Cell blank = next.cell(x, y);
  int behind = x;
  // Up to the last one that has changed.
  for (int i = x; i < end && next.cell(i, y) == blank; ++i) {
    if (changes_[at(i)] != 0) behind = i + 1;
  }
  behind = std::max(behind, x + 1);
  if (behind - x >= kLeastErased && is_erasable(blank.style)) {
    writer_.set_background(*tables_, blank.style);
    writer_.erase(behind - x);
    return behind;
  }
  writer_.set_blank_style(*tables_, blank.style);
  if (behind - x >= kLeastRepeated && writer_.capabilities().has_repeat) {
    writer_.print(" ", 1, true);
    writer_.repeat(behind - x - 1);
  } else {
    writer_.print(std::string(at(behind - x), ' '), behind - x, true);
  }
  return behind;
}

// A run of the same character; returns x if it is not worth it.
int FrameDiff::draw_repeated(const Frame& next, int x, int y) {
  const Cell cell = next.cell(x, y);
  if (!writer_.capabilities().has_repeat || cell.cell_width() != CellWidth::Narrow ||
      is_uncertain(next, x, y)) {
    return x;
  }
  int behind = x;
  while (behind < next.size().columns && next.cell(behind, y) == cell &&
         changes_[at(behind)] != 0) {
    ++behind;
  }
  if (behind - x < kLeastRepeated) return x;
  draw_cell(next, x, y);
  writer_.repeat(behind - x - 1);
  return behind;
}

void FrameDiff::draw_cell(const Frame& next, int x, int y) {
  const Cell& cell = next.cell(x, y);
  const int width = cell.cell_width() == CellWidth::Wide ? 2 : 1;
  const bool is_certain = !is_uncertain(next, x, y);
  writer_.set_style(*tables_, cell.style);
  if (!is_certain) writer_.erase(width);
  if (cell.is_cluster != 0) {
    writer_.print(tables_->cluster_of(cell.content), width, is_certain);
  } else {
    std::string text;
    common::append_utf8(cell.content, text);
    writer_.print(text, width, is_certain);
  }
}

void FrameDiff::place_cursor(const Cursor& cursor) {
  writer_.show_cursor(cursor.is_visible);
  if (!cursor.is_visible) return;
  writer_.set_shape(cursor.shape);
  writer_.move_to(std::clamp(cursor.x, 0, std::max(shown_.size().columns - 1, 0)),
                  std::clamp(cursor.y, 0, std::max(shown_.size().rows - 1, 0)));
}

std::string_view FrameDiff::wrap(bool was_visible) {
  const std::string& out = writer_.out();
  if (out.size() < kLongOutput) return out;
  const bool is_synchronized = writer_.capabilities().has_synchronized_output;
  if (!is_synchronized && !was_visible) return out;
  const bool hides = !is_synchronized;
  wrapped_ = hides ? "\x1b[?25l" : "\x1b[?2026h";
  wrapped_ += out;
  if (!hides) {
    wrapped_ += "\x1b[?2026l";
  } else if (writer_.is_cursor_visible()) {
    wrapped_ += "\x1b[?25h";
  }
  return wrapped_;
}

// Tables with only what the two frames need.
void FrameDiff::compact(Frame& next) {
  writer_.close_link();
  auto tables = std::make_unique<FrameTables>();
  tables->set_generation(tables_->generation() + 1);
  shown_.renumber(*tables);
  next.renumber(*tables);
  *tables_ = std::move(*tables);
}

}  // namespace mux::render
