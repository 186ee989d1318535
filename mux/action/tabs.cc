#include "mux/model/tab_ops.h"

#include <algorithm>

#include "mux/action/placing.h"
#include "mux/layout/layout_reader.h"
#include "mux/model/closing.h"
#include "mux/model/focus.h"
#include "mux/model/override.h"
#include "mux/model/swaps.h"

namespace mux::action {

namespace {

constexpr ArgumentSpec kLayoutFlags[] = {
    {.name = "layout", .short_name = 'l', .docs = "The layout's name or file"},
    {.name = "layout-string", .docs = "The layout itself, as KDL"},
};

constexpr ArgumentSpec kOfNewTab[] = {
    {.name = "name", .short_name = 'n', .docs = "The tab's name"},
    {.name = "cwd", .short_name = 'c', .docs = "The folder in which its panes start"},
    {.name = "close-on-exit",
     .kind = ArgumentKind::Switch,
     .docs = "Close the pane when its command ends"},
    {.name = "start-suspended",
     .kind = ArgumentKind::Switch,
     .docs = "Run the command only when Enter is pressed"},
    {.name = "block-until-exit",
     .kind = ArgumentKind::Switch,
     .docs = "Return when the command has ended, with its exit code"},
    {.name = "block-until-exit-success",
     .kind = ArgumentKind::Switch,
     .docs = "Return when the command has ended well, or the pane is closed"},
    {.name = "block-until-exit-failure",
     .kind = ArgumentKind::Switch,
     .docs = "Return when the command has failed, or the pane is closed"},
    {.name = "no-focus", .kind = ArgumentKind::Switch, .docs = "Leave the focus where it is"},
    {.name = "command",
     .kind = ArgumentKind::Words,
     .is_flag = false,
     .docs = "What runs in its first pane; none: a shell"}};
constexpr auto kNewTab = joined(kLayoutFlags, kOfNewTab);

Result<layout::Layout> layout_wanted(const Context& context, const Arguments& arguments) {
  const std::string_view text = arguments.text("layout-string");
  if (arguments.has("layout-string")) {
    if (arguments.has("layout")) return fail("--layout and --layout-string exclude each other");
    auto read = layout::read_layout(text);
    if (read) return std::move(*read);
    return fail(fmt::format("in the layout, line {}: {}", read.error().region.begin.line,
                            read.error().message));
  }
  if (!arguments.has("layout")) return context.session.options.layout;
  return context.host.read_layout(arguments.text("layout"));
}

layout::TileSpec* first_shell(layout::TileSpec& tile) {
  if (tile.is_pane()) {
    return tile.pane.content.kind == layout::PaneContent::Kind::Shell ? &tile : nullptr;
  }
  for (layout::TileSpec& child : tile.children) {
    if (layout::TileSpec* const found = first_shell(child)) return found;
  }
  return nullptr;
}

Result<void> put_command(const Arguments& arguments, layout::TabSpec& spec) {
  const auto& words = arguments.words();
  if (words.empty()) return {};
  layout::TileSpec* const tile = first_shell(spec.tiles);
  if (tile == nullptr) return fail("the layout has no pane for the command");
  layout::PaneContent& content = tile->pane.content;
  content.kind = layout::PaneContent::Kind::Command;
  content.program = words.front();
  content.arguments.assign(words.begin() + 1, words.end());
  content.closes_on_exit = arguments.is_set("close-on-exit");
  content.starts_suspended = arguments.is_set("start-suspended");
  return {};
}

Result<TabId> open_described(const Context& context, const Arguments& arguments,
                             layout::TabSpec spec, const layout::Layout& layout) {
  if (arguments.has("name")) spec.name = arguments.text("name");
  layout::add_cwd(spec.tiles, arguments.text("cwd"));
  for (layout::FloatSpec& floating : spec.floats) {
    layout::add_cwd(floating.pane.content, arguments.text("cwd"));
  }
  TRY(put_command(arguments, spec));
  return model::open_tab(context.session, context.host, spec, layout);
}

Result<Reply> new_tab(Context& context, const Arguments& arguments) {
  const auto until = TRY(wait_wanted(arguments));
  const layout::Layout layout = TRY(layout_wanted(context, arguments));
  // A layout that was named may have several tabs; the configured one is for new ones.
  const bool is_named = arguments.has("layout") || arguments.has("layout-string");
  std::vector<layout::TabSpec> specs;
  if (is_named) specs = layout.tabs;
  if (specs.empty()) specs.push_back(layout.new_tab);
  std::optional<TabId> focus;
  std::string text;
  for (const layout::TabSpec& spec : specs) {
    const TabId tab = TRY(open_described(context, arguments, spec, layout));
    if (!focus || spec.has_focus) focus = tab;
    text += fmt::format("{}\n", model::number_of(tab));
  }
  if (!arguments.is_set("no-focus")) model::focus_tab(context.session, context.client, *focus);
  Reply reply;
  if (until) {
    const auto pane = context.session.find_tab(*focus)->focus.pane;
    if (pane) reply = opened(context, *pane, until);
  }
  reply.text = std::move(text);
  return reply;
}

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
    if (!id && context.session.tab_title(*tab) == name) id = tab->id;
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

Result<Reply> turn(const Context& context, const Arguments& arguments, bool is_backwards) {
  Tab* const tab = TRY(target_tab(context, arguments));
  TRY(model::turn_layout(context.session, *tab, is_backwards));
  model::repair_focus(context.session);
  return {};
}

Result<Reply> next_swap(Context& context, const Arguments& arguments) {
  return turn(context, arguments, false);
}
Result<Reply> previous_swap(Context& context, const Arguments& arguments) {
  return turn(context, arguments, true);
}

constexpr ArgumentSpec kOverride[] = {
    {.name = "layout", .is_flag = false, .docs = "The layout's name or file"},
    {.name = "layout-string", .docs = "The layout itself, as KDL"},
    {.name = "apply-only-to-active-tab",
     .kind = ArgumentKind::Switch,
     .docs = "Leave the other tabs as they are"},
    {.name = "retain-existing-terminal-panes",
     .kind = ArgumentKind::Switch,
     .docs = "Keep terminals that the layout has no place for"},
    {.name = "retain-existing-plugin-panes",
     .kind = ArgumentKind::Switch,
     .docs = "Keep plugins that the layout has no place for"}};

// Of tabs beyond those of the layout; never the last one.
void close_tabs_from(const Context& context, std::size_t count) {
  while (context.session.tabs.size() > count && context.session.tabs.size() > 1) {
    const TabId last = context.session.tabs.back()->id;
    if (!model::close_tab(context.session, context.host, last, context.now_ms)) return;
  }
}

Result<Reply> override_layout(Context& context, const Arguments& arguments) {
  if (arguments.has("layout") == arguments.has("layout-string")) {
    return fail("expected a layout or --layout-string");
  }
  const layout::Layout layout = TRY(layout_wanted(context, arguments));
  const model::Retained retained{.terminals = arguments.is_set("retain-existing-terminal-panes"),
                                 .plugins = arguments.is_set("retain-existing-plugin-panes")};
  std::vector<layout::TabSpec> specs = layout.tabs;
  if (specs.empty()) specs.push_back(layout.new_tab);
  if (arguments.is_set("apply-only-to-active-tab")) {
    model::override_tab(context.session, context.host, *TRY(focused_tab(context)), specs.front(),
                        layout, retained);
    return {};
  }
  for (std::size_t i = 0; i < specs.size(); ++i) {
    if (i < context.session.tabs.size()) {
      model::override_tab(context.session, context.host, *context.session.tabs[i], specs[i], layout,
                          retained);
    } else {
      model::open_tab(context.session, context.host, specs[i], layout);
    }
  }
  close_tabs_from(context, specs.size());
  return {};
}

Result<Reply> toggle_sync(Context& context, const Arguments& arguments) {
  Tab* const tab = TRY(target_tab(context, arguments));
  tab->is_synchronized = !tab->is_synchronized;
  return {};
}

constexpr ArgumentSpec kBreak[] = {kPaneId,
                                   {.name = "name", .short_name = 'n', .docs = "Of the new tab"}};

Result<Reply> break_pane(Context& context, const Arguments& arguments) {
  const PaneId pane = TRY(target_pane(context, arguments))->id();
  const PaneId panes[] = {pane};
  const TabId tab = TRY(model::break_to_new_tab(context.session, context.host, panes,
                                                std::string(arguments.text("name"))));
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

constexpr ActionRow kTabsRows[] = {
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
    {"close-tab", Group::Tabs, kOnlyTab, "Close a tab",
     "Its programs live on for a while: undo-close brings the tab back.", close_tab},
    {"close-tab-by-id", Group::Tabs, kId, "Close the tab with an id", {}, close_tab},
    {"go-to-next-tab", Group::Tabs, {}, "Go to the next tab", {}, go_to_next},
    {"go-to-previous-tab", Group::Tabs, {}, "Go to the tab before", {}, go_to_previous},
    {"go-to-tab", Group::Tabs, kIndex, "Go to the tab at a position", {}, go_to},
    {"go-to-tab-by-id", Group::Tabs, kId, "Go to the tab with an id", {}, go_to_id},
    {"go-to-tab-name", Group::Tabs, kGoToName, "Go to the tab with a name",
     "Prints the id of a tab that was opened.", go_to_name},
    {"move-tab",
     Group::Tabs,
     kMoveTab,
     "Let a tab and the one beside it change places",
     {},
     move_tab},
    {"new-tab", Group::Tabs, kNewTab, "Open a tab", "Prints the tab's id.", new_tab},
    {"next-swap-layout",
     Group::Tabs,
     kOnlyTab,
     "Lay the panes out as the next swap layout says",
     {},
     next_swap},
    {"override-layout", Group::Tabs, kOverride, "Lay the tabs out as another layout says",
     "Panes that run what it asks for stay, others are started or closed; so are tabs.",
     override_layout},
    {"previous-swap-layout",
     Group::Tabs,
     kOnlyTab,
     "Lay the panes out as the swap layout before says",
     {},
     previous_swap},
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
