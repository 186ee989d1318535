#include "mux/render/frame.h"

#include <algorithm>
#include <cstring>
#include <string>

#include "common/text/utf8.h"
#include "common/text/width.h"

namespace mux::render {

Frame::Frame(FrameSize size, FrameTables& tables)
    : size_(size),
      tables_(&tables),
      cells_(static_cast<std::size_t>(size.columns) * static_cast<std::size_t>(size.rows)),
      touched_(static_cast<std::size_t>(size.rows), 1) {}

// The other half of a wide character at x becomes blank.
void Frame::blank_half(int x, int y) {
  const CellWidth width = cell(x, y).cell_width();
  if (width == CellWidth::Narrow) return;
  const int other = width == CellWidth::Wide ? x + 1 : x - 1;
  Cell& half = cells_[index(other, y)];
  half = Cell{.style = tables_->blank_style(half.style)};
}

void Frame::set(int x, int y, Cell cell) {
  if (x < 0 || y < 0 || x >= size_.columns || y >= size_.rows) return;
  touch(y);
  blank_half(x, y);
  if (cell.cell_width() != CellWidth::Wide) {
    cells_[index(x, y)] = cell;
    return;
  }
  if (x + 1 >= size_.columns) {
    cells_[index(x, y)] = Cell{.style = tables_->blank_style(cell.style)};
    return;
  }
  blank_half(x + 1, y);
  cells_[index(x, y)] = cell;
  cells_[index(x + 1, y)] =
      Cell{.width = static_cast<std::uint32_t>(CellWidth::WideTail), .style = cell.style};
}

void Frame::put(int x, int y, char32_t character, bool is_wide, StyleId style) {
  const bool is_control = character < 0x20 || (character >= 0x7F && character < 0xA0);
  if (character == ' ' || is_control) {
    set(x, y, Cell{.style = tables_->blank_style(style)});
    if (is_wide) set(x + 1, y, Cell{.style = tables_->blank_style(style)});
    return;
  }
  set(x, y, Cell{.content = character & 0x1FFFFF, .width = is_wide ? 1u : 0u, .style = style});
}

void Frame::put_cluster(int x, int y, std::string_view text, bool is_wide, StyleId style) {
  set(x, y,
      Cell{.content = tables_->cluster(text) & 0x1FFFFF,
           .is_cluster = 1,
           .width = is_wide ? 1u : 0u,
           .style = style});
}

void Frame::fill(layout::Rect rect, StyleId style) {
  const int left = std::max(rect.x, 0);
  const int right = std::min(rect.right(), size_.columns);
  const Cell blank{.style = tables_->blank_style(style)};
  for (int y = std::max(rect.y, 0); y < std::min(rect.bottom(), size_.rows) && left < right; ++y) {
    touch(y);
    // Only at the borders can a wide character be cut.
    blank_half(left, y);
    blank_half(right - 1, y);
    std::fill(cells_.begin() + static_cast<std::ptrdiff_t>(index(left, y)),
              cells_.begin() + static_cast<std::ptrdiff_t>(index(right - 1, y)) + 1, blank);
  }
}

void Frame::put_cells(int x, int y, std::span<const Cell> cells) {
  if (y < 0 || y >= size_.rows || x < 0 || x >= size_.columns) return;
  cells = cells.first(std::min(cells.size(), columns() - static_cast<std::size_t>(x)));
  if (cells.empty()) return;
  Cell* const place = &cells_[index(x, y)];
  if (std::memcmp(place, cells.data(), cells.size_bytes()) == 0) return;
  touch(y);
  // What is already there may be cut at the borders.
  if (place->cell_width() == CellWidth::WideTail) blank_half(x, y);
  const int last = x + static_cast<int>(cells.size()) - 1;
  if (cell(last, y).cell_width() == CellWidth::Wide) blank_half(last, y);
  std::ranges::copy(cells, place);
}

int Frame::write(int x, int y, std::string_view text, StyleId style, int end) {
  int last = -1;  // Column of the character before.
  std::size_t last_start = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t start = at;
    const char32_t character = common::next_code_point(text, at);
    const int width = static_cast<int>(std::min<std::size_t>(common::display_width(character), 2));
    if (width == 0) {
      if (last < 0 || character < 0xA0) continue;
      const bool is_wide = x - last == 2;
      put_cluster(last, y, text.substr(last_start, at - last_start), is_wide, style);
      continue;
    }
    if (x + width > end) break;
    put(x, y, character, width == 2, style);
    last = x;
    last_start = start;
    x += width;
  }
  return x;
}

void Frame::scroll(const Scroll& scroll) {
  scrolls_.push_back(scroll);
  const layout::Rect& area = scroll.area;
  const int lines = scroll.lines;
  const auto row_start = [&](int y) {
    return cells_.begin() + static_cast<std::ptrdiff_t>(index(area.x, y));
  };
  const auto move_row = [&](int from, int to) {
    touch(to);
    if (from >= area.y && from < area.bottom()) {
      std::copy_n(row_start(from), area.columns, row_start(to));
    } else {
      std::fill_n(row_start(to), area.columns, Cell{});
    }
  };
  if (lines > 0) {
    for (int y = area.y; y < area.bottom(); ++y) move_row(y + lines, y);
  } else {
    for (int y = area.bottom() - 1; y >= area.y; --y) move_row(y + lines, y);
  }
}

void Frame::copy_row(const Frame& from, int y) {
  touch(y);
  std::ranges::copy(from.row(y), cells_.begin() + static_cast<std::ptrdiff_t>(index(0, y)));
}

void Frame::renumber(FrameTables& tables) {
  for (Cell& cell : cells_) {
    Style style = tables_->style_of(cell.style);
    if (style.link != 0) style.link = tables.link(tables_->link_of(style.link));
    cell.style = tables.style(style);
    if (cell.is_cluster != 0) {
      cell.content = tables.cluster(tables_->cluster_of(cell.content)) & 0x1FFFFF;
    }
  }
}

}  // namespace mux::render
