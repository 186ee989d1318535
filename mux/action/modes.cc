#include <algorithm>

#include "mux/action/groups.h"
#include "mux/model/copying.h"
#include "mux/model/focus.h"
#include "mux/model/search.h"

namespace mux::action {

namespace {

constexpr ArgumentSpec kMode[] = {
    {.name = "input-mode", .is_flag = false, .is_required = true, .docs = "The mode's name"}};

// What the name is before anything is typed at it.
void remember_name(const Context& context, model::ClientView& client) {
  client.name_before.reset();
  const auto pane = model::focused_pane(context.session, context.client);
  const Tab* const tab = model::focused_tab(context.session, context.client);
  if (client.mode == input::Mode::RenamePane && pane) {
    client.name_before = context.session.find_pane(*pane)->name;
  } else if (client.mode == input::Mode::RenameTab && tab != nullptr) {
    client.name_before = tab->name;
  }
}

bool is_of_searching(input::Mode mode) {
  return mode == input::Mode::Scroll || mode == input::Mode::EnterSearch ||
         mode == input::Mode::Search || input::is_of_copying(mode);
}

// What the modes have left in panes goes with the last client that is in one.
void tidy_up(model::Session& session, input::Mode mode) {
  const auto any = [&](bool (*is_such)(input::Mode)) {
    return std::ranges::any_of(session.clients,
                               [&](const auto& entry) { return is_such(entry.second.mode); });
  };
  const bool is_copying = any(input::is_of_copying);
  const bool is_searching = any(is_of_searching);
  for (auto& [id, pane] : session.panes) {
    if (pane->copying && !is_copying) model::end_copying(*pane, is_of_searching(mode));
    if (!pane->search.pattern.empty() && !is_searching) model::clear_search(*pane);
  }
}

Result<Reply> switch_mode(Context& context, const Arguments& arguments) {
  const input::Mode mode = TRY(input::parse_mode(arguments.text("input-mode")));
  for (auto& [id, client] : context.session.clients) {
    if (context.client && context.client != id) continue;
    client.mode = mode;
    remember_name(context, client);
  }
  tidy_up(context.session, mode);
  return {};
}

Result<Reply> toggle_mouse(Context& context, const Arguments& /*arguments*/) {
  bool& uses_mouse = context.session.options.uses_mouse;
  uses_mouse = !uses_mouse;
  return {};
}

Result<Reply> nothing(Context& /*context*/, const Arguments& /*arguments*/) {
  return {};
}

constexpr ActionRow kModesRows[] = {
    {"no-op", Group::Modes, {}, "Do nothing", {}, nothing, true},
    {"switch-mode", Group::Modes, kMode, "Let keys mean something else", {}, switch_mode},
    {"toggle-mouse-mode",
     Group::Modes,
     {},
     "Use the mouse or leave it to the terminal",
     {},
     toggle_mouse,
     true},
};

}  // namespace

std::span<const ActionRow> mode_actions() {
  return kModesRows;
}

}  // namespace mux::action
