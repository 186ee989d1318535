#include "mux/model/focus.h"

#include <algorithm>
#include <ranges>

namespace mux::model {

namespace {

using layout::TabLayout;
using layout::Tile;

// May it have the focus as the tab is now?  Lines of stacks and what a full screen or
// hidden floating panes keep from sight may not.
bool is_in_sight(const TabLayout& layout, PaneId pane) {
  const auto& fullscreen = layout.fullscreen();
  if (const layout::Float* const floating = layout.floats().find(pane)) {
    if (fullscreen && fullscreen->pane != pane) return floating->is_pinned;
    return layout.floats().is_shown(*floating) || (fullscreen && fullscreen->pane == pane);
  }
  const Tile* const tile = layout.tiles().find(pane);
  if (tile == nullptr || !tile->is_selectable) return false;
  if (fullscreen && fullscreen->pane != pane) return false;
  return layout.tiles().expanded_beside(pane) == pane;
}

std::optional<PaneId> front_float(const TabLayout& layout) {
  for (const layout::Float& pane : std::views::reverse(layout.floats().panes())) {
    if (is_in_sight(layout, pane.pane)) return pane.pane;
  }
  return std::nullopt;
}

// The tile in sight that was focused last.
std::optional<PaneId> last_tile(const TabLayout& layout) {
  const Tile* best = nullptr;
  if (layout.tiles().root() == nullptr) return std::nullopt;
  for (const Tile* tile : layout::panes_of(*layout.tiles().root())) {
    const bool is_later = best == nullptr || tile->focused_at > best->focused_at;
    if (is_later && is_in_sight(layout, tile->pane)) best = tile;
  }
  if (best == nullptr) return std::nullopt;
  return best->pane;
}

// Floats in sight are in front, so they come first.
std::optional<PaneId> best_focus(const TabLayout& layout, const TabFocus& focus) {
  const auto in_sight = [&](std::optional<PaneId> pane) {
    return pane && is_in_sight(layout, *pane);
  };
  if (in_sight(focus.pane)) return focus.pane;
  if (focus.pane && layout.tiles().contains(*focus.pane)) {
    const PaneId expanded = layout.tiles().expanded_beside(*focus.pane);
    if (is_in_sight(layout, expanded)) return expanded;
  }
  if (layout.fullscreen() && is_in_sight(layout, layout.fullscreen()->pane)) {
    return layout.fullscreen()->pane;
  }
  const bool are_floats_shown = layout.floats().are_shown();
  if (are_floats_shown && in_sight(focus.floating)) return focus.floating;
  if (are_floats_shown) {
    if (const auto front = front_float(layout)) return front;
  }
  if (in_sight(focus.last)) return focus.last;
  if (in_sight(focus.tiled)) return focus.tiled;
  if (const auto tile = last_tile(layout)) return tile;
  return front_float(layout);
}

bool is_there(const TabLayout& layout, std::optional<PaneId> pane) {
  return pane && layout.contains(*pane);
}

// Forgets panes that are gone, and ones whose kind has changed.
void forget_missing(const TabLayout& layout, TabFocus& focus) {
  if (!is_there(layout, focus.last)) focus.last.reset();
  if (focus.tiled && !layout.tiles().contains(*focus.tiled)) focus.tiled.reset();
  if (focus.floating && !layout.floats().contains(*focus.floating)) focus.floating.reset();
}

void set_focus(const TabLayout& layout, TabFocus& focus, PaneId pane) {
  if (focus.pane != pane && is_there(layout, focus.pane)) focus.last = focus.pane;
  focus.pane = pane;
  if (focus.last == pane) focus.last.reset();
  (layout.floats().contains(pane) ? focus.floating : focus.tiled) = pane;
}

void repair(const TabLayout& layout, TabFocus& focus) {
  const auto pane = best_focus(layout, focus);
  forget_missing(layout, focus);
  if (pane) {
    set_focus(layout, focus, *pane);
  } else {
    focus.pane.reset();
  }
}

// Changes the layout so that the pane is in sight.
void bring_into_sight(TabLayout& layout, PaneId pane) {
  const auto fullscreen = layout.fullscreen();
  if (const layout::Float* const floating = layout.floats().find(pane)) {
    if (fullscreen && fullscreen->pane != pane && !floating->is_pinned) layout.leave_fullscreen();
    if (!floating->is_pinned) layout.floats().set_shown(true);
    layout.floats().raise(pane);
    return;
  }
  layout.tiles().focus(pane);
  layout.floats().set_shown(false);
  if (!fullscreen || fullscreen->pane == pane) return;
  // The full screen goes with the focus.
  layout.leave_fullscreen();
  if (layout.tiles().contains(fullscreen->pane)) {
    static_cast<void>(layout.toggle_fullscreen(pane, fullscreen->covers_bars));
  }
}

void look_at_tab(ClientView& client, TabId tab) {
  if (client.tab == tab) return;
  std::erase(client.tab_history, tab);
  std::erase(client.tab_history, client.tab);
  client.tab_history.push_back(client.tab);
  client.tab = tab;
}

// Those whose focus goes with that of the client.
std::vector<ClientView*> followers(Session& session, std::optional<ClientId> client) {
  std::vector<ClientView*> list;
  for (auto& [id, view] : session.clients) {
    if (client == id || session.options.mirrors_session) list.push_back(&view);
  }
  return list;
}

}  // namespace

const Tab* focused_tab(const Session& session, std::optional<ClientId> client) {
  const ClientView* const view = client ? session.find_client(*client) : nullptr;
  return session.find_tab(view != nullptr ? view->tab : session.focused_tab);
}

Tab* focused_tab(Session& session, std::optional<ClientId> client) {
  const ClientView* const view = client ? session.find_client(*client) : nullptr;
  return session.find_tab(view != nullptr ? view->tab : session.focused_tab);
}

const TabFocus& focus_in(const Session& session, std::optional<ClientId> client, const Tab& tab) {
  const ClientView* const view = client ? session.find_client(*client) : nullptr;
  if (view != nullptr) {
    const auto found = view->focus.find(tab.id);
    if (found != view->focus.end()) return found->second;
  }
  return tab.focus;
}

std::optional<PaneId> focused_in(const Session& session, std::optional<ClientId> client,
                                 const Tab& tab) {
  return focus_in(session, client, tab).pane;
}

std::optional<PaneId> focused_pane(const Session& session, std::optional<ClientId> client) {
  const Tab* const tab = focused_tab(session, client);
  if (tab == nullptr) return std::nullopt;
  return focused_in(session, client, *tab);
}

void focus_tab(Session& session, std::optional<ClientId> client, TabId id) {
  const Tab* const tab = session.find_tab(id);
  if (tab == nullptr) return;
  session.focused_tab = id;
  for (ClientView* view : followers(session, client)) {
    look_at_tab(*view, id);
    view->focus.try_emplace(id, tab->focus);
  }
}

void focus_in_tab(Session& session, std::optional<ClientId> client, PaneId pane) {
  Tab* const tab = session.tab_of(pane);
  if (tab == nullptr || !tab->layout.contains(pane)) return;
  const Tile* const tile = tab->layout.tiles().find(pane);
  if (tile != nullptr && !tile->is_selectable) return;
  bring_into_sight(tab->layout, pane);
  set_focus(tab->layout, tab->focus, pane);
  for (ClientView* view : followers(session, client)) {
    TabFocus& focus = view->focus.try_emplace(tab->id, tab->focus).first->second;
    set_focus(tab->layout, focus, pane);
    const bool is_marked = std::ranges::find(view->group, pane) != view->group.end();
    if (view->is_marking && !is_marked) view->group.push_back(pane);
  }
  repair_focus(session);
}

void focus_pane(Session& session, std::optional<ClientId> client, PaneId pane) {
  const Tab* const tab = session.tab_of(pane);
  if (tab == nullptr) return;
  focus_tab(session, client, tab->id);
  focus_in_tab(session, client, pane);
}

void hand_over_focus(Session& session, Tab& tab, PaneId from, PaneId to) {
  const auto hand_over = [&](TabFocus& focus) {
    for (auto* const pane : {&focus.pane, &focus.last, &focus.tiled, &focus.floating}) {
      if (*pane == from) *pane = to;
    }
  };
  hand_over(tab.focus);
  for (auto& [id, view] : session.clients) {
    const auto found = view.focus.find(tab.id);
    if (found != view.focus.end()) hand_over(found->second);
  }
}

void repair_tab_focus(Tab& tab) {
  TabLayout& layout = tab.layout;
  if (!layout.fullscreen() && !last_tile(layout)) {
    const std::vector<PaneId> order = layout.tiles().in_reading_order();
    // A bar may have come to be the expanded pane of a stack.
    if (!order.empty()) layout.tiles().focus(order.front());
    if (order.empty()) layout.floats().set_shown(true);
  }
  repair(layout, tab.focus);
}

void repair_focus(Session& session) {
  if (session.tabs.empty()) return;
  if (session.find_tab(session.focused_tab) == nullptr) {
    session.focused_tab = session.tabs.front()->id;
  }
  for (const auto& tab : session.tabs) repair_tab_focus(*tab);
  for (auto& [id, view] : session.clients) {
    const auto is_gone = [&](TabId tab) { return session.find_tab(tab) == nullptr; };
    std::erase_if(view.tab_history, is_gone);
    std::erase_if(view.focus, [&](const auto& entry) { return is_gone(entry.first); });
    if (is_gone(view.tab)) {
      view.tab = view.tab_history.empty() ? session.focused_tab : view.tab_history.back();
      std::erase(view.tab_history, view.tab);
      session.focused_tab = view.tab;
    }
    view.focus.try_emplace(view.tab, session.find_tab(view.tab)->focus);
    for (auto& [tab, focus] : view.focus) repair(session.find_tab(tab)->layout, focus);
    std::erase_if(view.group, [&](PaneId pane) { return session.tab_of(pane) == nullptr; });
  }
}

}  // namespace mux::model
