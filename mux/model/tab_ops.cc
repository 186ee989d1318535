#include "mux/model/tab_ops.h"

#include <algorithm>
#include <utility>

#include "mux/model/arrange.h"
#include "mux/model/closing.h"
#include "mux/model/focus.h"
#include "mux/model/pane_ops.h"
#include "mux/model/swaps.h"

namespace mux::model {

namespace {

using common::fail;
using common::Result;

Result<void> check_movable(const Session& session, std::span<const PaneId> panes) {
  for (const PaneId id : panes) {
    const Pane* const pane = session.find_pane(id);
    const Tab* const tab = session.tab_of(id);
    if (pane == nullptr || tab == nullptr) return fail("there is no such pane");
    if (!pane->is_selectable()) return fail("bars cannot change tabs");
    if (!tab->layout.contains(id)) return fail("the pane is behind another one");
  }
  return {};
}

// With what it has replaced, if anything.
std::vector<Suppressed> take_suppressed(Tab& tab, PaneId pane) {
  std::vector<Suppressed> taken;
  for (std::optional<PaneId> by = pane; by;) {
    const auto found = std::ranges::find(tab.suppressed, *by, &Suppressed::by);
    by.reset();
    if (found == tab.suppressed.end()) break;
    taken.push_back(*found);
    by = found->pane;
    tab.suppressed.erase(found);
  }
  return taken;
}

void add_suppressed(Tab& tab, const std::vector<Suppressed>& taken) {
  tab.suppressed.insert(tab.suppressed.end(), taken.begin(), taken.end());
}

bool has_nothing_left(const Tab& tab) {
  if (!tab.layout.floats().is_empty()) return false;
  const layout::Tile* const root = tab.layout.tiles().root();
  return root == nullptr ||
         std::ranges::none_of(layout::panes_of(*root), &layout::Tile::is_selectable);
}

// Its bars go, too.
void drop_tab(Session& session, Host& host, TabId id) {
  const auto position = session.position_of(id);
  if (!position) return;
  for (const PaneId pane : session.tabs[*position]->panes()) destroy_pane(session, host, pane);
  session.tabs.erase(session.tabs.begin() + static_cast<std::ptrdiff_t>(*position));
}

void drop_empty_tabs(Session& session, Host& host) {
  std::vector<TabId> empty;
  for (const auto& tab : session.tabs) {
    if (has_nothing_left(*tab)) empty.push_back(tab->id);
  }
  for (const TabId tab : empty) drop_tab(session, host, tab);
}

// Into the layout of the tab.  Nothing is changed if there is no room.
Result<void> move_one(Session& session, PaneId pane, Tab& to) {
  Tab& from = *session.tab_of(pane);
  if (&from == &to) return {};
  const layout::Float* const floating = from.layout.floats().find(pane);
  if (floating != nullptr) {
    TRY(to.layout.floats().add(pane));
    TRY(to.layout.floats().set_rect(pane, floating->wanted));
    TRY(to.layout.floats().set_pinned(pane, floating->is_pinned));
  } else {
    TRY(to.layout.tiles().add(pane));
    to.layout.leave_fullscreen();
  }
  const bool is_floating = floating != nullptr;
  add_suppressed(to, take_suppressed(from, pane));
  TRY(from.layout.remove(pane));
  if (!is_floating) adapt_tiles(session, from);
  to.layout.settle();
  is_floating ? adapt_floats(session, to) : adapt_tiles(session, to, pane);
  return {};
}

}  // namespace

Result<void> move_tab(Session& session, TabId id, layout::Direction direction) {
  const auto position = session.position_of(id);
  if (!position) return fail("there is no such tab");
  const std::size_t count = session.tabs.size();
  if (count < 2) return fail("there is no other tab to change places with");
  const std::size_t step = layout::is_forward(direction) ? 1 : count - 1;
  std::swap(session.tabs[*position], session.tabs[(*position + step) % count]);
  return {};
}

Result<void> move_to_tab(Session& session, Host& host, std::span<const PaneId> panes, TabId id) {
  TRY(check_movable(session, panes));
  Tab* const to = session.find_tab(id);
  if (to == nullptr) return fail("there is no such tab");
  Result<void> done;
  for (const PaneId pane : panes) {
    done = move_one(session, pane, *to);
    if (!done) break;
  }
  drop_empty_tabs(session, host);
  repair_focus(session);
  return done;
}

Result<TabId> break_to_new_tab(Session& session, Host& host, std::span<const PaneId> panes,
                               const std::string& name) {
  TRY(check_movable(session, panes));
  if (panes.empty()) return fail("there is no pane to break out");
  const TabId old = session.tab_of(panes.front())->id;
  std::vector<Suppressed> taken;
  for (const PaneId pane : panes) {
    Tab& from = *session.tab_of(pane);
    for (const Suppressed& hidden : take_suppressed(from, pane)) taken.push_back(hidden);
    const bool is_floating = from.layout.floats().contains(pane);
    TRY(from.layout.remove(pane));
    if (!is_floating) adapt_tiles(session, from);
  }
  layout::TabSpec spec = session.options.layout.new_tab;
  spec.name = name;
  const std::size_t position = *session.position_of(old) + 1;
  const TabId id = open_tab_with(session, host, spec, panes, position);
  add_suppressed(*session.find_tab(id), taken);
  drop_empty_tabs(session, host);
  repair_focus(session);
  return id;
}

}  // namespace mux::model
