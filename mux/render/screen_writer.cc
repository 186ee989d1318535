#include "mux/render/screen_writer.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "mux/render/color_reduction.h"
#include "mux/render/sgr.h"

namespace mux::render {

namespace {

constexpr std::string_view kCsi = "\x1b[";

// CSI count final, without a count of 1.
std::string counted(int count, char final) {
  std::string text(kCsi);
  if (count != 1) text += std::to_string(count);
  return text += final;
}

// CUP, without the parts that are 1.
std::string absolute_move(int x, int y) {
  std::string text(kCsi);
  if (x != 0 || y != 0) text += std::to_string(y + 1);
  if (x != 0) text += ';' + std::to_string(x + 1);
  return text += 'H';
}

void keep_shorter(std::string candidate, std::string& best) {
  if (candidate.size() < best.size()) best = std::move(candidate);
}

}  // namespace

void ScreenWriter::forget() {
  x_ = y_ = kUnknown;
  is_visible_.reset();
  shape_.reset();
}

void ScreenWriter::clear(FrameSize size) {
  forget();
  size_ = size;
  if (capabilities_.has_hyperlinks) out_ += "\x1b]8;;\x1b\\";
  if (capabilities_.has_side_margins) out_ += "\x1b[?69l";
  out_ += "\x1b[m\x1b[r\x1b[H\x1b[2J";
  pen_ = {};
  x_ = y_ = top_ = 0;
  bottom_ = size.rows;
  last_scrolled_ = {};
}

std::string ScreenWriter::horizontal_move(int x) const {
  if (x == x_) return {};
  if (x == 0) return "\r";
  std::string best = counted(x + 1, 'G');
  if (x_ == kUnknown) return best;
  if (x > x_) {
    keep_shorter(counted(x - x_, 'C'), best);
  } else {
    keep_shorter(counted(x_ - x, 'D'), best);
    keep_shorter(std::string(static_cast<std::size_t>(x_ - x), '\b'), best);
  }
  return best;
}

// Relative moves stop at a margin that lies in between.
std::string ScreenWriter::vertical_move(int y) const {
  if (y == y_) return {};
  std::string best = counted(y + 1, 'd');
  if (y > y_ && (y_ >= bottom_ || y < bottom_)) {
    keep_shorter(counted(y - y_, 'B'), best);
    keep_shorter(std::string(static_cast<std::size_t>(y - y_), '\n'), best);
  } else if (y < y_ && (y_ < top_ || y >= top_)) {
    keep_shorter(counted(y_ - y, 'A'), best);
    if (y_ - y == 1) keep_shorter("\x1bM", best);
  }
  return best;
}

std::string ScreenWriter::best_move(int x, int y) const {
  std::string best = absolute_move(x, y);
  if (y_ != kUnknown) keep_shorter(horizontal_move(x) + vertical_move(y), best);
  return best;
}

void ScreenWriter::move_to(int x, int y) {
  if (is_at(x, y)) return;
  out_ += best_move(x, y);
  x_ = x;
  y_ = y;
}

std::size_t ScreenWriter::move_cost(int x, int y) const {
  return is_at(x, y) ? 0 : best_move(x, y).size();
}

void ScreenWriter::set_pen(const Style& style) {
  append_sgr(pen_, style, out_);
  const std::uint16_t link = pen_.link;
  pen_ = style;
  pen_.link = link;
}

void ScreenWriter::set_style(const FrameTables& tables, StyleId id) {
  const Style style = reduce(tables.style_of(id), capabilities_);
  set_pen(style);
  if (style.link == pen_.link) return;
  pen_.link = style.link;
  out_ += "\x1b]8;";
  if (style.link != 0) {
    const Link& link = tables.link_of(style.link);
    if (!link.id.empty()) out_ += "id=" + link.id;
    out_ += ';' + link.url;
  } else {
    out_ += ';';
  }
  out_ += "\x1b\\";
}

void ScreenWriter::set_blank_style(const FrameTables& tables, StyleId id) {
  if (blank_look(pen_) != reduce(tables.style_of(id), capabilities_)) set_style(tables, id);
}

void ScreenWriter::close_link() {
  if (pen_.link == 0) return;
  pen_.link = 0;
  out_ += "\x1b]8;;\x1b\\";
}

void ScreenWriter::set_background(const FrameTables& tables, StyleId id) {
  const Style style = reduce(tables.style_of(id), capabilities_);
  if (pen_.background != style.background || pen_.link != 0) set_style(tables, id);
}

void ScreenWriter::print(std::string_view text, int columns, bool is_certain) {
  out_ += text;
  x_ = is_certain && x_ + columns < size_.columns ? x_ + columns : kUnknown;
}

void ScreenWriter::repeat(int count) {
  out_ += counted(count, 'b');
  x_ = x_ != kUnknown && x_ + count < size_.columns ? x_ + count : kUnknown;
}

void ScreenWriter::erase_to_end_of_line() {
  out_ += "\x1b[K";
}

void ScreenWriter::erase_to_end_of_screen() {
  out_ += "\x1b[J";
}

void ScreenWriter::erase(int columns) {
  out_ += counted(columns, 'X');
}

void ScreenWriter::set_margins(int top, int bottom) {
  if (top == top_ && bottom == bottom_) return;
  const bool is_whole = top == 0 && bottom == size_.rows;
  out_ += kCsi;
  if (!is_whole) {
    if (top != 0) out_ += std::to_string(top + 1);
    if (bottom != size_.rows) out_ += ';' + std::to_string(bottom);
  }
  out_ += 'r';
  top_ = top;
  bottom_ = bottom;
  x_ = y_ = 0;
}

bool ScreenWriter::can_scroll(layout::Rect area) const {
  if (area.rows < 2) return false;  // Margins need two rows.
  return area.columns == size_.columns ||
         (capabilities_.has_side_margins && capabilities_.has_scroll && area.columns >= 2);
}

// A region that scrolls again will do so more often, so its margins are worth setting.
bool ScreenWriter::is_scroll_repeated(layout::Rect area) {
  return area == std::exchange(last_scrolled_, area);
}

void ScreenWriter::scroll(layout::Rect area, int lines) {
  if (pen_.background != term::Color()) set_pen({});
  const bool is_repeated = is_scroll_repeated(area);
  const bool has_margins = area.y == top_ && area.bottom() == bottom_;
  if (area.columns != size_.columns) {
    set_margins(area.y, area.bottom());
    out_ +=
        "\x1b[?69h\x1b[" + std::to_string(area.x + 1) + ';' + std::to_string(area.right()) + 's';
    out_ += counted(std::abs(lines), lines > 0 ? 'S' : 'T') + "\x1b[?69l";
    x_ = y_ = kUnknown;
  } else if (!has_margins && !is_repeated && area.bottom() == bottom_ && area.y >= top_) {
    move_to(x_ == kUnknown ? 0 : x_, area.y);
    out_ += counted(std::abs(lines), lines > 0 ? 'M' : 'L');
    x_ = kUnknown;  // Some go to the first column.
  } else {
    set_margins(area.y, area.bottom());
    scroll_by_lines(area, lines);
  }
}

void ScreenWriter::scroll_by_lines(layout::Rect area, int lines) {
  const int count = std::abs(lines);
  if (count > 1 && capabilities_.has_scroll) {
    out_ += counted(count, lines > 0 ? 'S' : 'T');
    return;
  }
  // The row that comes in is what is drawn next, mostly.
  move_to(0, lines > 0 ? area.bottom() - 1 : area.y);
  for (int i = 0; i < count; ++i) out_ += lines > 0 ? "\n" : "\x1bM";
}

void ScreenWriter::show_cursor(bool is_visible) {
  if (is_visible_ == is_visible) return;
  is_visible_ = is_visible;
  out_ += is_visible ? "\x1b[?25h" : "\x1b[?25l";
}

void ScreenWriter::set_shape(CursorShape shape) {
  if (shape_ == shape) return;
  shape_ = shape;
  out_ += kCsi;
  if (shape != CursorShape::Default) out_ += std::to_string(static_cast<int>(shape));
  out_ += " q";
}

}  // namespace mux::render
