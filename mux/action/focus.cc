#include "mux/model/focus.h"

#include "mux/action/groups.h"

namespace mux::action {

namespace {

using layout::Direction;

// Which pane, of a tab, comes after (before) the focused one: of its kind.
std::optional<PaneId> cycle(const Tab& tab, PaneId from, bool is_backwards) {
  const layout::TabLayout& layout = tab.layout;
  if (layout.floats().contains(from)) {
    return is_backwards ? layout.floats().previous(from) : layout.floats().next(from);
  }
  return is_backwards ? layout.tiles().previous(from) : layout.tiles().next(from);
}

Result<Reply> cycle_focus(const Context& context, bool is_backwards) {
  const Tab* const tab = TRY(focused_tab(context));
  const auto own = model::focused_in(context.session, context.client, *tab);
  const auto next = own ? cycle(*tab, *own, is_backwards) : std::nullopt;
  if (next) model::focus_pane(context.session, context.client, *next);
  return {};
}

Result<Reply> focus_next(Context& context, const Arguments& /*arguments*/) {
  return cycle_focus(context, false);
}
Result<Reply> focus_previous(Context& context, const Arguments& /*arguments*/) {
  return cycle_focus(context, true);
}

Result<Reply> focus_last(Context& context, const Arguments& /*arguments*/) {
  const Tab* const tab = TRY(focused_tab(context));
  const model::TabFocus& focus = model::focus_in(context.session, context.client, *tab);
  if (focus.last) model::focus_pane(context.session, context.client, *focus.last);
  return {};
}

constexpr ArgumentSpec kFocusId[] = {{.name = "pane-id",
                                      .kind = ArgumentKind::Pane,
                                      .is_flag = false,
                                      .is_required = true,
                                      .docs = "The pane"}};

Result<Reply> focus_id(Context& context, const Arguments& arguments) {
  const Pane* const pane = TRY(target_pane(context, arguments));
  if (!pane->is_selectable()) return fail("bars cannot have the focus");
  TRY(tab_with(context, pane->id()));
  model::focus_pane(context.session, context.client, pane->id());
  return {};
}

constexpr ArgumentSpec kDirection[] = {{.name = "direction",
                                        .kind = ArgumentKind::Choice,
                                        .is_flag = false,
                                        .is_required = true,
                                        .choices = kDirections,
                                        .docs = "Where to"}};

std::optional<PaneId> neighbour_of(const Tab& tab, PaneId pane, Direction direction) {
  // Beside a pane that fills the screen is what would be beside it otherwise.
  const layout::TabLayout& layout = tab.layout;
  return layout.floats().contains(pane) ? layout.floats().neighbour(pane, direction)
                                        : layout.tiles().neighbour(pane, direction);
}

// False: there is no pane in that direction.
bool focus_neighbour(const Context& context, const Tab& tab, Direction direction) {
  const auto own = model::focused_in(context.session, context.client, tab);
  const auto next = own ? neighbour_of(tab, *own, direction) : std::nullopt;
  if (!next || next == own) return false;
  model::focus_pane(context.session, context.client, *next);
  return true;
}

Result<Reply> move_focus(Context& context, const Arguments& arguments) {
  const Tab* const tab = TRY(focused_tab(context));
  focus_neighbour(context, *tab, *arguments.direction("direction"));
  return {};
}

Result<Reply> move_focus_or_tab(Context& context, const Arguments& arguments) {
  const Direction direction = *arguments.direction("direction");
  const Tab* const tab = TRY(focused_tab(context));
  if (focus_neighbour(context, *tab, direction)) return {};
  if (layout::axis_of(direction) == layout::Axis::Vertical) return {};
  const std::size_t count = context.session.tabs.size();
  const std::size_t step = layout::is_forward(direction) ? 1 : count - 1;
  const std::size_t next = (*context.session.position_of(tab->id) + step) % count;
  const Tab& other = *context.session.tabs[next];
  if (&other == tab) return {};
  model::focus_tab(context.session, context.client, other.id);
  // The pane that lies where the focus comes from.
  const auto focused = model::focused_in(context.session, context.client, other);
  if (!focused || other.layout.fullscreen() || !other.layout.tiles().contains(*focused)) return {};
  const auto edge = other.layout.tiles().pane_on_edge(layout::opposite(direction));
  if (edge) model::focus_pane(context.session, context.client, *edge);
  return {};
}

// zellij's name for the key's action.
Result<Reply> switch_focus(Context& context, const Arguments& arguments) {
  return focus_next(context, arguments);
}

constexpr ActionRow kFocusRows[] = {
    {"focus-last-pane",
     Group::Focus,
     {},
     "Focus the pane that had the focus before",
     {},
     focus_last},
    {"focus-next-pane", Group::Focus, {}, "Focus the next pane in reading order", {}, focus_next},
    {"focus-pane-id", Group::Focus, kFocusId, "Focus a pane, in whichever tab it is", {}, focus_id},
    {"focus-previous-pane",
     Group::Focus,
     {},
     "Focus the pane before in reading order",
     {},
     focus_previous},
    {"move-focus", Group::Focus, kDirection, "Focus the pane in a direction", {}, move_focus},
    {"move-focus-or-tab",
     Group::Focus,
     kDirection,
     "Focus the pane in a direction, or at the edge the tab there",
     {},
     move_focus_or_tab},
    {"switch-focus", Group::Focus, {}, "Focus the next pane", {}, switch_focus, true},
};

}  // namespace

std::span<const ActionRow> focus_actions() {
  return kFocusRows;
}

}  // namespace mux::action
