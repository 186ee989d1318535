#include "mux/layout/tab_layout.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace mux::layout {
namespace {

using common::fail;
using common::Result;

}  // namespace

TabLayout::TabLayout(Tiles tiles, Floats floats)
    : area_(tiles.area()), tiles_(std::move(tiles)), floats_(std::move(floats)) {
  settle();
}

void TabLayout::settle() {
  const Rect view = tiles_.viewport();
  if (floats_.area() != view) floats_.set_area(view);
  if (fullscreen_ && !contains(fullscreen_->pane)) fullscreen_.reset();
}

std::vector<PaneId> TabLayout::panes() const {
  std::vector<PaneId> all;
  if (tiles_.root() != nullptr) {
    for (const Tile* tile : panes_of(*tiles_.root())) all.push_back(tile->pane);
  }
  for (const Float& pane : floats_.panes()) all.push_back(pane.pane);
  return all;
}

void TabLayout::set_area(Rect area) {
  area_ = area;
  tiles_.set_area(area);
  settle();
}

Result<void> TabLayout::remove(PaneId pane) {
  auto done = floats_.contains(pane) ? floats_.remove(pane) : tiles_.remove(pane);
  settle();
  return done;
}

Result<void> TabLayout::float_pane(PaneId pane, const FloatPlace& place) {
  const Tile* const tile = tiles_.find(pane);
  if (tile == nullptr) return fail(fmt::format("there is no tiled pane {}", number_of(pane)));
  if (!tile->is_selectable) return fail("bars do not float");
  if (tiles_.in_reading_order().size() == 1) return fail("the last tiled pane does not float");
  TRY(tiles_.remove(pane));
  settle();
  return floats_.add(pane, place);
}

Result<void> TabLayout::embed_pane(PaneId pane) {
  if (!floats_.contains(pane)) {
    return fail(fmt::format("there is no floating pane {}", number_of(pane)));
  }
  TRY(tiles_.add(pane));
  TRY(floats_.remove(pane));
  settle();
  return {};
}

Result<void> TabLayout::toggle_fullscreen(PaneId pane, bool covers_bars) {
  const Tile* const tile = tiles_.find(pane);
  if (!contains(pane) || (tile != nullptr && !tile->is_selectable)) {
    return fail(fmt::format("there is no pane {}", number_of(pane)));
  }
  const bool is_off = fullscreen_ && fullscreen_->covers_bars == covers_bars;
  fullscreen_.reset();
  if (!is_off) fullscreen_ = Fullscreen{.pane = pane, .covers_bars = covers_bars};
  if (tile != nullptr) tiles_.focus(pane);
  return {};
}

bool TabLayout::is_hidden_by_fullscreen(const Tile& pane) const {
  return fullscreen_ && (fullscreen_->covers_bars || pane.is_selectable);
}

void TabLayout::add_tiled(const Tile& tile, bool is_title, std::vector<Placement>& list) const {
  for (std::size_t i = 0; i < tile.children.size(); ++i) {
    add_tiled(tile.children[i], tile.kind == Tile::Kind::Stack && i != tile.expanded, list);
  }
  if (tile.kind != Tile::Kind::Pane || tile.rect.is_empty() || is_hidden_by_fullscreen(tile)) {
    return;
  }
  list.push_back({.pane = tile.pane,
                  .role = is_title ? Placement::Role::Title : Placement::Role::Tiled,
                  .rect = tile.rect,
                  .title = tile.title});
}

void TabLayout::add_floating(std::vector<Placement>& list) const {
  // Pinned ones are in front of those that are not.
  for (const bool is_pinned : {false, true}) {
    for (const Float& pane : floats_.panes()) {
      if (pane.is_pinned != is_pinned || !floats_.is_shown(pane) || pane.rect.is_empty()) continue;
      if (fullscreen_ && (fullscreen_->pane == pane.pane || !pane.is_pinned)) continue;
      list.push_back(
          {.pane = pane.pane, .role = Placement::Role::Floating, .rect = pane.rect, .title = {}});
    }
  }
}

std::vector<Placement> TabLayout::placements() const {
  std::vector<Placement> list;
  if (tiles_.root() != nullptr) add_tiled(*tiles_.root(), false, list);
  if (fullscreen_) {
    list.push_back({.pane = fullscreen_->pane,
                    .role = Placement::Role::Fullscreen,
                    .rect = fullscreen_->covers_bars ? area_ : tiles_.viewport(),
                    .title = {}});
  }
  add_floating(list);
  return list;
}

std::optional<Placement> TabLayout::resting_place(PaneId pane) const {
  if (const Float* const floating = floats_.find(pane)) {
    return Placement{
        .pane = pane, .role = Placement::Role::Floating, .rect = floating->rect, .title = {}};
  }
  const Tile* const tile = tiles_.find(pane);
  if (tile == nullptr || tile->rect.is_empty()) return std::nullopt;
  const bool is_title = tiles_.expanded_beside(pane) != pane;
  return Placement{.pane = pane,
                   .role = is_title ? Placement::Role::Title : Placement::Role::Tiled,
                   .rect = tile->rect,
                   .title = tile->title};
}

std::optional<PaneId> TabLayout::at(int column, int row) const {
  const auto list = placements();
  for (auto placement = list.rbegin(); placement != list.rend(); ++placement) {
    if (placement->rect.contains(column, row) || placement->title.contains(column, row)) {
      return placement->pane;
    }
  }
  return std::nullopt;
}

std::string TabLayout::fault() const {
  std::string fault = tiles_.fault();
  if (fault.empty()) fault = floats_.fault();
  if (!fault.empty()) return fault;
  if (tiles_.area() != area_) return "tiles for another area";
  for (const Float& pane : floats_.panes()) {
    if (tiles_.contains(pane.pane)) return "a pane that is tiled and floats";
  }
  if (fullscreen_ && !contains(fullscreen_->pane)) return "a full screen without its pane";
  return {};
}

}  // namespace mux::layout
