#include "mux/action/scroll_mode.h"

#include <string>

#include "mux/action/action.h"
#include "mux/input/mode.h"
#include "mux/model/focus.h"
#include "mux/model/scroll.h"

namespace mux::action {

namespace {

const model::Pane* focused_terminal(const model::Session& session, model::ClientId client) {
  const auto focused = model::focused_pane(session, client);
  const model::Pane* const pane = focused ? session.find_pane(*focused) : nullptr;
  return pane != nullptr && pane->terminal() != nullptr ? pane : nullptr;
}

bool shows_history(const model::Pane* pane) {
  return pane != nullptr && pane->scroll_top && model::scroll_position(*pane).above_bottom > 0;
}

// The match that was gone to may be at the bottom.
bool is_searched(const model::Pane* pane) {
  return pane != nullptr && !pane->search.pattern.empty();
}

input::Mode mode_wanted(const model::Session& session, input::Mode mode, const model::Pane* pane) {
  if (shows_history(pane)) return mode == input::Mode::Normal ? input::Mode::Scroll : mode;
  const bool leaves = mode == input::Mode::Scroll && !is_searched(pane);
  return leaves ? session.options.default_mode : mode;
}

}  // namespace

bool follow_scrolling(model::Session& session, model::Host& host) {
  if (!session.options.links_scroll_mode) return false;
  bool has_changed = false;
  for (auto& [id, client] : session.clients) {
    const model::Pane* const pane = focused_terminal(session, id);
    if (client.is_read_only || client.is_scrolled == shows_history(pane)) continue;
    client.is_scrolled = !client.is_scrolled;
    const input::Mode mode = mode_wanted(session, client.mode, pane);
    if (mode == client.mode) continue;
    Context context{.session = session, .host = host, .client = id};
    // There is a row for it, and a mode of that name.
    (void)run(context, input::ActionCall{.name = "switch-mode",
                                         .arguments = {std::string(input::name_of(mode))}});
    has_changed = true;
  }
  return has_changed;
}

}  // namespace mux::action
