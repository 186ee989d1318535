#include "mux/layout/tiles.h"

#include <fmt/format.h>

#include <utility>

#include "mux/layout/tile_edit.h"
#include "mux/layout/tile_room.h"

namespace mux::layout {
namespace {

using common::fail;
using common::Result;

// The bar along an edge that takes the whole of it, as cells it takes away.
void trim_edge(Rect& view, const Rect& area, const Rect& bar) {
  if (bar.columns == area.columns && bar.x == area.x) {
    if (bar.y == view.y) {
      view.y += bar.rows;
      view.rows -= bar.rows;
    } else if (bar.bottom() == view.bottom()) {
      view.rows -= bar.rows;
    }
  } else if (bar.rows == area.rows && bar.y == area.y) {
    if (bar.x == view.x) {
      view.x += bar.columns;
      view.columns -= bar.columns;
    } else if (bar.right() == view.right()) {
      view.columns -= bar.columns;
    }
  }
}

}  // namespace

Tiles::Tiles(Rect area, TileRules rules, Tile root) : area_(area), rules_(rules) {
  // Before normalising, which looks at rectangles.
  arrange(root, area_, rules_);
  adopt(std::move(root));
  for (Tile* pane : panes_of(*root_)) pane->focused_at = ++focus_count_;
}

void Tiles::adopt(Tile tree) {
  normalise(tree);
  arrange(tree, area_, rules_);
  root_ = std::move(tree);
}

Rect Tiles::viewport() const {
  Rect view = area_;
  if (!root_) return view;
  for (const Tile* pane : panes_of(*root_)) {
    if (!pane->is_selectable) trim_edge(view, area_, pane->rect);
  }
  return view;
}

const Tile* Tiles::find(PaneId pane) const {
  if (!root_) return nullptr;
  const auto path = path_to(*root_, pane);
  return path ? &tile_at(*root_, *path) : nullptr;
}

bool Tiles::is_in_stack(PaneId pane) const {
  return !stack_of(pane).empty();
}

std::vector<PaneId> Tiles::stack_of(PaneId pane) const {
  std::vector<PaneId> members;
  const auto path = root_ ? path_to_unit(*root_, pane) : std::nullopt;
  if (!path) return members;
  for (const Tile& child : tile_at(*root_, *path).children) members.push_back(child.pane);
  return members;
}

PaneId Tiles::expanded_beside(PaneId pane) const {
  const auto path = root_ ? path_to_unit(*root_, pane) : std::nullopt;
  if (!path) return pane;
  const Tile& unit = tile_at(*root_, *path);
  return unit.kind == Tile::Kind::Stack ? unit.children[unit.expanded].pane : pane;
}

void Tiles::set_area(Rect area) {
  area_ = area;
  if (root_) arrange(*root_, area_, rules_);
}

Result<void> Tiles::commit(Tile changed) {
  normalise(changed);
  arrange(changed, area_, rules_);
  if (!has_room(changed, root(), rules_)) return fail("there is not enough room");
  root_ = std::move(changed);
  return {};
}

Result<void> Tiles::remove(PaneId pane) {
  const auto path = root_ ? path_to(*root_, pane) : std::nullopt;
  if (!path) return no_such_tile(pane);
  if (path->empty()) {
    root_.reset();
    return {};
  }
  Tile before = *root_;
  adopt(without(*root_, pane, *path));
  if (tile_at(before, *path).is_selectable && in_reading_order().empty()) {
    vacancy_ = Vacancy{.pane = pane, .tree = std::move(before)};
  }
  return {};
}

Result<void> Tiles::replace(PaneId pane, PaneId by) {
  if (contains(by)) return fail(fmt::format("pane {} is tiled already", number_of(by)));
  const auto path = root_ ? path_to(*root_, pane) : std::nullopt;
  if (!path) return no_such_tile(pane);
  tile_at(*root_, *path).pane = by;
  return {};
}

Result<void> Tiles::equalise() {
  if (!root_) return {};
  Tile changed = *root_;
  equalise_tile(changed);
  return commit(std::move(changed));
}

std::string Tiles::fault() const {
  return root_ ? fault_of(*root_, area_) : std::string();
}

}  // namespace mux::layout
