// Tabs that layouts describe: new ones, and those that are laid out anew.
#include <algorithm>

#include "mux/action/placing.h"
#include "mux/model/closing.h"
#include "mux/model/focus.h"
#include "mux/model/override.h"
#include "mux/model/pane_ops.h"
#include "mux/model/swaps.h"

namespace mux::action {

namespace {

constexpr ArgumentSpec kLayoutFlags[] = {
    {.name = "layout", .short_name = 'l', .docs = "The layout's name or file"},
    kLayoutString,
    kLayoutDir,
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
  TRY(check_layout_flags(arguments));
  if (arguments.has("layout-string")) {
    return context.host.parse_layout(arguments.text("layout-string"));
  }
  if (!arguments.has("layout")) return context.session.options.layout;
  return context.host.read_layout(layout_meant(context, arguments));
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

Result<void> put_command(const Context& context, const Arguments& arguments,
                         layout::TabSpec& spec) {
  const auto& words = arguments.words();
  if (words.empty()) return {};
  layout::TileSpec* const tile = first_shell(spec.tiles);
  if (tile == nullptr) return fail("the layout has no pane for the command");
  layout::PaneContent& content = tile->pane.content;
  content.kind = layout::PaneContent::Kind::Command;
  content.program = words.front();
  content.arguments.assign(words.begin() + 1, words.end());
  if (!arguments.has("cwd")) content.cwd = context.cwd;
  content.closes_on_exit = arguments.is_set("close-on-exit");
  content.starts_suspended = arguments.is_set("start-suspended");
  return {};
}

Result<TabId> open_described(const Context& context, const Arguments& arguments,
                             layout::TabSpec spec, const layout::Layout& layout) {
  if (arguments.has("name")) spec.name = arguments.text("name");
  const std::string cwd = path_meant(context, arguments.text("cwd"));
  layout::add_cwd(spec.tiles, cwd);
  for (layout::FloatSpec& floating : spec.floats) layout::add_cwd(floating.pane.content, cwd);
  TRY(put_command(context, arguments, spec));
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
  if (!until) return Reply{.text = std::move(text)};
  const auto pane = context.session.find_tab(*focus)->focus.pane;
  return pane ? opened(context, *pane, until) : Reply();
}

Result<Reply> turn(const Context& context, const Arguments& arguments, bool is_backwards) {
  Tab* const tab = TRY(target_tab(context, arguments));
  const auto done = model::turn_layout(context.session, *tab, is_backwards);
  if (!done) return Reply{.note = done.error().message};
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
    kLayoutString,
    kLayoutDir,
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

constexpr ActionRow kTabLayoutRows[] = {
    {"new-tab", Group::Tabs, kNewTab, "Open a tab",
     "Prints the tab's id, or nothing if it waits for a pane.", new_tab},
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
};

}  // namespace

std::span<const ActionRow> tab_layout_actions() {
  return kTabLayoutRows;
}

}  // namespace mux::action
