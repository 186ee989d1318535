#include "mux/server/mouse_router.h"

#include <algorithm>
#include <string>
#include <utility>

#include "mux/model/clipboard.h"
#include "mux/model/copying.h"
#include "mux/model/focus.h"
#include "mux/model/input_ops.h"
#include "mux/model/scroll.h"
#include "mux/model/text.h"
#include "mux/server/bar_painter.h"

namespace mux::server {

namespace {

using input::MouseAction;
using model::PaneView;

constexpr int kWheelLines = 3;
constexpr std::uint64_t kClickMilliseconds = 400;

bool is_wheel(MouseAction action) {
  return action >= MouseAction::WheelUp;
}

bool has(const input::MouseEvent& mouse, input::Modifier modifier) {
  return (mouse.modifiers & modifier) != 0;
}

// The pane in front at a cell.
std::optional<PaneView> view_at(const model::Session& session, const model::Tab& tab, int x,
                                int y) {
  const std::vector<PaneView> views = model::views_of(session, tab);
  const auto found = std::find_if(views.rbegin(), views.rend(), [&](const PaneView& view) {
    return view.placement.rect.contains(x, y) || view.placement.title.contains(x, y);
  });
  if (found == views.rend()) return std::nullopt;
  return *found;
}

bool wants_mouse(const model::Pane& pane) {
  return pane.terminal() != nullptr && pane.has_process && !pane.copying &&
         model::input_modes(pane).mouse != input::MouseMode::Off;
}

// The cell of the pane's text that is nearest.
model::TextPosition position_at(const model::Pane& pane, const PaneView& view, int x, int y) {
  const layout::Rect& content = view.content;
  const int row = std::clamp(y - content.y, 0, std::max(content.rows - 1, 0));
  return {.line = model::top_line(pane) + static_cast<std::uint64_t>(row),
          .column = std::clamp(x - content.x, 0, std::max(content.columns - 1, 0))};
}

}  // namespace

void MouseRouter::forget(model::ClientId client) {
  gestures_.erase(client);
  clicks_.erase(client);
}

bool MouseRouter::take(model::ClientId client, const input::MouseEvent& mouse,
                       std::uint64_t now_ms) {
  if (!session_.options.uses_mouse) return false;
  const bool follows = mouse.action == MouseAction::Move || mouse.action == MouseAction::Release;
  if (follows && gestures_.contains(client)) return follow(client, mouse, now_ms);
  const model::Tab* const tab = model::focused_tab(std::as_const(session_), client);
  if (tab == nullptr) return false;
  const std::optional<PaneView> view = view_at(session_, *tab, mouse.x, mouse.y);
  if (!view) return false;
  const model::Pane* const pane = session_.find_pane(view->placement.pane);
  if (pane == nullptr) return false;
  const bool is_elsewhere = point_at(client, mouse.action == MouseAction::Move ? pane : nullptr);
  if (pane->kind() == model::PaneKind::Bar) {
    return click_bar(client, *view, mouse, now_ms) || is_elsewhere;
  }
  if (is_wheel(mouse.action)) return wheel(client, *view, mouse, now_ms) || is_elsewhere;
  if (mouse.action == MouseAction::Press) {
    return press(client, *view, mouse, now_ms) || is_elsewhere;
  }
  return hover(client, *view, mouse, now_ms) || is_elsewhere;
}

// ---- Buttons

int MouseRouter::count_clicks(model::ClientId client, const input::MouseEvent& mouse,
                              std::uint64_t now_ms) {
  Click& last = clicks_[client];
  const bool is_same = last.x == mouse.x && last.y == mouse.y &&
                       now_ms - last.at_ms <= kClickMilliseconds && last.count > 0;
  last = {.at_ms = now_ms, .x = mouse.x, .y = mouse.y, .count = is_same ? last.count % 3 + 1 : 1};
  return last.count;
}

bool MouseRouter::press(model::ClientId client, const PaneView& view,
                        const input::MouseEvent& mouse, std::uint64_t now_ms) {
  const model::PaneId id = view.placement.pane;
  const bool was_focused = model::focused_pane(session_, client) == id;
  if (!was_focused) {
    model::focus_pane(session_, client, id);
    model::arrange(session_, host_);
  }
  Gesture gesture = gesture_of(client, view, mouse, was_focused, now_ms);
  gesture.pane = id;
  gesture.last = mouse;
  gestures_[client] = gesture;
  return !was_focused || gesture.kind != Gesture::Kind::Program;
}

MouseRouter::Gesture MouseRouter::gesture_of(model::ClientId client, const PaneView& view,
                                             const input::MouseEvent& mouse, bool was_focused,
                                             std::uint64_t now_ms) {
  model::Pane& pane = *session_.find_pane(view.placement.pane);
  if (!view.content.contains(mouse.x, mouse.y)) return frame_gesture(view, mouse);
  Gesture gesture;
  if (pane.terminal() == nullptr) return gesture;
  const model::SessionOptions& options = session_.options;
  if (has(mouse, input::kAlt) && options.has_advanced_mouse && mouse.button != 2) {
    if (mouse.button == 3) session_.find_client(client)->group.clear();
    if (mouse.button != 1) return gesture;
    gesture.kind = Gesture::Kind::Group;
    gesture.pointing = {.unit = model::PointUnit::Rectangle, .first = {}};
    const model::TextPosition at = position_at(pane, view, mouse.x, mouse.y);
    gesture.pointing.first = {.begin = at, .end = {at.line, at.column + 1}};
    return gesture;
  }
  // With Shift the text is selected, whatever the program wants.
  if (wants_mouse(pane) && !has(mouse, input::kShift)) {
    if (!was_focused && !options.clicks_through) return gesture;
    send(pane, view, mouse, now_ms);
    gesture.kind = Gesture::Kind::Program;
  } else if (mouse.button == 1) {
    gesture.kind = Gesture::Kind::Text;
    gesture.pointing = model::begin_pointing(pane, position_at(pane, view, mouse.x, mouse.y),
                                             count_clicks(client, mouse, now_ms), options);
  }
  return gesture;
}

// The pointer moves with a button, or the button is released.
bool MouseRouter::follow(model::ClientId client, const input::MouseEvent& mouse,
                         std::uint64_t now_ms) {
  Gesture& gesture = gestures_[client];
  const model::Pane* const pane = session_.find_pane(gesture.pane);
  const std::optional<PaneView> view = model::view_of(session_, gesture.pane);
  if (pane == nullptr || !view) {
    gestures_.erase(client);
    return false;
  }
  if (mouse.action == MouseAction::Release) {
    const Gesture ended = gesture;
    gestures_.erase(client);
    return release(client, ended, mouse, now_ms);
  }
  const bool has_moved = mouse.x != gesture.last.x || mouse.y != gesture.last.y;
  gesture.last = mouse;
  switch (gesture.kind) {
    case Gesture::Kind::None:
      return false;
    case Gesture::Kind::Program:
      if (wants_mouse(*pane)) send(*pane, *view, mouse, now_ms);
      return false;
    case Gesture::Kind::Group:
      if (has_moved) gesture.kind = Gesture::Kind::Text;
      [[fallthrough]];
    case Gesture::Kind::Text:
      return has_moved && select_to(gesture, *view, mouse);
    case Gesture::Kind::Border:
    case Gesture::Kind::Resize:
      return has_moved && move_sides(gesture, mouse);
    case Gesture::Kind::Move:
      return has_moved && move_float(gesture, mouse);
  }
  return false;
}

bool MouseRouter::release(model::ClientId client, const Gesture& gesture,
                          const input::MouseEvent& mouse, std::uint64_t now_ms) {
  model::Pane& pane = *session_.find_pane(gesture.pane);
  if (gesture.kind == Gesture::Kind::Program && wants_mouse(pane)) {
    send(pane, *model::view_of(session_, gesture.pane), mouse, now_ms);
  }
  if (gesture.kind == Gesture::Kind::Group) toggle_in_group(client, gesture.pane);
  const bool is_copied =
      gesture.kind == Gesture::Kind::Text && pane.selection && session_.options.copies_on_select;
  if (is_copied) {
    model::copy_text(session_, host_, client, model::text_of(pane, *pane.selection));
  }
  return gesture.kind == Gesture::Kind::Group || is_copied;
}

void MouseRouter::toggle_in_group(model::ClientId client, model::PaneId pane) {
  std::vector<model::PaneId>& group = session_.find_client(client)->group;
  if (std::erase(group, pane) == 0) group.push_back(pane);
}

bool MouseRouter::select_to(Gesture& gesture, const PaneView& view,
                            const input::MouseEvent& mouse) {
  model::Pane& pane = *session_.find_pane(gesture.pane);
  if (pane.terminal() == nullptr) return false;
  gesture.beyond = 0;
  if (mouse.y < view.content.y) gesture.beyond = mouse.y - view.content.y;
  if (mouse.y >= view.content.bottom()) gesture.beyond = mouse.y - view.content.bottom() + 1;
  if (gesture.beyond != 0) model::scroll_by(pane, gesture.beyond);
  model::point_to(pane, gesture.pointing, position_at(pane, view, mouse.x, mouse.y),
                  session_.options);
  return true;
}

bool MouseRouter::wants_ticks() const {
  return std::ranges::any_of(gestures_, [](const auto& entry) {
    return entry.second.kind == Gesture::Kind::Text && entry.second.beyond != 0;
  });
}

bool MouseRouter::tick() {
  bool has_changed = false;
  for (auto& [client, gesture] : gestures_) {
    if (gesture.kind != Gesture::Kind::Text || gesture.beyond == 0) continue;
    const std::optional<PaneView> view = model::view_of(session_, gesture.pane);
    if (view && session_.find_pane(gesture.pane) != nullptr) {
      has_changed = select_to(gesture, *view, gesture.last) || has_changed;
    }
  }
  return has_changed;
}

// ---- Without a button

bool MouseRouter::point_at(model::ClientId client, const model::Pane* pane) {
  const bool is_such = pane != nullptr && session_.options.highlights_hovered &&
                       session_.options.has_advanced_mouse && pane->is_selectable() &&
                       model::focused_pane(session_, client) != pane->id();
  const auto now = is_such ? std::optional(pane->id()) : std::nullopt;
  return std::exchange(session_.find_client(client)->hovered, now) != now;
}

bool MouseRouter::hover(model::ClientId client, const PaneView& view,
                        const input::MouseEvent& mouse, std::uint64_t now_ms) {
  const model::Pane& pane = *session_.find_pane(view.placement.pane);
  bool has_changed = false;
  if (session_.options.focus_follows_mouse && mouse.action == MouseAction::Move &&
      model::focused_pane(session_, client) != pane.id()) {
    model::focus_pane(session_, client, pane.id());
    model::arrange(session_, host_);
    has_changed = true;
  }
  // Motions over others are not theirs: that the terminal tells them may be our wish alone.
  const bool is_focused = model::focused_pane(session_, client) == pane.id();
  if (is_focused && wants_mouse(pane) && view.content.contains(mouse.x, mouse.y)) {
    send(pane, view, mouse, now_ms);
  }
  return has_changed;
}

bool MouseRouter::wheel(model::ClientId client, const PaneView& view,
                        const input::MouseEvent& mouse, std::uint64_t now_ms) {
  model::Pane& pane = *session_.find_pane(view.placement.pane);
  const bool is_up = mouse.action == MouseAction::WheelUp;
  const bool is_vertical = is_up || mouse.action == MouseAction::WheelDown;
  if (is_vertical && has(mouse, input::kControl) && session_.options.resizes_by_wheel) {
    run_(client,
         {{.name = "resize",
           .arguments = {is_up ? "increase" : "decrease", "--pane-id",
                         model::pane_name(pane.id())}}},
         now_ms);
    return true;
  }
  if (pane.terminal() == nullptr) return false;
  if (is_vertical && has(mouse, input::kAlt) && !pane.terminal()->is_alternate_shown()) {
    if (pane.copying) {
      model::move_copy_cursor(pane, is_up ? "previous-prompt" : "next-prompt");
    } else {
      model::scroll_to_prompt(pane, is_up);
    }
    return true;
  }
  if (wants_mouse(pane)) {
    send(pane, view, mouse, now_ms);
    return false;
  }
  if (!is_vertical) return false;
  if (pane.copying) {
    for (int i = 0; i < kWheelLines; ++i) {
      model::move_copy_cursor(pane, is_up ? "scroll-up" : "scroll-down");
    }
    return true;
  }
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

bool MouseRouter::click_bar(model::ClientId client, const PaneView& view,
                            const input::MouseEvent& mouse, std::uint64_t now_ms) {
  const std::string& bar = session_.find_pane(view.placement.pane)->content.program;
  if (mouse.action == MouseAction::WheelUp || mouse.action == MouseAction::WheelDown) {
    if (!has_tabs(bar)) return false;
    const bool is_up = mouse.action == MouseAction::WheelUp;
    run_(client, {{.name = is_up ? "go-to-previous-tab" : "go-to-next-tab", .arguments = {}}},
         now_ms);
    return true;
  }
  if (mouse.action != MouseAction::Press || mouse.button != 1) return false;
  const Looks looks = looks_of(session_.colors(), session_.options);
  const BarTarget target = bar_target(bar,
                                      {.session = session_,
                                       .client = *session_.find_client(client),
                                       .hints = hints_,
                                       .looks = looks},
                                      view.placement.rect, mouse.x);
  if (const auto* const tab = std::get_if<model::TabId>(&target)) {
    model::focus_tab(session_, client, *tab);
    model::arrange(session_, host_);
  } else if (const auto* const actions = std::get_if<input::Actions>(&target)) {
    run_(client, *actions, now_ms);
  }
  return true;
}

// With the place inside of the pane.
void MouseRouter::send(const model::Pane& pane, const PaneView& view, input::MouseEvent mouse,
                       std::uint64_t now_ms) {
  const layout::Rect& content = view.content;
  if (content.is_empty()) return;
  mouse.x = std::clamp(mouse.x - content.x, 0, content.columns - 1);
  mouse.y = std::clamp(mouse.y - content.y, 0, content.rows - 1);
  model::send_event(session_, host_, pane.id(), mouse, now_ms);
}

}  // namespace mux::server
