// The part of MouseRouter that is about borders and places of panes.
#include <algorithm>

#include "mux/server/mouse_router.h"

namespace mux::server {

namespace {

using layout::Direction;
using layout::Rect;

// How far the pointer is outside of (negative: inside) the border on that side.
int distance_outwards(const Rect& rect, Direction side, const input::MouseEvent& mouse) {
  switch (side) {
    case Direction::Left:
      return rect.x - mouse.x;
    case Direction::Right:
      return mouse.x - (rect.right() - 1);
    case Direction::Up:
      return rect.y - mouse.y;
    case Direction::Down:
      return mouse.y - (rect.bottom() - 1);
  }
  return 0;
}

}  // namespace

// A press on what surrounds the text.  The first row of a floating pane moves it; any
// other border moves alone, in a corner two of them.
MouseRouter::Gesture MouseRouter::frame_gesture(const model::PaneView& view,
                                                const input::MouseEvent& mouse) const {
  Gesture gesture;
  const Rect& rect = view.placement.rect;
  const auto role = view.placement.role;
  const bool is_floating = role == layout::Placement::Role::Floating;
  if (mouse.button != 1 || !rect.contains(mouse.x, mouse.y)) return gesture;
  if (!is_floating && role != layout::Placement::Role::Tiled) return gesture;
  if (is_floating && mouse.y == rect.y) {
    gesture.kind = Gesture::Kind::Move;
    gesture.offset_x = mouse.x - rect.x;
    gesture.offset_y = mouse.y - rect.y;
    return gesture;
  }
  gesture.kind = is_floating ? Gesture::Kind::Resize : Gesture::Kind::Border;
  if (view.left > 0 && mouse.x == rect.x) gesture.horizontal = Direction::Left;
  if (view.right > 0 && mouse.x == rect.right() - 1) gesture.horizontal = Direction::Right;
  if (view.top > 0 && mouse.y == rect.y) gesture.vertical = Direction::Up;
  if (view.bottom > 0 && mouse.y == rect.bottom() - 1) gesture.vertical = Direction::Down;
  return gesture;
}

bool MouseRouter::move_sides(const Gesture& gesture, const input::MouseEvent& mouse) {
  model::Tab* const tab = session_.tab_of(gesture.pane);
  const auto view = model::view_of(session_, gesture.pane);
  if (tab == nullptr || !view) return false;
  for (const auto& side : {gesture.horizontal, gesture.vertical}) {
    if (!side) continue;
    const int cells = distance_outwards(view->placement.rect, *side, mouse);
    if (cells == 0) continue;
    // At the edge of the area there is no border to move.
    if (gesture.kind == Gesture::Kind::Resize) {
      static_cast<void>(tab->layout.floats().drag(gesture.pane, *side, cells));
      tab->floating_swaps.mark_changed();
    } else {
      static_cast<void>(tab->layout.tiles().drag(gesture.pane, *side, cells));
      tab->tiled_swaps.mark_changed();
    }
  }
  tab->layout.settle();
  model::arrange(session_, host_);
  return true;
}

bool MouseRouter::move_float(const Gesture& gesture, const input::MouseEvent& mouse) {
  model::Tab* const tab = session_.tab_of(gesture.pane);
  const layout::Float* const pane =
      tab == nullptr ? nullptr : tab->layout.floats().find(gesture.pane);
  if (pane == nullptr) return false;
  const Rect area = tab->layout.tiles().viewport();
  Rect rect = pane->rect;
  rect.x =
      std::clamp(mouse.x - gesture.offset_x, area.x, std::max(area.right() - rect.columns, area.x));
  rect.y =
      std::clamp(mouse.y - gesture.offset_y, area.y, std::max(area.bottom() - rect.rows, area.y));
  static_cast<void>(tab->layout.floats().set_rect(gesture.pane, rect));
  tab->floating_swaps.mark_changed();
  tab->layout.settle();
  model::arrange(session_, host_);
  return true;
}

}  // namespace mux::server
