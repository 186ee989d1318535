#include "mux/layout/apply_layout.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>

#include "common/base/check.h"

namespace mux::layout {
namespace {

void collect_panes(const TileSpec& spec, std::vector<const TileSpec*>& panes) {
  if (spec.is_pane()) panes.push_back(&spec);
  for (const TileSpec& child : spec.children) collect_panes(child, panes);
}

std::vector<const TileSpec*> panes_of(const TileSpec& spec) {
  std::vector<const TileSpec*> panes;
  collect_panes(spec, panes);
  return panes;
}

// Percent of the whole for each child that is not fixed; `whole` is the parent's.
std::vector<double> percents_of(const std::vector<TileSpec>& children, double whole) {
  double stated = 0;
  std::size_t unstated = 0;
  std::size_t flexible = 0;
  for (const TileSpec& child : children) {
    if (child.size.kind == Extent::Kind::Percent) stated += child.size.value;
    if (child.size.kind == Extent::Kind::Flexible) ++unstated;
    if (child.size.kind != Extent::Kind::Cells) ++flexible;
  }
  const double left = whole - stated;
  // Without room for those that state nothing, what is stated does not count.
  const bool are_alike = unstated > 0 && left <= 0;
  std::vector<double> percents(children.size(), 0);
  double* last = nullptr;
  for (std::size_t i = 0; i < children.size(); ++i) {
    const Extent& size = children[i].size;
    if (size.kind == Extent::Kind::Cells) continue;
    percents[i] = are_alike                            ? whole / static_cast<double>(flexible)
                  : size.kind == Extent::Kind::Percent ? size.value
                                                       : left / static_cast<double>(unstated);
    last = &percents[i];
  }
  if (unstated == 0 && left > 0 && last != nullptr) *last += left;
  return percents;
}

class Builder {
 public:
  explicit Builder(const std::vector<PaneId>& ids) : next_(ids.begin()) {}

  Tile build(const TileSpec& spec, Percents whole) {
    if (spec.is_pane()) return pane(spec);
    if (spec.is_stacked) return stack(spec);
    const std::vector<double> percents = percents_of(spec.children, whole.along(spec.axis));
    std::vector<Tile> children;
    for (std::size_t i = 0; i < spec.children.size(); ++i) {
      const TileSpec& child = spec.children[i];
      const bool is_fixed = child.size.kind == Extent::Kind::Cells;
      Percents part = whole;
      part.along(spec.axis) = is_fixed ? 100 : percents[i];
      Tile tile = build(child, part);
      tile.share = {.is_fixed = is_fixed, .amount = is_fixed ? child.size.value : percents[i]};
      children.push_back(std::move(tile));
    }
    return Tile::split_of(spec.axis, std::move(children));
  }

 private:
  Tile pane(const TileSpec& spec) {
    Tile tile = Tile::of(*next_++);
    tile.is_selectable = !is_bar(spec.pane.content);
    return tile;
  }

  Tile stack(const TileSpec& spec) {
    std::vector<Tile> panes;
    std::optional<std::size_t> expanded;
    for (const TileSpec* child : panes_of(spec)) {
      if (child->is_expanded && !expanded) expanded = panes.size();
      panes.push_back(pane(*child));
      panes.back().is_selectable = true;
    }
    const std::size_t last = panes.size() - 1;
    return Tile::stack_of(std::move(panes), expanded.value_or(last));
  }

