#include "mux/server/input_router.h"

#include <algorithm>
#include <string>

#include "mux/action/action.h"
#include "mux/model/focus.h"
#include "mux/model/input_ops.h"
#include "mux/model/scroll.h"

namespace mux::server {

using input::MouseAction;

bool InputRouter::take(model::ClientId client, const input::Event& event, std::uint64_t now_ms) {
  const model::ClientView* const view = session_.find_client(client);
  if (view == nullptr || view->is_read_only) return false;
  if (const auto* key = std::get_if<input::KeyEvent>(&event)) return take_key(client, *key, now_ms);
  if (const auto* mouse = std::get_if<input::MouseEvent>(&event)) {
    return take_mouse(client, *mouse, now_ms);
  }
  if (const auto* paste = std::get_if<input::Paste>(&event)) {
    return take_text(client, event, paste->text, now_ms);
  }
  if (std::holds_alternative<input::Focus>(event)) return send(client, event, now_ms);
  return false;
}

bool InputRouter::run(model::ClientId client, const input::Actions& actions, std::uint64_t now_ms) {
  action::Context context{.session = session_, .host = host_, .client = client, .now_ms = now_ms};
  if (!action::run(context, actions)) {
    if (const auto pane = model::focused_pane(session_, client)) host_.ring_bell(*pane);
  }
  return true;
}

bool InputRouter::take_key(model::ClientId client, const input::KeyEvent& key,
                           std::uint64_t now_ms) {
  const input::Mode mode = session_.find_client(client)->mode;
  if (const input::Actions* const actions = keys_.find(mode, key)) {
    // Copied: an action may change the bindings.
    return run(client, input::Actions(*actions), now_ms);
  }
  const bool is_press = key.action != input::KeyAction::Release;
  return take_text(client, key, is_press ? input::text_of(key) : std::string(), now_ms);
}

// What the mode does not bind.
bool InputRouter::take_text(model::ClientId client, const input::Event& event,
                            std::string_view text, std::uint64_t now_ms) {
  const input::Mode mode = session_.find_client(client)->mode;
  switch (input::unbound_in(mode, session_.options.default_mode)) {
    case input::Unbound::Dropped:
      return false;
    case input::Unbound::ToPane:
      return send(client, event, now_ms);
    case input::Unbound::ToAction: {
      const auto* const key = std::get_if<input::KeyEvent>(&event);
      const bool is_backspace = key != nullptr && key->code == input::key::Backspace &&
                                key->action != input::KeyAction::Release;
      const std::string_view typed = is_backspace ? std::string_view("\x7f") : text;
      if (typed.empty()) return false;
      return run(client, {action::input_call(input::row_of(mode).input_action, typed)}, now_ms);
    }
  }
  return false;
}

bool InputRouter::send(model::ClientId client, const input::Event& event, std::uint64_t now_ms) {
  const auto focused = model::focused_pane(session_, client);
  if (!focused) return false;
  const model::Pane* const pane = session_.find_pane(*focused);
  // Typing ends these.
  const bool changes_view = pane != nullptr && (pane->scroll_top || pane->selection ||
                                                pane->state != model::PaneState::Running);
  model::send_event(session_, host_, *focused, event, now_ms);
  return changes_view;
}

}  // namespace mux::server
