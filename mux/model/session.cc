#include "mux/model/session.h"

#include <algorithm>

namespace mux::model {

namespace {

template <typename Map, typename Id>
auto find_in(Map& map, Id id) -> decltype(&map.find(id)->second) {
  const auto found = map.find(id);
  return found == map.end() ? nullptr : &found->second;
}

}  // namespace

std::string Tab::title() const {
  return name.empty() ? "Tab #" + std::to_string(number) : name;
}

bool Tab::contains(PaneId pane) const {
  return layout.contains(pane) ||
         std::ranges::find(suppressed, pane, &Suppressed::pane) != suppressed.end();
}

std::vector<PaneId> Tab::panes() const {
  std::vector<PaneId> all = layout.panes();
  for (const Suppressed& hidden : suppressed) all.push_back(hidden.pane);
  return all;
}

const Pane* Session::find_pane(PaneId id) const {
  const auto* const found = find_in(panes, id);
  return found == nullptr ? nullptr : found->get();
}
Pane* Session::find_pane(PaneId id) {
  auto* const found = find_in(panes, id);
  return found == nullptr ? nullptr : found->get();
}

const Tab* Session::find_tab(TabId id) const {
  const auto position = position_of(id);
  return position ? tabs[*position].get() : nullptr;
}
Tab* Session::find_tab(TabId id) {
  const auto position = position_of(id);
  return position ? tabs[*position].get() : nullptr;
}

const ClientView* Session::find_client(ClientId id) const {
  return find_in(clients, id);
}
ClientView* Session::find_client(ClientId id) {
  return find_in(clients, id);
}

const Tab* Session::tab_of(PaneId pane) const {
  for (const auto& tab : tabs) {
    if (tab->contains(pane)) return tab.get();
  }
  return nullptr;
}
Tab* Session::tab_of(PaneId pane) {
  for (const auto& tab : tabs) {
    if (tab->contains(pane)) return tab.get();
  }
  return nullptr;
}

std::optional<std::size_t> Session::position_of(TabId id) const {
  for (std::size_t i = 0; i < tabs.size(); ++i) {
    if (tabs[i]->id == id) return i;
  }
  return std::nullopt;
}

}  // namespace mux::model
