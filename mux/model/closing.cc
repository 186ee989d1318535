#include "mux/model/closing.h"

#include <algorithm>
#include <set>

#include "mux/model/arrange.h"
#include "mux/model/focus.h"
#include "mux/model/pane_ops.h"
#include "mux/model/swaps.h"

namespace mux::model {

namespace {

using common::fail;
using common::Result;

// What a wait says when its pane goes without having run to the end.
constexpr int kClosedEarly = 1;

void end_waits(Session& session, Host& host, PaneId pane, bool (*is_over)(const Wait&, int),
               int exit_code) {
  std::vector<Wait> over;
  std::erase_if(session.waits, [&](const Wait& wait) {
    const bool ends = wait.pane == pane && is_over(wait, exit_code);
    if (ends) over.push_back(wait);
    return ends;
  });
  for (const Wait& wait : over) host.end_wait(wait.id, exit_code);
}

// The pane is closed, be it undone or not.
void end_all_waits(Session& session, Host& host, const Pane& pane) {
  const bool has_run =
      pane.exit_code.has_value() || pane.content.kind == layout::PaneContent::Kind::Shell;
  const int exit_code = pane.exit_code.value_or(has_run ? 0 : kClosedEarly);
  end_waits(session, host, pane.id(), [](const Wait&, int) { return true; }, exit_code);
}

bool has_selectable(const Tab& tab) {
  if (!tab.layout.floats().is_empty()) return true;
  const layout::Tile* const root = tab.layout.tiles().root();
  return root != nullptr &&
         std::ranges::any_of(layout::panes_of(*root), &layout::Tile::is_selectable);
}

void end_if_empty(Session& session, Host& host) {
  if (session.tabs.empty() && !session.is_over) end_session(session, host);
}

// The tab leaves the list; who comes next looks at the one before it.
std::unique_ptr<Tab> detach_tab(Session& session, std::size_t position) {
  std::unique_ptr<Tab> tab = std::move(session.tabs[position]);
  session.tabs.erase(session.tabs.begin() + static_cast<std::ptrdiff_t>(position));
  if (session.focused_tab == tab->id && !session.tabs.empty()) {
    session.focused_tab = session.tabs[position == 0 ? 0 : position - 1]->id;
  }
  return tab;
}

void destroy_tab(Session& session, Host& host, const Tab& tab) {
  for (const PaneId pane : tab.panes()) destroy_pane(session, host, pane);
}

void destroy_item(Session& session, Host& host, const ClosedItem& item) {
  if (const auto* const pane = std::get_if<ClosedPane>(&item.what)) {
    destroy_pane(session, host, pane->pane);
  } else {
    destroy_tab(session, host, *std::get<ClosedTab>(item.what).tab);
  }
}

bool is_of(const ClosedItem& item, PaneId pane) {
  const auto* const closed = std::get_if<ClosedPane>(&item.what);
  return closed != nullptr ? closed->pane == pane
                           : std::get<ClosedTab>(item.what).tab->contains(pane);
}

// For good: the program of a pane that may be closed already has ended.
void drop_pane(Session& session, Host& host, PaneId pane) {
  const auto item = std::ranges::find_if(
      session.closed, [&](const ClosedItem& candidate) { return is_of(candidate, pane); });
  if (item != session.closed.end()) {
    auto* const tab = std::get_if<ClosedTab>(&item->what);
    if (tab == nullptr || take_out(session, *tab->tab, pane)) {
      if (tab != nullptr) destroy_tab(session, host, *tab->tab);
      session.closed.erase(item);
    } else {
      repair_tab_focus(*tab->tab);
    }
  } else if (Tab* const open = session.tab_of(pane)) {
    if (take_out(session, *open, pane)) {
      const auto gone = detach_tab(session, *session.position_of(open->id));
      destroy_tab(session, host, *gone);
    }
  }
  destroy_pane(session, host, pane);
  repair_focus(session);
  end_if_empty(session, host);
}

// Is the layout what it was but for the pane?
bool differs_by(const layout::TabLayout& before, const layout::TabLayout& now, PaneId pane) {
  const auto as_set = [](const std::vector<PaneId>& panes) {
    return std::set<PaneId>(panes.begin(), panes.end());
  };
  std::set<PaneId> expected = as_set(now.panes());
  expected.insert(pane);
  return as_set(before.panes()) == expected;
}

void put_back(Session& session, Tab& tab, const ClosedPane& closed) {
  if (differs_by(closed.before, tab.layout, closed.pane)) {
    const layout::Rect area = tab.layout.area();
    tab.layout = closed.before;
    tab.layout.set_area(area);
    return;
  }
  const layout::Float* const floating = closed.before.floats().find(closed.pane);
  layout::Floats& floats = tab.layout.floats();
  if (floating == nullptr && tab.layout.tiles().add(closed.pane)) {
    tab.layout.leave_fullscreen();
    adapt_tiles(session, tab);
    return;
  }
  if (!floats.add(closed.pane) || floating == nullptr) return;
  static_cast<void>(floats.set_rect(closed.pane, floating->wanted));
  static_cast<void>(floats.set_pinned(closed.pane, floating->is_pinned));
}

PaneId undo_pane(Session& session, Host& host, const ClosedPane& closed) {
  if (Tab* const tab = session.find_tab(closed.tab)) {
    put_back(session, *tab, closed);
  } else {
    const PaneId panes[] = {closed.pane};
    open_tab_with(session, host, session.options.layout.new_tab, panes);
  }
  return closed.pane;
}

}  // namespace

void destroy_pane(Session& session, Host& host, PaneId id) {
  const Pane* const pane = session.find_pane(id);
  if (pane == nullptr) return;
  end_all_waits(session, host, *pane);
  if (pane->has_process) host.kill(id);
  if (!pane->temporary_file.empty()) host.remove_temporary(pane->temporary_file);
  session.panes.erase(id);
}

bool take_out(Session& session, Tab& tab, PaneId pane) {
  const auto above = std::ranges::find(tab.suppressed, pane, &Suppressed::pane);
  const auto below = std::ranges::find(tab.suppressed, pane, &Suppressed::by);
  if (above != tab.suppressed.end()) {
    // Out of sight itself: what it had replaced waits for who replaced it.
    const PaneId by = above->by;
    if (below != tab.suppressed.end()) below->by = by;
    std::erase_if(tab.suppressed, [&](const Suppressed& hidden) { return hidden.pane == pane; });
    return false;
  }
  if (below != tab.suppressed.end()) {
    const PaneId back = below->pane;
    tab.suppressed.erase(below);
    auto done = tab.layout.floats().contains(pane) ? tab.layout.floats().replace(pane, back)
                                                   : tab.layout.tiles().replace(pane, back);
    hand_over_focus(session, tab, pane, back);
    tab.layout.settle();
    return !done && !has_selectable(tab);
  }
  const bool is_floating = tab.layout.floats().contains(pane);
  static_cast<void>(tab.layout.remove(pane));
  if (!has_selectable(tab)) return true;
  is_floating ? adapt_floats(session, tab) : adapt_tiles(session, tab);
  return false;
}

Result<void> close_pane(Session& session, Host& host, PaneId id, std::uint64_t now_ms) {
  Pane* const pane = session.find_pane(id);
  Tab* const tab = session.tab_of(id);
  if (pane == nullptr || tab == nullptr) return fail("there is no such pane");
  if (!pane->is_selectable()) return fail("bars cannot be closed");
  layout::TabLayout before = tab->layout;
  Tab attempt = *tab;
  if (take_out(session, attempt, id)) return close_tab(session, host, tab->id, now_ms);
  *tab = std::move(attempt);
  end_all_waits(session, host, *pane);
  if (session.options.undo_close_ms > 0 && pane->has_process) {
    session.closed.push_back(
        {.expires_ms = now_ms + session.options.undo_close_ms,
         .what = ClosedPane{.pane = id, .tab = tab->id, .before = std::move(before)}});
  } else {
    destroy_pane(session, host, id);
  }
  repair_focus(session);
  return {};
}

Result<void> close_tab(Session& session, Host& host, TabId id, std::uint64_t now_ms) {
  const auto position = session.position_of(id);
  if (!position) return fail("there is no such tab");
  std::unique_ptr<Tab> tab = detach_tab(session, *position);
  for (const PaneId pane : tab->panes()) end_all_waits(session, host, *session.find_pane(pane));
  if (session.tabs.empty() || session.options.undo_close_ms == 0) {
    destroy_tab(session, host, *tab);
  } else {
    session.closed.push_back({.expires_ms = now_ms + session.options.undo_close_ms,
                              .what = ClosedTab{.tab = std::move(tab), .position = *position}});
  }
  repair_focus(session);
  end_if_empty(session, host);
  return {};
}

void pane_exited(Session& session, Host& host, PaneId id, int exit_code) {
  Pane* const pane = session.find_pane(id);
  if (pane == nullptr) return;
  pane->has_process = false;
  pane->exit_code = exit_code;
  end_waits(
      session, host, id,
      [](const Wait& wait, int code) {
        return wait.until == WaitUntil::Exited ||
               (wait.until == WaitUntil::Succeeded && code == 0) ||
               (wait.until == WaitUntil::Failed && code != 0);
      },
      exit_code);
  const bool is_command = pane->content.kind == layout::PaneContent::Kind::Command;
  if (is_command && !pane->content.closes_on_exit) {
    pane->state = PaneState::Held;
  } else {
    drop_pane(session, host, id);
  }
  arrange(session, host);
}

Result<std::optional<PaneId>> undo_close(Session& session, Host& host) {
  if (session.closed.empty()) return fail("nothing was closed that could return");
  ClosedItem item = std::move(session.closed.back());
  session.closed.pop_back();
  std::optional<PaneId> focus;
  if (auto* const pane = std::get_if<ClosedPane>(&item.what)) {
    focus = undo_pane(session, host, *pane);
  } else {
    auto& closed = std::get<ClosedTab>(item.what);
    focus = closed.tab->focus.pane;
    const std::size_t at = std::min(closed.position, session.tabs.size());
    session.tabs.insert(session.tabs.begin() + static_cast<std::ptrdiff_t>(at),
                        std::move(closed.tab));
  }
  repair_focus(session);
  return focus;
}

std::optional<std::uint64_t> expire_closed(Session& session, Host& host, std::uint64_t now_ms) {
  // A script that opens and closes panes must not gather their programs.
  constexpr std::size_t kMostClosed = 100;
  std::size_t excess = session.closed.size() - std::min(session.closed.size(), kMostClosed);
  std::vector<ClosedItem> expired;
  std::optional<std::uint64_t> next;
  for (auto item = session.closed.begin(); item != session.closed.end();) {
    const bool is_excess = excess > 0;
    if (is_excess) --excess;
    if (is_excess || item->expires_ms <= now_ms) {
      expired.push_back(std::move(*item));
      item = session.closed.erase(item);
    } else {
      next = std::min(next.value_or(item->expires_ms), item->expires_ms);
      ++item;
    }
  }
  for (const ClosedItem& item : expired) destroy_item(session, host, item);
  return next;
}

void end_session(Session& session, Host& host) {
  if (session.is_over) return;
  session.is_over = true;
  const SessionEnd how = session.tabs.empty() ? SessionEnd::Empty : SessionEnd::Quit;
  // What is lost now may be wanted back.
  if (how == SessionEnd::Quit) static_cast<void>(host.save_session());
  std::vector<PaneId> all;
  for (const auto& [id, pane] : session.panes) all.push_back(id);
  for (const PaneId id : all) destroy_pane(session, host, id);
  session.tabs.clear();
  session.closed.clear();
  host.exit_session(how);
}

}  // namespace mux::model
