#include "mux/model/invariants.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace mux::model {

namespace {

std::string fault_of_focus(const Session& session, const Tab& tab, const TabFocus& focus) {
  const auto bad = [&](std::optional<PaneId> pane) { return pane && !tab.layout.contains(*pane); };
  if (bad(focus.pane) || bad(focus.last)) return "focus on a pane of another tab";
  if (focus.tiled && !tab.layout.tiles().contains(*focus.tiled)) return "no tiled pane was focused";
  if (focus.floating && !tab.layout.floats().contains(*focus.floating)) {
    return "no floating pane was focused";
  }
  if (!focus.pane) return "a tab in which nothing has the focus";
  if (!session.find_pane(*focus.pane)->is_selectable()) return "focus on a bar";
  if (tab.layout.tiles().contains(*focus.pane) &&
      tab.layout.tiles().expanded_beside(*focus.pane) != *focus.pane) {
    return "focus on a pane that is a line in a stack";
  }
  return {};
}

std::string fault_of_tab(const Session& session, const Tab& tab, std::map<PaneId, int>& places) {
  if (std::string fault = tab.layout.fault(); !fault.empty()) return fault;
  for (const PaneId pane : tab.panes()) {
    ++places[pane];
    if (session.find_pane(pane) == nullptr) return "a pane of a tab that is no more";
  }
  for (const Suppressed& hidden : tab.suppressed) {
    if (!tab.contains(hidden.by)) return "a pane behind one that is not there";
    if (tab.layout.contains(hidden.pane)) return "a pane in sight and behind another one";
  }
  return fault_of_focus(session, tab, tab.focus);
}

std::string fault_of_client(const Session& session, const ClientView& client) {
  if (session.find_tab(client.tab) == nullptr) return "a client without a tab";
  if (!client.focus.contains(client.tab)) return "a client without focus in its tab";
  for (const auto& [id, focus] : client.focus) {
    const Tab* const tab = session.find_tab(id);
    if (tab == nullptr) return "focus in a tab that is no more";
    if (std::string fault = fault_of_focus(session, *tab, focus); !fault.empty()) return fault;
  }
  for (const TabId tab : client.tab_history) {
    if (tab == client.tab || session.find_tab(tab) == nullptr) return "a wrong history of tabs";
  }
  for (const PaneId pane : client.group) {
    if (session.tab_of(pane) == nullptr) return "a marked pane that is no more";
  }
  return {};
}

std::string fault_of_pane(const Pane& pane) {
  if ((pane.kind() == PaneKind::Terminal) != (pane.terminal() != nullptr)) {
    return "a pane without its terminal";
  }
  if (pane.has_process != (pane.state == PaneState::Running && pane.terminal() != nullptr)) {
    return "a pane whose state is not that of its program";
  }
  return {};
}

std::string find_fault(const Session& session) {
  if (session.is_over) return session.tabs.empty() ? "" : "tabs after the end";
  if (session.tabs.empty()) return "a session without tabs";
  if (session.find_tab(session.focused_tab) == nullptr) return "focus on a tab that is no more";
  std::map<PaneId, int> places;
  std::string fault;
  for (const auto& tab : session.tabs) {
    if (fault.empty()) fault = fault_of_tab(session, *tab, places);
  }
  for (const ClosedItem& item : session.closed) {
    if (const auto* const pane = std::get_if<ClosedPane>(&item.what)) {
      ++places[pane->pane];
    } else if (fault.empty()) {
      fault = fault_of_tab(session, *std::get<ClosedTab>(item.what).tab, places);
    }
  }
  for (const auto& [id, pane] : session.panes) {
    if (fault.empty()) fault = fault_of_pane(*pane);
    if (fault.empty() && places[id] != 1) {
      fault = fmt::format("pane {} in {} places", number_of(id), places[id]);
    }
  }
  if (fault.empty() && places.size() != session.panes.size()) fault = "places for lost panes";
  for (const auto& [id, client] : session.clients) {
    if (fault.empty()) fault = fault_of_client(session, client);
  }
  return fault;
}

}  // namespace

std::string check_invariants(const Session& session) {
  return find_fault(session);
}

}  // namespace mux::model
