#include "mux/journal/record_session.h"

#include <algorithm>
#include <vector>

#include "mux/layout/layout_writer.h"

namespace mux::journal {

namespace {

using model::Pane;
using model::PaneId;
using model::Tab;

using FactsOf = std::function<PaneFacts(const Pane& pane)>;

// Is it what an editor shows whose file goes with the server?  Then it is back in its
// place when the session is.
bool takes_its_place(const model::Session& session, const Tab& tab,
                     const model::Suppressed& hidden) {
  return model::lasting_pane(session, tab, hidden.by) != hidden.by;
}

// In the order in which a description of the tab has them, then the hidden ones.
std::vector<PaneId> panes_in_order(const model::Session& session, const Tab& tab) {
  std::vector<PaneId> panes;
  const auto add = [&](PaneId pane) { panes.push_back(model::lasting_pane(session, tab, pane)); };
  if (const layout::Tile* const root = tab.layout.tiles().root()) {
    for (const layout::Tile* tile : layout::panes_of(*root)) add(tile->pane);
  }
  for (const layout::Float& pane : tab.layout.floats().panes()) add(pane.pane);
  for (const model::Suppressed& hidden : tab.suppressed) {
    if (!takes_its_place(session, tab, hidden)) add(hidden.pane);
  }
  return panes;
}

layout::PaneSpec spec_of(const Pane& pane, const FactsOf& facts_of) {
  const PaneFacts facts = facts_of(pane);
  layout::PaneSpec spec = model::describe_pane(pane, facts.running);
  spec.contents_file = facts.contents_file;
  return spec;
}

PaneRecord pane_record_of(const Pane& pane) {
  return {.state = pane.state, .exit_code = pane.exit_code, .title = pane.program_title};
}

TabRecord tab_record_of(const model::Session& session, const Tab& tab, const FactsOf& facts_of) {
  TabRecord record;
  const std::vector<PaneId> order = panes_in_order(session, tab);
  const auto index_of = [&](PaneId pane) {
    const PaneId lasting = model::lasting_pane(session, tab, pane);
    return static_cast<std::size_t>(std::ranges::find(order, lasting) - order.begin());
  };
  record.has_tiles = !tab.layout.tiles().is_empty();
  if (!record.has_tiles) record.panes.emplace_back();
  const std::size_t before = record.panes.size();
  for (const PaneId id : order) record.panes.push_back(pane_record_of(*session.find_pane(id)));
  for (const model::Suppressed& hidden : tab.suppressed) {
    if (takes_its_place(session, tab, hidden)) continue;
    const PaneId pane = model::lasting_pane(session, tab, hidden.pane);
    record.hidden.push_back(
        {.pane = spec_of(*session.find_pane(pane), facts_of), .by = before + index_of(hidden.by)});
  }
  record.is_synchronized = tab.is_synchronized;
  if (const auto& fullscreen = tab.layout.fullscreen()) {
    record.fullscreen = before + index_of(fullscreen->pane);
    record.covers_bars = fullscreen->covers_bars;
  }
  record.tiled_swap = {.name = tab.tiled_swaps.name(), .is_changed = tab.tiled_swaps.is_changed()};
  record.floating_swap = {.name = tab.floating_swaps.name(),
                          .is_changed = tab.floating_swaps.is_changed()};
  return record;
}

}  // namespace

SessionRecord record_of(const model::Session& session, const FactsOf& facts_of) {
  SessionRecord record;
  record.theme = session.theme;
  record.layout = session.options.layout;
  record.layout.tabs.clear();
  for (const auto& tab : session.tabs) {
    layout::TabSpec spec = layout::describe_tab(tab->layout, [&](PaneId id) {
      const PaneId lasting = model::lasting_pane(session, *tab, id);
      layout::PaneSpec pane = spec_of(*session.find_pane(lasting), facts_of);
      pane.has_focus = tab->focus.pane == id;
      return pane;
    });
    spec.name = tab->name;
    spec.has_focus = tab->id == session.focused_tab;
    record.layout.tabs.push_back(std::move(spec));
    record.tabs.push_back(tab_record_of(session, *tab, facts_of));
  }
  return record;
}

}  // namespace mux::journal
