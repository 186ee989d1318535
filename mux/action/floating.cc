#include "mux/action/placing.h"
#include "mux/model/focus.h"
#include "mux/model/swaps.h"

namespace mux::action {

namespace {

Result<Reply> embed_or_float(Context& context, const Arguments& arguments) {
  const PaneId pane = TRY(target_pane(context, arguments))->id();
  Tab* const tab = TRY(tab_with(context, pane));
  tab->layout.leave_fullscreen();
  const bool was_floating = tab->layout.floats().contains(pane);
  if (was_floating) {
    TRY(tab->layout.embed_pane(pane));
  } else {
    TRY(tab->layout.float_pane(pane));
  }
  model::adapt_tiles(context.session, *tab, was_floating ? std::optional(pane) : std::nullopt);
  model::adapt_floats(context.session, *tab);
  model::repair_focus(context.session);
  model::focus_in_tab(context.session, context.client, pane);
  return {};
}

void hide(const Context& context, Tab& tab) {
  tab.layout.floats().set_shown(false);
  model::repair_focus(context.session);
}

// The first one, where there is none yet.
Result<void> show(const Context& context, Tab& tab) {
  const auto before = model::focus_in(context.session, context.client, tab);
  if (tab.layout.floats().is_empty()) {
    const model::PanePlace place{
        .kind = model::PanePlace::Kind::Floating, .tab = tab.id, .near = before.pane, .place = {}};
    const PaneId pane = TRY(model::open_pane(context.session, context.host, {}, place));
    model::focus_in_tab(context.session, context.client, pane);
    return {};
  }
  const auto& fullscreen = tab.layout.fullscreen();
  if (fullscreen && tab.layout.tiles().contains(fullscreen->pane)) tab.layout.leave_fullscreen();
  tab.layout.floats().set_shown(true);
  const PaneId pane = before.floating.value_or(tab.layout.floats().panes().back().pane);
  model::focus_in_tab(context.session, context.client, pane);
  return {};
}

Result<Reply> toggle(Context& context, const Arguments& arguments) {
  Tab* const tab = TRY(target_tab(context, arguments));
  const layout::Floats& floats = tab->layout.floats();
  if (floats.are_shown() && !floats.is_empty()) {
    hide(context, *tab);
  } else {
    TRY(show(context, *tab));
  }
  return {};
}

bool are_visible(const Tab& tab) {
  return tab.layout.floats().are_shown() && !tab.layout.floats().is_empty();
}

// The exit code tells scripts whether anything was to be done.
constexpr int kNothingToDo = 2;

Result<Reply> show_all(Context& context, const Arguments& arguments) {
  Tab* const tab = TRY(target_tab(context, arguments));
  if (are_visible(*tab)) return Reply{.exit_code = kNothingToDo};
  TRY(show(context, *tab));
  return {};
}

Result<Reply> hide_all(Context& context, const Arguments& arguments) {
  Tab* const tab = TRY(target_tab(context, arguments));
  if (!are_visible(*tab)) return Reply{.exit_code = kNothingToDo};
  hide(context, *tab);
  return {};
}

Result<Reply> tell_visible(Context& context, const Arguments& arguments) {
  const bool is_yes = are_visible(*TRY(target_tab(context, arguments)));
  return Reply{.text = is_yes ? "true\n" : "false\n", .exit_code = is_yes ? 0 : 1};
}

Result<Reply> toggle_pinned(Context& context, const Arguments& arguments) {
  const PaneId pane = TRY(target_pane(context, arguments))->id();
  Tab* const tab = TRY(tab_with(context, pane));
  const layout::Float* const floating = tab->layout.floats().find(pane);
  if (floating == nullptr) return fail("only floating panes can be pinned");
  TRY(tab->layout.floats().set_pinned(pane, !floating->is_pinned));
  model::repair_focus(context.session);
  return {};
}

constexpr ArgumentSpec kChange[] = {
    {.name = "pane-id",
     .kind = ArgumentKind::Pane,
     .is_required = true,
     .short_name = 'p',
     .docs = "The pane"},
    {.name = "x", .kind = ArgumentKind::Extent, .short_name = 'x', .docs = "Its left column"},
    {.name = "y", .kind = ArgumentKind::Extent, .short_name = 'y', .docs = "Its upper row"},
    {.name = "width", .kind = ArgumentKind::Extent, .docs = "Its columns"},
    {.name = "height", .kind = ArgumentKind::Extent, .docs = "Its rows"},
    {.name = "pinned", .kind = ArgumentKind::Boolean, .docs = "Stays in sight while others hide"},
    {.name = "borderless",
     .kind = ArgumentKind::Boolean,
     .short_name = 'b',
     .docs = "Without frame"},
};

Result<Reply> change(Context& context, const Arguments& arguments) {
  Pane* const pane = TRY(target_pane(context, arguments));
  Tab* const tab = TRY(tab_with(context, pane->id()));
  layout::Floats& floats = tab->layout.floats();
  TRY(floats.set_place(pane->id(), float_place_of(arguments)));
  if (arguments.has("pinned")) TRY(floats.set_pinned(pane->id(), arguments.is_set("pinned")));
  if (arguments.has("borderless")) pane->is_borderless = arguments.is_set("borderless");
  tab->floating_swaps.mark_changed();
  model::repair_focus(context.session);
  return {};
}

constexpr ActionRow kFloatingRows[] = {
    {"are-floating-panes-visible", Group::Floating, kOnlyTab, "Are floating panes in sight?",
     "Prints true or false; the exit code is 0 or 1.", tell_visible},
    {"change-floating-pane-coordinates",
     Group::Floating,
     kChange,
     "Change place and size of a floating pane",
     {},
     change},
    {"hide-floating-panes", Group::Floating, kOnlyTab, "Hide floating panes",
     "The exit code is 2 if there was nothing to be done.", hide_all},
    {"show-floating-panes", Group::Floating, kOnlyTab, "Show floating panes",
     "Opens one if there is none. The exit code is 2 if there was nothing to be done.", show_all},
    {"toggle-floating-panes", Group::Floating, kOnlyTab, "Show floating panes or hide them",
     "Opens one if there is none.", toggle},
    {"toggle-pane-embed-or-floating",
     Group::Floating,
     kOnlyPane,
     "Let a tiled pane float, or tile a floating one",
     {},
     embed_or_float},
    {"toggle-pane-pinned",
     Group::Floating,
     kOnlyPane,
     "Keep a floating pane in sight while others hide, or no longer",
     {},
     toggle_pinned},
};

}  // namespace

std::span<const ActionRow> floating_actions() {
  return kFloatingRows;
}

}  // namespace mux::action
