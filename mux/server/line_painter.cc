#include "mux/server/line_painter.h"

#include <cstdint>
#include <vector>

namespace mux::server {

namespace {

using layout::Rect;

// Where a line goes from the middle of a cell.
enum Arm : std::uint8_t { kUp = 1, kDown = 2, kLeft = 4, kRight = 8 };

constexpr char32_t kLines[16] = {U' ', U'│', U'│', U'│', U'─', U'┘', U'┐', U'┤',
                                 U'─', U'└', U'┌', U'├', U'─', U'┴', U'┬', U'┼'};

class LinePainter {
 public:
  LinePainter(std::span<const model::PaneView> views, std::optional<model::PaneId> focused,
              const Looks& looks, render::Frame& frame)
      : views_(views),
        frame_(frame),
        style_(frame.tables().style(looks.frame)),
        focused_style_(frame.tables().style(looks.focused_frame)),
        arms_(at({0, frame.size().rows})) {
    for (const model::PaneView& view : views) {
      if (view.placement.pane == focused) focused_ = view.placement.rect;
    }
  }

  void paint() {
    for (const model::PaneView& view : views_) {
      if (!has_lines(view)) continue;
      add(view, view.placement.rect);
      if (!view.placement.title.is_empty()) add(view, view.placement.title);
    }
    if (!has_any_) return;
    // Whoever begins beside another line joins it.
    for (const model::PaneView& view : views_) {
      if (!has_lines(view)) continue;
      join(view, view.placement.rect);
      if (!view.placement.title.is_empty()) join(view, view.placement.title);
    }
    for (int y = 0; y < frame_.size().rows; ++y) {
      for (int x = 0; x < frame_.size().columns; ++x) draw({x, y});
    }
  }

 private:
  struct Cell {
    int x = 0;
    int y = 0;
  };

  static bool has_lines(const model::PaneView& view) {
    return view.left == 0 && (view.right > 0 || view.bottom > 0);
  }
  std::size_t at(Cell cell) const {
    return static_cast<std::size_t>(cell.y) * static_cast<std::size_t>(frame_.size().columns) +
           static_cast<std::size_t>(cell.x);
  }
  bool is_inside(Cell cell) const {
    return cell.x >= 0 && cell.y >= 0 && cell.x < frame_.size().columns &&
           cell.y < frame_.size().rows;
  }
  void set(Cell cell, unsigned arms) {
    if (!is_inside(cell)) return;
    arms_[at(cell)] = static_cast<std::uint8_t>(arms_[at(cell)] | arms);
    has_any_ = true;
  }
  void extend(Cell cell, unsigned arm) {
    if (is_inside(cell) && arms_[at(cell)] != 0) set(cell, arm);
  }

  static bool has_bottom(const model::PaneView& view, const Rect& rect) {
    return view.bottom > 0 && rect == view.placement.rect;
  }

  // On the right and below; where both meet, what comes from the pane only.
  void add(const model::PaneView& view, const Rect& rect) {
    const int x = rect.right() - 1;
    const int y = rect.bottom() - 1;
    const bool is_corner = view.right > 0 && has_bottom(view, rect);
    if (view.right > 0) {
      for (int row = rect.y; row < y; ++row) set({x, row}, kUp | kDown);
      set({x, y}, is_corner ? kUp : kUp | kDown);
    }
    if (has_bottom(view, rect)) {
      for (int column = rect.x; column < x; ++column) set({column, y}, kLeft | kRight);
      set({x, y}, is_corner ? kLeft : kLeft | kRight);
    }
  }

  void join(const model::PaneView& view, const Rect& rect) {
    if (view.right > 0) extend({rect.right() - 1, rect.y - 1}, kDown);
    if (has_bottom(view, rect)) extend({rect.x - 1, rect.bottom() - 1}, kRight);
  }

  bool is_focused(Cell cell) const {
    return cell.x >= focused_.x - 1 && cell.x < focused_.right() && cell.y >= focused_.y - 1 &&
           cell.y < focused_.bottom() && !focused_.is_empty();
  }

  void draw(Cell cell) {
    const std::uint8_t arms = arms_[at(cell)];
    if (arms == 0) return;
    frame_.put(cell.x, cell.y, kLines[arms], false, is_focused(cell) ? focused_style_ : style_);
  }

  std::span<const model::PaneView> views_;
  render::Frame& frame_;
  render::StyleId style_;
  render::StyleId focused_style_;
  std::vector<std::uint8_t> arms_;  // Of each cell of the frame.
  Rect focused_;
  bool has_any_ = false;
};

}  // namespace

void paint_lines(std::span<const model::PaneView> views, std::optional<model::PaneId> focused,
                 const Looks& looks, render::Frame& frame) {
  LinePainter(views, focused, looks, frame).paint();
}

}  // namespace mux::server
