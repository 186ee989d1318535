// The part of InputRouter that is about the mouse.
#include <algorithm>
#include <string>

#include "mux/model/focus.h"
#include "mux/model/input_ops.h"
#include "mux/model/scroll.h"
#include "mux/model/text.h"
#include "mux/server/input_router.h"

namespace mux::server {

namespace {

using input::MouseAction;

constexpr int kWheelLines = 3;

bool is_wheel(MouseAction action) {
  return action >= MouseAction::WheelUp;
}

// The pane in front at a cell.
std::optional<model::PaneView> view_at(const model::Session& session, const model::Tab& tab, int x,
                                       int y) {
  const std::vector<model::PaneView> views = model::views_of(session, tab);
  const auto found = std::find_if(views.rbegin(), views.rend(), [&](const model::PaneView& view) {
    return view.placement.rect.contains(x, y);
  });
  if (found == views.rend()) return std::nullopt;
  return *found;
}

bool wants_mouse(const model::Pane& pane) {
  return pane.terminal() != nullptr && model::input_modes(pane).mouse != input::MouseMode::Off;
}

// The cell of the pane's text that is nearest.
model::TextPosition position_at(const model::Pane& pane, const model::PaneView& view, int x,
                                int y) {
  const layout::Rect& content = view.content;
  const int row = std::clamp(y - content.y, 0, std::max(content.rows - 1, 0));
  return {.line = model::top_line(pane) + static_cast<std::uint64_t>(row),
          .column = std::clamp(x - content.x, 0, content.columns)};
}

}  // namespace

bool InputRouter::take_mouse(model::ClientId client, const input::MouseEvent& mouse,
                             std::uint64_t now_ms) {
  if (drags_.contains(client) && !is_wheel(mouse.action) && mouse.action != MouseAction::Press) {
    return drag(client, mouse, now_ms);
  }
  const model::Tab* const tab = model::focused_tab(std::as_const(session_), client);
  if (tab == nullptr) return false;
  const std::optional<model::PaneView> view = view_at(session_, *tab, mouse.x, mouse.y);
  if (!view) return false;
  model::Pane* const pane = session_.find_pane(view->placement.pane);
  if (pane == nullptr || pane->terminal() == nullptr) return false;
  if (is_wheel(mouse.action)) return wheel(*pane, *view, mouse, now_ms);
  if (mouse.action == MouseAction::Press) return press(client, *view, mouse, now_ms);
  if (wants_mouse(*pane)) send_mouse(*pane, *view, mouse, now_ms);
  return false;
}

bool InputRouter::press(model::ClientId client, const model::PaneView& view,
                        const input::MouseEvent& mouse, std::uint64_t now_ms) {
  model::Pane& pane = *session_.find_pane(view.placement.pane);
  const bool is_focused = model::focused_pane(session_, client) == pane.id();
  if (!is_focused) {
    model::focus_pane(session_, client, pane.id());
    model::arrange(session_, host_);
  }
  if (!view.content.contains(mouse.x, mouse.y)) return !is_focused;
  Drag drag{.pane = pane.id(), .anchor = std::nullopt};
  bool has_changed = !is_focused;
  // With Shift the text is selected, whatever the program wants.
  if (wants_mouse(pane) && (mouse.modifiers & input::kShift) == 0) {
    send_mouse(pane, view, mouse, now_ms);
  } else if (mouse.button == 1) {
    has_changed = has_changed || pane.selection.has_value();
    pane.selection.reset();
    drag.anchor = position_at(pane, view, mouse.x, mouse.y);
  }
  drags_[client] = drag;
  return has_changed;
}

bool InputRouter::drag(model::ClientId client, const input::MouseEvent& mouse,
                       std::uint64_t now_ms) {
  Drag current = drags_[client];
  if (mouse.action == MouseAction::Release) drags_.erase(client);
  const std::optional<model::PaneView> view = model::view_of(session_, current.pane);
  model::Pane* const pane = session_.find_pane(current.pane);
  if (!view || pane == nullptr || pane->terminal() == nullptr) return false;
  if (current.anchor) return select(client, current, *view, mouse);
  if (wants_mouse(*pane)) send_mouse(*pane, *view, mouse, now_ms);
  return false;
}

bool InputRouter::select(model::ClientId client, Drag& drag, const model::PaneView& view,
                         const input::MouseEvent& mouse) {
  model::Pane& pane = *session_.find_pane(drag.pane);
  if (mouse.action == MouseAction::Release) {
    if (!pane.selection) return false;
    host_.copy(client, model::CopyTarget::Clipboard, model::text_of(pane, *pane.selection));
    return true;
  }
  // Beyond the edge the text follows.
  if (mouse.y < view.content.y) model::scroll_by(pane, -1);
  if (mouse.y >= view.content.bottom()) model::scroll_by(pane, 1);
  model::TextPosition begin = *drag.anchor;
  model::TextPosition end = position_at(pane, view, mouse.x, mouse.y);
  if (end < begin) std::swap(begin, end);
  end.column += 1;
  pane.selection = model::Selection{.span = {.begin = begin, .end = end},
                                    .is_rectangle = (mouse.modifiers & input::kAlt) != 0};
  return true;
}

bool InputRouter::wheel(model::Pane& pane, const model::PaneView& view,
                        const input::MouseEvent& mouse, std::uint64_t now_ms) {
  if (wants_mouse(pane)) {
    send_mouse(pane, view, mouse, now_ms);
    return false;
  }
  const bool is_up = mouse.action == MouseAction::WheelUp;
  if (!is_up && mouse.action != MouseAction::WheelDown) return false;
  if (pane.terminal()->is_alternate_shown()) {
    const input::KeyEvent key{.code = is_up ? input::key::Up : input::key::Down};
    for (int i = 0; i < kWheelLines; ++i) {
      model::send_event(session_, host_, pane.id(), key, now_ms);
    }
    return false;
  }
  model::scroll_by(pane, is_up ? -kWheelLines : kWheelLines);
  return true;
}

// With the place inside of the pane.
void InputRouter::send_mouse(const model::Pane& pane, const model::PaneView& view,
                             input::MouseEvent mouse, std::uint64_t now_ms) {
  const layout::Rect& content = view.content;
  if (content.is_empty()) return;
  mouse.x = std::clamp(mouse.x - content.x, 0, content.columns - 1);
  mouse.y = std::clamp(mouse.y - content.y, 0, content.rows - 1);
  model::send_event(session_, host_, pane.id(), mouse, now_ms);
}

}  // namespace mux::server
