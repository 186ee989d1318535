// Which tab is shown, what it is called, and its end.
#include <algorithm>

#include "mux/action/groups.h"
#include "mux/model/closing.h"
#include "mux/model/focus.h"
#include "mux/model/pane_ops.h"

namespace mux::action {

namespace {

Result<Reply> close_tab(Context& context, const Arguments& arguments) {
  const Tab* const tab = TRY(target_tab(context, arguments));
  TRY(model::close_tab(context.session, context.host, tab->id, context.now_ms));
  return {};
}

// By how many places; around the corner.
Result<Reply> go_by(const Context& context, std::size_t step) {
  const Tab* const tab = TRY(focused_tab(context));
  const std::size_t count = context.session.tabs.size();
  const std::size_t next = (*context.session.position_of(tab->id) + step) % count;
  model::focus_tab(context.session, context.client, context.session.tabs[next]->id);
  return {};
}

Result<Reply> go_to_next(Context& context, const Arguments& /*arguments*/) {
  return go_by(context, 1);
}
Result<Reply> go_to_previous(Context& context, const Arguments& /*arguments*/) {
  return go_by(context, context.session.tabs.size() - 1);
}

constexpr ArgumentSpec kIndex[] = {{.name = "index",
                                    .kind = ArgumentKind::Number,
                                    .is_flag = false,
                                    .is_required = true,
                                    .docs = "Its position, from 1"}};

Result<Reply> go_to(Context& context, const Arguments& arguments) {
  // Beyond the last is the last.
  const std::size_t count = context.session.tabs.size();
  const std::uint64_t index = std::max<std::uint64_t>(*arguments.number("index"), 1);
  const std::size_t position = std::min<std::uint64_t>(index, count) - 1;
  model::focus_tab(context.session, context.client, context.session.tabs[position]->id);
  return {};
}

constexpr ArgumentSpec kId[] = {{.name = "tab-id",
                                 .kind = ArgumentKind::Number,
                                 .is_flag = false,
                                 .is_required = true,
                                 .docs = "The tab's id"}};

Result<Reply> go_to_id(Context& context, const Arguments& arguments) {
  model::focus_tab(context.session, context.client, TRY(target_tab(context, arguments))->id);
  return {};
}

constexpr ArgumentSpec kGoToName[] = {
    {.name = "name", .is_flag = false, .is_required = true, .docs = "The tab's name"},
    {.name = "create",
     .kind = ArgumentKind::Switch,
     .short_name = 'c',
     .docs = "Open a tab of that name if there is none"}};

Result<Reply> go_to_name(Context& context, const Arguments& arguments) {
  const std::string_view name = arguments.text("name");
  std::optional<TabId> id;
  for (const auto& tab : context.session.tabs) {
    if (!id && tab->title() == name) id = tab->id;
  }
  const bool is_new = !id && arguments.is_set("create");
  if (is_new) {
    layout::TabSpec spec = context.session.options.layout.new_tab;
    spec.name = name;
    id = model::open_tab(context.session, context.host, spec, context.session.options.layout);
  }
  if (!id) return fail(fmt::format("there is no tab named '{}'", name));
  model::focus_tab(context.session, context.client, *id);
  return Reply{.text = is_new ? fmt::format("{}\n", model::number_of(*id)) : std::string()};
}

Result<Reply> toggle_tab(Context& context, const Arguments& /*arguments*/) {
  const model::ClientView* const client = TRY(own_client(context));
  if (client->tab_history.empty()) return {};
  model::focus_tab(context.session, context.client, client->tab_history.back());
  return {};
}

constexpr ArgumentSpec kRenameTab[] = {
    {.name = "name", .is_flag = false, .is_required = true, .docs = "The new name"}, kTabId};
constexpr ArgumentSpec kRenameId[] = {
    {.name = "tab-id",
     .kind = ArgumentKind::Number,
     .is_flag = false,
     .is_required = true,
     .docs = "The tab's id"},
    {.name = "name", .is_flag = false, .is_required = true, .docs = "The new name"}};

Result<Reply> rename_tab(Context& context, const Arguments& arguments) {
  TRY(target_tab(context, arguments))->name = arguments.text("name");
  return {};
}

Result<Reply> undo_rename_tab(Context& context, const Arguments& arguments) {
  Tab* const tab = TRY(target_tab(context, arguments));
  model::ClientView* const client =
      context.client ? context.session.find_client(*context.client) : nullptr;
  tab->name.clear();
  if (client != nullptr && client->name_before) tab->name = *client->name_before;
  if (client != nullptr) client->name_before.reset();
  return {};
}

constexpr ArgumentSpec kTabNameTyped[] = {
    {.name = "bytes",
     .kind = ArgumentKind::Words,
     .is_flag = false,
     .is_required = true,
     .docs = "What was typed, as numbers of bytes; 0 empties"}};

Result<Reply> type_tab_name(Context& context, const Arguments& arguments) {
  type_into(TRY(focused_tab(context))->name, TRY(bytes_of(arguments.words())));
  return {};
}

Result<Reply> toggle_sync(Context& context, const Arguments& arguments) {
  Tab* const tab = TRY(target_tab(context, arguments));
  tab->is_synchronized = !tab->is_synchronized;
  return {};
}

constexpr ActionRow kTabsRows[] = {
    {"close-tab", Group::Tabs, kOnlyTab, "Close a tab",
     "Its programs live on for a while: undo-close brings the tab back.", close_tab},
    {"close-tab-by-id", Group::Tabs, kId, "Close the tab with an id", {}, close_tab},
    {"go-to-next-tab", Group::Tabs, {}, "Go to the next tab", {}, go_to_next},
    {"go-to-previous-tab", Group::Tabs, {}, "Go to the tab before", {}, go_to_previous},
    {"go-to-tab", Group::Tabs, kIndex, "Go to the tab at a position", {}, go_to},
    {"go-to-tab-by-id", Group::Tabs, kId, "Go to the tab with an id", {}, go_to_id},
    {"go-to-tab-name", Group::Tabs, kGoToName, "Go to the tab with a name",
     "Prints the id of a tab that was opened.", go_to_name},
    {"rename-tab", Group::Tabs, kRenameTab, "Name a tab", {}, rename_tab},
    {"rename-tab-by-id", Group::Tabs, kRenameId, "Name the tab with an id", {}, rename_tab},
    {"tab-name-input",
     Group::Tabs,
     kTabNameTyped,
     "Type at the tab's name",
     {},
     type_tab_name,
     true},
    {"toggle-active-sync-tab",
     Group::Tabs,
     kOnlyTab,
     "Send what is typed to all panes of the tab, or to one",
     {},
     toggle_sync},
    {"toggle-tab", Group::Tabs, {}, "Go to the tab that was seen before", {}, toggle_tab, true},
    {"undo-rename-tab", Group::Tabs, kOnlyTab, "Take a tab's name away again", {}, undo_rename_tab},
};

}  // namespace

std::span<const ActionRow> tab_actions() {
  return kTabsRows;
}

}  // namespace mux::action
