#include "mux/action/groups.h"
#include "mux/model/focus.h"
#include "mux/model/swaps.h"

namespace mux::action {

namespace {

using layout::Resize;

constexpr std::string_view kHow[] = {"increase", "decrease"};
constexpr ArgumentSpec kResize[] = {{.name = "resize",
                                     .kind = ArgumentKind::Choice,
                                     .is_flag = false,
                                     .is_required = true,
                                     .choices = kHow,
                                     .docs = "Larger or smaller"},
                                    {.name = "direction",
                                     .kind = ArgumentKind::Choice,
                                     .is_flag = false,
                                     .choices = kDirections,
                                     .docs = "Which border to move; none: all around"},
                                    kPaneId};

// Without direction, tiles grow into stacks and back.
Result<void> resize_tile(const Context& context, layout::Tiles& tiles, PaneId pane, Resize how,
                         std::optional<layout::Direction> direction) {
  if (direction || !context.session.options.resizes_to_stacks) {
    return tiles.resize(pane, how, direction);
  }
  return how == Resize::Increase ? tiles.grow(pane) : tiles.shrink(pane);
}

// A pane at its limit: the other steps of a script or a key are to be done all the same.
Reply nothing_to_do(const common::Error& why) {
  return {.note = why.message};
}

Result<Reply> resize(Context& context, const Arguments& arguments) {
  const PaneId pane = TRY(target_pane(context, arguments))->id();
  Tab* const tab = TRY(tab_with(context, pane));
  const Resize how = arguments.text("resize") == kHow[0] ? Resize::Increase : Resize::Decrease;
  const auto direction = arguments.direction("direction");
  // What fills the screen has no border to move.
  if (tab->layout.fullscreen()) return {};
  if (tab->layout.floats().contains(pane)) {
    const auto done = tab->layout.floats().resize(pane, how, direction);
    if (!done) return nothing_to_do(done.error());
    tab->floating_swaps.mark_changed();
  } else {
    const auto done = resize_tile(context, tab->layout.tiles(), pane, how, direction);
    if (!done) return nothing_to_do(done.error());
    tab->tiled_swaps.mark_changed();
    tab->layout.settle();
  }
  model::repair_focus(context.session);
  return {};
}

constexpr ArgumentSpec kMove[] = {{.name = "direction",
                                   .kind = ArgumentKind::Choice,
                                   .is_flag = false,
                                   .choices = kDirections,
                                   .docs = "Where to; none: to the place of the next pane"},
                                  kPaneId};

Result<Reply> move_by(const Context& context, PaneId pane,
                      std::optional<layout::Direction> direction, bool is_backwards) {
  Tab* const tab = TRY(tab_with(context, pane));
  layout::TabLayout& layout = tab->layout;
  if (layout.floats().contains(pane)) {
    if (!direction) return {};
    TRY(layout.floats().move(pane, *direction));
    tab->floating_swaps.mark_changed();
    return {};
  }
  layout.leave_fullscreen();
  const auto done = direction      ? layout.tiles().move(pane, *direction)
                    : is_backwards ? layout.tiles().move_backward(pane)
                                   : layout.tiles().move_forward(pane);
  if (!done) return nothing_to_do(done.error());
  model::repair_focus(context.session);
  return {};
}

Result<Reply> move(Context& context, const Arguments& arguments) {
  const PaneId pane = TRY(target_pane(context, arguments))->id();
  return move_by(context, pane, arguments.direction("direction"), false);
}

Result<Reply> move_backwards(Context& context, const Arguments& arguments) {
  return move_by(context, TRY(target_pane(context, arguments))->id(), std::nullopt, true);
}

Result<Reply> equalize(Context& context, const Arguments& arguments) {
  Tab* const tab = TRY(target_tab(context, arguments));
  tab->layout.leave_fullscreen();
  TRY(tab->layout.tiles().equalise());
  tab->layout.settle();
  tab->tiled_swaps.mark_changed();
  return {};
}

constexpr ArgumentSpec kStack[] = {{.name = "pane-ids",
                                    .kind = ArgumentKind::Words,
                                    .is_flag = false,
                                    .is_required = true,
                                    .docs = "The panes; they follow the first"}};

Result<Reply> stack(Context& context, const Arguments& arguments) {
  std::vector<PaneId> panes;
  for (const std::string& word : arguments.words()) {
    panes.push_back(TRY(model::parse_pane_name(word)));
  }
  Tab* const tab = TRY(tab_with(context, panes.front()));
  tab->layout.leave_fullscreen();
  TRY(tab->layout.tiles().stack(panes.front(), std::span(panes).subspan(1)));
  tab->layout.settle();
  tab->tiled_swaps.mark_changed();
  model::repair_focus(context.session);
  return {};
}

Result<Reply> toggle_screen(const Context& context, PaneId pane, bool covers_bars) {
  Tab* const tab = TRY(tab_with(context, pane));
  TRY(tab->layout.toggle_fullscreen(pane, covers_bars));
  if (tab->layout.fullscreen()) {
    model::focus_in_tab(context.session, context.client, pane);
  } else {
    model::repair_focus(context.session);
  }
  return {};
}

// It fills the screen but for the bars anyway.
bool is_alone(const layout::TabLayout& layout, PaneId pane) {
  const auto selectable = layout.tiles().in_reading_order();
  return selectable.size() == 1 && selectable.front() == pane;
}

Result<Reply> fullscreen(Context& context, const Arguments& arguments) {
  const PaneId pane = TRY(target_pane(context, arguments))->id();
  const layout::TabLayout& layout = TRY(tab_with(context, pane))->layout;
  if (!layout.fullscreen() && is_alone(layout, pane)) return {};
  return toggle_screen(context, pane, false);
}
Result<Reply> no_ui_fullscreen(Context& context, const Arguments& arguments) {
  return toggle_screen(context, TRY(target_pane(context, arguments))->id(), true);
}

constexpr ActionRow kResizeRows[] = {
    {"equalize-panes",
     Group::Resize,
     kOnlyTab,
     "Give the panes beside each other equal room",
     {},
     equalize},
    {"move-pane", Group::Resize, kMove, "Let a pane and another one change places", {}, move},
    {"move-pane-backwards",
     Group::Resize,
     kOnlyPane,
     "Let a pane and the one before it change places",
     {},
     move_backwards},
    {"resize", Group::Resize, kResize, "Make a pane larger or smaller", {}, resize},
    {"stack-panes", Group::Resize, kStack, "Put panes into one stack", {}, stack},
    {"toggle-fullscreen",
     Group::Resize,
     kOnlyPane,
     "Let a pane fill the tab, or no longer",
     {},
     fullscreen},
    {"toggle-no-ui-fullscreen",
     Group::Resize,
     kOnlyPane,
     "Let a pane fill the screen, bars included, or no longer",
     {},
     no_ui_fullscreen},
};

}  // namespace

std::span<const ActionRow> resize_actions() {
  return kResizeRows;
}

}  // namespace mux::action
