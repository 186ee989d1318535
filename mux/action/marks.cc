// Panes that a client has marked: its group, and what is done to all of them.
#include <algorithm>
#include <vector>

#include "mux/action/groups.h"
#include "mux/model/closing.h"
#include "mux/model/focus.h"
#include "mux/model/swaps.h"
#include "mux/model/tab_ops.h"

namespace mux::action {

namespace {

using model::ClientView;

Result<Reply> toggle_in_group(Context& context, const Arguments& arguments) {
  const Pane* const pane = TRY(target_pane(context, arguments));
  ClientView* const client = TRY(own_client(context));
  if (!pane->is_selectable()) return fail("bars cannot be marked");
  if (std::erase(client->group, pane->id()) == 0) client->group.push_back(pane->id());
  return {};
}

Result<Reply> toggle_marking(Context& context, const Arguments& /*arguments*/) {
  ClientView* const client = TRY(own_client(context));
  client->is_marking = !client->is_marking;
  const auto pane = model::focused_pane(context.session, context.client);
  const bool is_new = pane && std::ranges::find(client->group, *pane) == client->group.end();
  if (client->is_marking && is_new) client->group.push_back(*pane);
  return {};
}

void let_go(ClientView& client) {
  client.group.clear();
  client.is_marking = false;
  client.syncs_group = false;
}

Result<Reply> ungroup(Context& context, const Arguments& /*arguments*/) {
  let_go(*TRY(own_client(context)));
  return {};
}

Result<ClientView*> client_with_group(const Context& context) {
  ClientView* const client = TRY(own_client(context));
  if (client->group.empty()) return fail("no panes are marked");
  return client;
}

Result<Reply> toggle_group_sync(Context& context, const Arguments& /*arguments*/) {
  ClientView* const client = TRY(client_with_group(context));
  client->syncs_group = !client->syncs_group;
  return {};
}

constexpr ArgumentSpec kBreakGroup[] = {
    {.name = "name", .short_name = 'n', .docs = "Of the new tab"}};

// The marks have served their purpose.
Result<std::vector<PaneId>> taken_group(const Context& context) {
  ClientView* const client = TRY(client_with_group(context));
  std::vector<PaneId> panes = client->group;
  for (const PaneId pane : panes) TRY(tab_with(context, pane));
  let_go(*client);
  return panes;
}

Result<Reply> break_group(Context& context, const Arguments& arguments) {
  const std::vector<PaneId> panes = TRY(taken_group(context));
  const TabId tab = TRY(model::break_to_new_tab(context.session, context.host, panes,
                                                std::string(arguments.text("name"))));
  model::focus_tab(context.session, context.client, tab);
  model::focus_pane(context.session, context.client, panes.front());
  return Reply{.text = fmt::format("{}\n", model::number_of(tab))};
}

Result<Reply> break_group_to(const Context& context, std::size_t step) {
  const Tab* const tab = TRY(focused_tab(context));
  const std::vector<PaneId> panes = TRY(taken_group(context));
  const std::size_t count = context.session.tabs.size();
  const std::size_t next = (*context.session.position_of(tab->id) + step) % count;
  TRY(model::move_to_tab(context.session, context.host, panes, context.session.tabs[next]->id));
  model::focus_pane(context.session, context.client, panes.front());
  return {};
}

Result<Reply> break_group_left(Context& context, const Arguments& /*arguments*/) {
  return break_group_to(context, context.session.tabs.size() - 1);
}
Result<Reply> break_group_right(Context& context, const Arguments& /*arguments*/) {
  return break_group_to(context, 1);
}

Result<Reply> close_group(Context& context, const Arguments& /*arguments*/) {
  for (const PaneId pane : TRY(taken_group(context))) {
    if (context.session.is_over) break;
    TRY(model::close_pane(context.session, context.host, pane, context.now_ms));
  }
  return {};
}

// Whatever can be done is done; then the first failure is told.
Result<Reply> change_all(const Context& context, Result<void> (*change)(Tab& tab, PaneId pane)) {
  const std::vector<PaneId> panes = TRY(taken_group(context));
  Result<void> done;
  for (const PaneId pane : panes) {
    Tab& tab = *TRY(tab_with(context, pane));
    tab.layout.leave_fullscreen();
    const auto changed = change(tab, pane);
    if (!changed && done) done = changed;
    model::adapt_tiles(context.session, tab);
    model::adapt_floats(context.session, tab);
  }
  model::repair_focus(context.session);
  model::focus_pane(context.session, context.client, panes.front());
  TRY(std::move(done));
  return {};
}

Result<Reply> float_group(Context& context, const Arguments& /*arguments*/) {
  return change_all(context, [](Tab& tab, PaneId pane) {
    return tab.layout.floats().contains(pane) ? Result<void>() : tab.layout.float_pane(pane);
  });
}
Result<Reply> embed_group(Context& context, const Arguments& /*arguments*/) {
  return change_all(context, [](Tab& tab, PaneId pane) {
    return tab.layout.floats().contains(pane) ? tab.layout.embed_pane(pane) : Result<void>();
  });
}

// In the tab of the first.
Result<void> stack_in(Tab& tab, const std::vector<PaneId>& panes) {
  for (const PaneId pane : panes) {
    if (tab.layout.floats().contains(pane)) TRY(tab.layout.embed_pane(pane));
  }
  return tab.layout.tiles().stack(panes.front(), std::span(panes).subspan(1));
}

Result<Reply> stack_group(Context& context, const Arguments& /*arguments*/) {
  const std::vector<PaneId> panes = TRY(taken_group(context));
  const TabId id = TRY(tab_with(context, panes.front()))->id;
  TRY(model::move_to_tab(context.session, context.host, panes, id));
  Tab& tab = *context.session.find_tab(id);
  tab.layout.leave_fullscreen();
  const Result<void> stacked = stack_in(tab, panes);
  // Some may have moved even if not all could.
  tab.layout.settle();
  tab.tiled_swaps.mark_changed();
  model::repair_focus(context.session);
  TRY(stacked);
  return {};
}

constexpr ActionRow kMarkRows[] = {
    {"break-group", Group::Marks, kBreakGroup, "Move the marked panes to a tab of their own",
     "Prints the tab's id.", break_group},
    {"break-group-left",
     Group::Marks,
     {},
     "Move the marked panes to the tab on the left",
     {},
     break_group_left},
    {"break-group-right",
     Group::Marks,
     {},
     "Move the marked panes to the tab on the right",
     {},
     break_group_right},
    {"close-group", Group::Marks, {}, "Close the marked panes", {}, close_group},
    {"embed-group", Group::Marks, {}, "Tile the marked panes", {}, embed_group},
    {"float-group", Group::Marks, {}, "Let the marked panes float", {}, float_group},
    {"stack-group", Group::Marks, {}, "Put the marked panes into one stack", {}, stack_group},
    {"toggle-group-marking",
     Group::Marks,
     {},
     "Mark panes as they are focused, or stop",
     {},
     toggle_marking,
     true},
    {"toggle-group-sync",
     Group::Marks,
     {},
     "Send what is typed into a marked pane to all of them, or no longer",
     {},
     toggle_group_sync},
    {"toggle-pane-in-group",
     Group::Marks,
     kOnlyPane,
     "Mark a pane or take the mark away",
     {},
     toggle_in_group,
     true},
    {"ungroup", Group::Marks, {}, "Take all marks away", {}, ungroup},
};

}  // namespace

std::span<const ActionRow> mark_actions() {
  return kMarkRows;
}

}  // namespace mux::action
