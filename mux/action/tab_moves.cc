// Tabs change places, and panes change tabs.
#include "mux/action/groups.h"
#include "mux/model/focus.h"
#include "mux/model/tab_ops.h"

namespace mux::action {

namespace {

constexpr std::string_view kSides[] = {"left", "right"};
constexpr ArgumentSpec kMoveTab[] = {{.name = "direction",
                                      .kind = ArgumentKind::Choice,
                                      .is_flag = false,
                                      .is_required = true,
                                      .choices = kSides,
                                      .docs = "Where to"},
                                     kTabId};

Result<Reply> move_tab(Context& context, const Arguments& arguments) {
  const Tab* const tab = TRY(target_tab(context, arguments));
  if (context.session.tabs.size() < 2) return {};
  TRY(model::move_tab(context.session, tab->id, *arguments.direction("direction")));
  return {};
}

constexpr ArgumentSpec kBreak[] = {kPaneId,
                                   {.name = "name", .short_name = 'n', .docs = "Of the new tab"}};

// One pane has the tab to itself: there is nothing to break out of.
bool is_alone(const Tab& tab) {
  return tab.layout.tiles().in_reading_order().size() + tab.layout.floats().panes().size() == 1;
}

Result<Reply> break_pane(Context& context, const Arguments& arguments) {
  const PaneId pane = TRY(target_pane(context, arguments))->id();
  const Tab* const own = TRY(tab_with(context, pane));
  TabId tab = own->id;
  if (!is_alone(*own)) {
    const PaneId panes[] = {pane};
    tab = TRY(model::break_to_new_tab(context.session, context.host, panes,
                                      std::string(arguments.text("name"))));
  }
  model::focus_tab(context.session, context.client, tab);
  model::focus_pane(context.session, context.client, pane);
  return Reply{.text = fmt::format("{}\n", model::number_of(tab))};
}

Result<Reply> break_by(const Context& context, const Arguments& arguments, std::size_t step) {
  const PaneId pane = TRY(target_pane(context, arguments))->id();
  const Tab* const tab = TRY(tab_with(context, pane));
  const std::size_t count = context.session.tabs.size();
  const std::size_t next = (*context.session.position_of(tab->id) + step) % count;
  const PaneId panes[] = {pane};
  TRY(model::move_to_tab(context.session, context.host, panes, context.session.tabs[next]->id));
  model::focus_pane(context.session, context.client, pane);
  return {};
}

Result<Reply> break_left(Context& context, const Arguments& arguments) {
  return break_by(context, arguments, context.session.tabs.size() - 1);
}
Result<Reply> break_right(Context& context, const Arguments& arguments) {
  return break_by(context, arguments, 1);
}

constexpr ActionRow kTabMoveRows[] = {
    {"break-pane", Group::Tabs, kBreak, "Move a pane to a tab of its own", "Prints the tab's id.",
     break_pane},
    {"break-pane-left",
     Group::Tabs,
     kOnlyPane,
     "Move a pane to the tab on the left",
     {},
     break_left},
    {"break-pane-right",
     Group::Tabs,
     kOnlyPane,
     "Move a pane to the tab on the right",
     {},
     break_right},
    {"move-tab",
     Group::Tabs,
     kMoveTab,
     "Let a tab and the one beside it change places",
     {},
     move_tab},
};

}  // namespace

std::span<const ActionRow> tab_move_actions() {
  return kTabMoveRows;
}

}  // namespace mux::action
