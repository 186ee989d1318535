#include "mux/model/input_ops.h"

#include <algorithm>
#include <string>
#include <utility>
#include <variant>

#include "mux/model/arrange.h"
#include "mux/model/closing.h"
#include "mux/model/pane_ops.h"
#include "mux/model/scroll.h"

namespace mux::model {

namespace {

using input::InputModes;
using input::KeyEvent;
using input::MouseEncoding;
using input::MouseMode;
using term::Mode;

MouseMode mouse_mode(const term::Terminal& terminal) {
  if (terminal.mode(Mode::MouseMoves)) return MouseMode::Motion;
  if (terminal.mode(Mode::MouseDrags)) return MouseMode::Drags;
  if (terminal.mode(Mode::MouseButtons)) return MouseMode::Buttons;
  return terminal.mode(Mode::MousePresses) ? MouseMode::Clicks : MouseMode::Off;
}

MouseEncoding mouse_encoding(const term::Terminal& terminal) {
  if (terminal.mode(Mode::MousePixels)) return MouseEncoding::SgrPixels;
  if (terminal.mode(Mode::MouseSgr)) return MouseEncoding::Sgr;
  if (terminal.mode(Mode::MouseUrxvt)) return MouseEncoding::Urxvt;
  return terminal.mode(Mode::MouseUtf8) ? MouseEncoding::Utf8 : MouseEncoding::X10;
}

// Keys of a pane whose command does not run.
void take_key(Session& session, Host& host, Pane& pane, const KeyEvent& key, std::uint64_t now_ms) {
  if (key.action == input::KeyAction::Release) return;
  const bool has_control = (key.modifiers & input::kControl) != 0;
  if (key.code == input::key::Enter) {
    static_cast<void>(run_pane(session, host, pane.id()));
  } else if (key.code == input::key::Escape) {
    static_cast<void>(run_shell_in(session, host, pane.id()));
  } else if (key.code == 'c' && has_control) {
    static_cast<void>(close_pane(session, host, pane.id(), now_ms));
  }
  arrange(session, host);
}

void send_to(Session& session, Host& host, Pane& pane, const input::Event& event,
             std::uint64_t now_ms) {
  if (pane.terminal() == nullptr) return;
  if (!pane.has_process) {
    const auto* const key = std::get_if<KeyEvent>(&event);
    if (key != nullptr) take_key(session, host, pane, *key, now_ms);
    return;
  }
  const std::string bytes = input::encode(event, input_modes(pane));
  if (bytes.empty()) return;
  if (!std::holds_alternative<input::Focus>(event)) scroll_to_bottom(pane);
  if (std::exchange(pane.has_bell, false)) ++pane.face_version;  // Whoever types has seen it.
  host.write(pane.id(), bytes);
}

bool is_typed(const input::Event& event) {
  return std::holds_alternative<KeyEvent>(event) || std::holds_alternative<input::Paste>(event);
}

}  // namespace

InputModes input_modes(const Pane& pane) {
  // Numbers of XTMODKEYS.
  constexpr std::size_t kOtherKeys = 4;
  InputModes modes;
  const term::Terminal* const terminal = pane.terminal();
  if (terminal == nullptr) return modes;
  modes.has_cursor_keys = terminal->mode(Mode::CursorKeys);
  modes.has_keypad_keys = terminal->mode(Mode::Keypad);
  modes.has_backspace_key = terminal->mode(Mode::BackarrowKey);
  modes.has_new_line = terminal->mode(Mode::LineFeed);
  modes.is_vt52 = !terminal->mode(Mode::Ansi);
  modes.has_bracketed_paste = terminal->mode(Mode::BracketedPaste);
  modes.reports_focus = terminal->mode(Mode::FocusReports);
  modes.other_keys = terminal->modifier_keys().values[kOtherKeys];
  modes.keyboard_flags = terminal->screen().keyboard.flags();
  modes.mouse = mouse_mode(*terminal);
  modes.mouse_encoding = mouse_encoding(*terminal);
  return modes;
}

std::vector<PaneId> in_sync_with(const Session& session, PaneId id) {
  std::vector<PaneId> panes = {id};
  const Pane* const own = session.find_pane(id);
  const Tab* const tab = session.tab_of(id);
  if (own == nullptr || tab == nullptr || own->is_excluded_from_sync) return panes;
  const auto add = [&](const std::vector<PaneId>& others) {
    for (const PaneId other : others) {
      const Pane* const pane = session.find_pane(other);
      const bool takes_input = pane->has_process && !pane->is_excluded_from_sync;
      const bool is_new = std::ranges::find(panes, other) == panes.end();
      if (takes_input && is_new) panes.push_back(other);
    }
  };
  if (tab->is_synchronized) add(tab->layout.panes());
  for (const auto& [client_id, client] : session.clients) {
    const bool is_marked = std::ranges::find(client.group, id) != client.group.end();
    if (client.syncs_group && is_marked) add(client.group);
  }
  return panes;
}

void send_event(Session& session, Host& host, PaneId id, const input::Event& event,
                std::uint64_t now_ms) {
  const std::vector<PaneId> panes =
      is_typed(event) ? in_sync_with(session, id) : std::vector<PaneId>{id};
  for (const PaneId target : panes) {
    Pane* const pane = session.find_pane(target);
    if (pane != nullptr) send_to(session, host, *pane, event, now_ms);
  }
}

void send_bytes(Session& session, Host& host, PaneId id, std::string_view bytes) {
  for (const PaneId target : in_sync_with(session, id)) {
    Pane* const pane = session.find_pane(target);
    if (pane == nullptr || !pane->has_process) continue;
    scroll_to_bottom(*pane);
    host.write(target, bytes);
  }
}

}  // namespace mux::model