  std::vector<PaneId>::const_iterator next_;
};

std::optional<PaneId> focus_of(const AppliedTab& tab) {
  const Floats& floats = tab.layout.floats();
  const bool has_floats = floats.are_shown() && !floats.is_empty();
  for (const AppliedPane& applied : tab.panes) {
    const Tile* const tile = tab.layout.tiles().find(applied.pane);
    const bool is_possible = tile != nullptr ? tile->is_selectable : has_floats;
    if (applied.spec.has_focus && is_possible) return applied.pane;
  }
  if (has_floats) return floats.panes().back().pane;
  // Plugins, which are not there, have no use for it.
  auto order = tab.layout.tiles().in_reading_order();
  std::ranges::stable_partition(order, [&](PaneId pane) {
    const auto applied = std::ranges::find(tab.panes, pane, &AppliedPane::pane);
    return applied->spec.content.kind != PaneContent::Kind::Plugin;
  });
  if (order.empty()) return std::nullopt;
  return tab.layout.tiles().expanded_beside(order.front());
}

// Whether two panes run the same, and not just a shell.
bool is_described(const PaneContent& content) {
  return content.kind != PaneContent::Kind::Shell;
}

// For each place of the description one of the panes.
std::vector<PaneId> assign(const std::vector<const TileSpec*>& places, std::vector<PaneId> order,
                           const std::map<PaneId, PaneContent>& contents) {
  std::vector<std::optional<PaneId>> taken(places.size());
  const auto content_of = [&](PaneId pane) {
    const auto found = contents.find(pane);
    return found == contents.end() ? PaneContent() : found->second;
  };
  for (std::size_t i = 0; i < places.size(); ++i) {
    const PaneContent& wanted = places[i]->pane.content;
    if (!is_described(wanted)) continue;
    const auto fitting = std::ranges::find_if(order, [&](PaneId pane) {
      const PaneContent content = content_of(pane);
      return content.kind == wanted.kind && content.program == wanted.program &&
             content.arguments == wanted.arguments;
    });
    if (fitting == order.end()) continue;
    taken[i] = *fitting;
    order.erase(fitting);
  }
  // Bars come last, if they have no place of their own.
  std::ranges::stable_partition(order, [&](PaneId pane) { return !is_bar(content_of(pane)); });
  auto next = order.begin();
  std::vector<PaneId> panes;
  for (auto& pane : taken) panes.push_back(pane ? *pane : *next++);
  return panes;
}

}  // namespace

Tile tile_of(const TileSpec& spec, const std::vector<PaneId>& ids) {
  CHECK(ids.size() == count_panes(spec));
  return Builder(ids).build(spec, {});
}

AppliedTab apply_tab(const TabSpec& tab, const Rect& area, const TileRules& rules,
                     const std::function<PaneId()>& next_id) {
  std::vector<AppliedPane> panes;
  std::vector<PaneId> ids;
  for (const TileSpec* spec : panes_of(tab.tiles)) {
    ids.push_back(next_id());
    panes.push_back({.pane = ids.back(), .spec = spec->pane});
  }
  AppliedTab applied{
      .layout = TabLayout(Tiles(area, rules, tile_of(tab.tiles, ids)), Floats(area, rules)),
      .panes = std::move(panes),
      .focus = {}};
  Floats& floats = applied.layout.floats();
  for (const FloatSpec& spec : tab.floats) {
    const PaneId pane = next_id();
    CHECK(floats.add(pane, spec.place).has_value());
    CHECK(floats.set_pinned(pane, spec.is_pinned).has_value());
    applied.panes.push_back({.pane = pane, .spec = spec.pane});
  }
  floats.set_shown(!tab.hides_floats);
  applied.focus = focus_of(applied);
  if (applied.focus) {
    applied.layout.tiles().focus(*applied.focus);
    floats.raise(*applied.focus);
  }
  return applied;
}

Tiles rearranged(const Tiles& tiles, TileSpec spec, const std::vector<PaneId>& order,
                 const std::map<PaneId, PaneContent>& contents) {
  if (tiles.is_empty()) return tiles;
  fit_count(spec, order.size());
  // A description without place for more: they are added beside the last.
  std::vector<PaneId> placed = order;
  const std::size_t places = count_panes(spec);
  std::vector<PaneId> surplus;
  if (placed.size() > places) {
    surplus.assign(placed.begin() + static_cast<std::ptrdiff_t>(places), placed.end());
    TileSpec column;
    column.children.push_back(std::move(spec));
    for (std::size_t i = 0; i < surplus.size(); ++i) column.children.emplace_back();
    spec = std::move(column);
  }
  Tile tree = tile_of(spec, assign(panes_of(spec), std::move(placed), contents));
  std::map<PaneId, const Tile*> old;
  for (const Tile* pane : panes_of(*tiles.root())) old.emplace(pane->pane, pane);
  for (Tile* pane : panes_of(tree)) pane->is_selectable = old.at(pane->pane)->is_selectable;
  Tiles result(tiles.area(), tiles.rules(), std::move(tree));
  // Those that were focused last stay so.
  std::vector<const Tile*> by_focus;
  for (const auto& [id, pane] : old) by_focus.push_back(pane);
  std::ranges::sort(by_focus, {}, &Tile::focused_at);
  for (const Tile* pane : by_focus) result.focus(pane->pane);
  return result;
}

bool has_room_for(TileSpec spec, std::size_t panes, const Rect& area, const TileRules& rules) {
  fit_count(spec, panes);
  std::vector<PaneId> ids;
  for (std::uint32_t i = 0; i < count_panes(spec); ++i) ids.push_back(PaneId{i});
  const Tiles tiles(area, rules, tile_of(spec, ids));
  return std::ranges::none_of(panes_of(*tiles.root()),
                              [](const Tile* pane) { return pane->rect.is_empty(); });
}

}  // namespace mux::layout
