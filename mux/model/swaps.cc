#include "mux/model/swaps.h"

#include <algorithm>
#include <map>

#include "mux/layout/apply_layout.h"

namespace mux::model {

namespace {

using layout::FloatPlace;
using layout::FloatSpec;
using layout::Tiles;
using layout::TileSpec;

std::vector<PaneId> tiled_panes(const Tab& tab) {
  std::vector<PaneId> ids;
  const layout::Tile* const root = tab.layout.tiles().root();
  if (root == nullptr) return ids;
  for (const layout::Tile* tile : layout::panes_of(*root)) ids.push_back(tile->pane);
  return ids;
}

std::map<PaneId, layout::PaneContent> contents_of(const Session& session,
                                                  const std::vector<PaneId>& panes) {
  std::map<PaneId, layout::PaneContent> contents;
  for (const PaneId id : panes) {
    const Pane* const pane = session.find_pane(id);
    if (pane != nullptr) contents.emplace(id, pane->content);
  }
  return contents;
}

bool fits_tiles(const Tab& tab, const TileSpec& spec, std::size_t panes) {
  return layout::has_room_for(spec, panes, tab.layout.area(), tab.layout.tiles().rules());
}

void place_tiles(Session& session, Tab& tab, const TileSpec& spec, std::optional<PaneId> newest) {
  std::vector<PaneId> order = tiled_panes(tab);
  if (newest && std::erase(order, *newest) > 0) order.push_back(*newest);
  tab.layout.tiles() =
      layout::rearranged(tab.layout.tiles(), spec, order, contents_of(session, order));
  tab.layout.settle();
}

void place_floats(Tab& tab, const std::vector<FloatSpec>& specs) {
  std::vector<FloatPlace> places;
  for (const FloatSpec& spec : specs) places.push_back(spec.place);
  tab.layout.floats().set_places(places);
}

bool fits_any(const std::vector<FloatSpec>& /*specs*/) {
  return true;
}

}  // namespace

void adapt_tiles(Session& session, Tab& tab, std::optional<PaneId> newest) {
  if (!session.options.adapts_layout || tab.layout.tiles().is_empty()) return;
  const std::size_t count = tiled_panes(tab).size();
  const TileSpec* const spec = tab.tiled_swaps.adapt(
      count, [&](const TileSpec& candidate) { return fits_tiles(tab, candidate, count); });
  if (spec != nullptr) place_tiles(session, tab, *spec, newest);
}

void adapt_floats(Session& session, Tab& tab) {
  if (!session.options.adapts_layout || tab.layout.floats().is_empty()) return;
  const std::size_t count = tab.layout.floats().panes().size();
  const auto* const specs = tab.floating_swaps.adapt(count, fits_any);
  if (specs != nullptr) place_floats(tab, *specs);
}

common::Result<void> turn_layout(Session& session, Tab& tab, bool is_backwards) {
  const layout::Floats& floats = tab.layout.floats();
  tab.layout.leave_fullscreen();
  if (floats.are_shown() && !floats.is_empty()) {
    const auto* const specs =
        tab.floating_swaps.turn(floats.panes().size(), is_backwards, fits_any);
    if (specs == nullptr) return common::fail("no swap layout fits the floating panes");
    place_floats(tab, *specs);
    return {};
  }
  const std::size_t count = tiled_panes(tab).size();
  // A lone pane looks the same in all of them.
  const auto is_selectable = [&](PaneId id) { return session.find_pane(id)->is_selectable(); };
  if (std::ranges::count_if(tiled_panes(tab), is_selectable) < 2) return {};
  const TileSpec* const spec = tab.tiled_swaps.turn(
      count, is_backwards,
      [&](const TileSpec& candidate) { return fits_tiles(tab, candidate, count); });
  if (spec == nullptr) return common::fail("no swap layout fits the panes");
  place_tiles(session, tab, *spec, {});
  return {};
}

void set_swaps(Tab& tab, const layout::TabSpec& spec, const layout::Layout& layout) {
  tab.tiled_swaps = {layout::count_panes(spec.tiles), spec.tiles, layout.swap_tiled};
  tab.floating_swaps = {spec.floats.size(), spec.floats, layout.swap_floating};
}

}  // namespace mux::model
