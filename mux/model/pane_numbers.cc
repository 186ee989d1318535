#include "mux/model/pane_numbers.h"

#include <algorithm>
#include <set>
#include <vector>

namespace mux::model {

namespace {

bool is_new(const Pane& pane) {
  return pane.number == 0 && pane.kind() == PaneKind::Terminal;
}

void number_panes_of(Session& session, const Tab& tab) {
  std::vector<PaneId> ids = tab.panes();
  std::ranges::sort(ids);
  std::set<int> taken;
  for (const PaneId id : ids) taken.insert(session.find_pane(id)->number);
  int next = 1;
  for (const PaneId id : ids) {
    Pane& pane = *session.find_pane(id);
    if (!is_new(pane)) continue;
    while (taken.contains(next)) ++next;
    pane.number = next++;
  }
}

}  // namespace

void number_panes(Session& session) {
  const bool has_new =
      std::ranges::any_of(session.panes, [](const auto& entry) { return is_new(*entry.second); });
  if (!has_new) return;
  for (const auto& tab : session.tabs) number_panes_of(session, *tab);
}

}  // namespace mux::model
