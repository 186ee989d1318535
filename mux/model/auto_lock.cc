#include "mux/model/auto_lock.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "mux/model/focus.h"

namespace mux::model {

namespace {

// The pane whose program fills its screen; none: the client's is not such.
std::optional<PaneId> full_screen_pane(const Session& session, const ClientView& client) {
  const auto focused = focused_pane(session, client.id);
  const Pane* const pane = focused ? session.find_pane(*focused) : nullptr;
  const bool is_full = pane != nullptr && pane->terminal() != nullptr &&
                       pane->state == PaneState::Running && pane->terminal()->is_alternate_shown();
  return is_full ? focused : std::nullopt;
}

bool is_listed(const std::vector<std::string>& programs, const std::vector<std::string>& command) {
  if (programs.empty()) return true;
  if (command.empty()) return false;
  const std::string_view path = command.front();
  const std::string_view name = path.substr(path.rfind('/') + 1);
  return std::ranges::find(programs, name) != programs.end();
}

void change_mode(ClientView& client, input::Mode from, input::Mode to, bool& has_changed) {
  if (client.mode != from) return;
  client.mode = to;
  has_changed = true;
}

}  // namespace

bool update_auto_lock(Session& session, Host& host, bool looks) {
  if (session.options.auto_lock == AutoLock::Never) return false;
  bool has_changed = false;
  for (auto& [id, client] : session.clients) {
    const auto pane = full_screen_pane(session, client);
    if (pane == client.full_screen && !(pane && looks)) continue;
    client.full_screen = pane;
    const bool locks =
        pane && is_listed(session.options.auto_lock_programs, host.foreground_command(*pane));
    if (locks == client.is_auto_locked) continue;
    client.is_auto_locked = locks;
    if (locks) {
      change_mode(client, input::Mode::Normal, input::Mode::Locked, has_changed);
    } else {
      change_mode(client, input::Mode::Locked, input::Mode::Normal, has_changed);
    }
  }
  return has_changed;
}

}  // namespace mux::model
