#include "mux/server/input_router.h"

#include <algorithm>
#include <string>
#include <utility>

#include "mux/action/scroll_mode.h"
#include "mux/model/clients.h"
#include "mux/model/focus.h"
#include "mux/model/input_ops.h"
#include "mux/model/scroll.h"

namespace mux::server {

using input::MouseAction;

namespace {

// Not the keys that only change others.
bool is_typed(const input::Event& event) {
  const auto* const key = std::get_if<input::KeyEvent>(&event);
  if (key == nullptr) return std::holds_alternative<input::Paste>(event);
  return key->action != input::KeyAction::Release && !input::is_modifier_key(key->code);
}

}  // namespace

InputRouter::InputRouter(model::Session& session, model::Host& host, const input::KeyMap& keys,
                         KeyHints& hints, FinishLater finish_later)
    : session_(session),
      host_(host),
      keys_(keys),
      finish_later_(std::move(finish_later)),
      mouse_(session, host, hints,
             [this](model::ClientId client, const input::Actions& actions, std::uint64_t now_ms) {
               run(client, actions, now_ms);
             }) {}

bool InputRouter::take(model::ClientId client, const input::Event& event, std::uint64_t now_ms) {
  model::ClientView* const view = session_.find_client(client);
  if (view == nullptr || view->is_read_only) return false;
  const bool has_read = dismiss_notice(*view, event);
  const bool has_changed = take_event(client, event, now_ms);
  // So that the next key of the same burst is understood in its mode.
  return action::follow_scrolling(session_, host_) || has_changed || has_read;
}

// What was told has been seen once somebody goes on.
bool InputRouter::dismiss_notice(model::ClientView& view, const input::Event& event) {
  const auto* const key = std::get_if<input::KeyEvent>(&event);
  const auto* const mouse = std::get_if<input::MouseEvent>(&event);
  const bool goes_on = (key != nullptr && key->action != input::KeyAction::Release) ||
                       (mouse != nullptr && mouse->action == MouseAction::Press);
  if (!goes_on || !view.notice) return false;
  view.notice.reset();
  return true;
}

bool InputRouter::take_event(model::ClientId client, const input::Event& event,
                             std::uint64_t now_ms) {
  if (const auto* key = std::get_if<input::KeyEvent>(&event)) return take_key(client, *key, now_ms);
  if (const auto* mouse = std::get_if<input::MouseEvent>(&event)) {
    return mouse_.take(client, *mouse, now_ms);
  }
  if (const auto* paste = std::get_if<input::Paste>(&event)) {
    return take_text(client, event, paste->text, now_ms);
  }
  if (std::holds_alternative<input::Focus>(event)) return send(client, event, now_ms);
  return false;
}

bool InputRouter::run(model::ClientId client, const input::Actions& actions, std::uint64_t now_ms) {
  action::Context context{
      .session = session_, .host = host_, .client = client, .now_ms = now_ms, .is_by_key = true};
  auto reply = action::run(context, actions);
  const std::string& why = reply ? reply->note : reply.error().message;
  if (!why.empty()) tell_failure(client, why);
  if (reply && !reply->later.empty()) finish_later_(client, std::move(reply->later));
  return true;
}

void InputRouter::tell_failure(model::ClientId client, const std::string& why) {
  model::tell(session_, client, {.text = why, .is_bad = true});
  if (const auto pane = model::focused_pane(session_, client)) host_.ring_bell(*pane);
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
  model::Pane* const pane = session_.find_pane(*focused);
  const bool changes_view = pane != nullptr && (pane->scroll_top || pane->selection ||
                                                pane->state != model::PaneState::Running);
  if (pane != nullptr && is_typed(event)) pane->selection.reset();
  model::send_event(session_, host_, *focused, event, now_ms);
  return changes_view;
}

}  // namespace mux::server
