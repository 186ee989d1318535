#include "mux/layout/tile_edit.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "mux/layout/border.h"

namespace mux::layout {
namespace {

// Do all panes along an edge of the tile let themselves be selected?
bool has_selectable_edge(const Tile& tile, Direction edge) {
  if (tile.kind == Tile::Kind::Pane) return tile.is_selectable;
  if (tile.kind == Tile::Kind::Stack) return true;
  if (tile.axis == axis_of(edge)) {
    return has_selectable_edge(is_forward(edge) ? tile.children.back() : tile.children.front(),
                               edge);
  }
  return std::ranges::all_of(tile.children,
                             [&](const Tile& child) { return has_selectable_edge(child, edge); });
}

// Takes a child out of its split without telling who gets its room.
void erase_child(Tile& root, const Path& path) {
  Tile& parent = tile_at(root, Path(path.begin(), path.end() - 1));
  parent.children.erase(parent.children.begin() + static_cast<std::ptrdiff_t>(path.back()));
}

// Lets the neighbours on that side fill the pane's place.
bool fill_from(Tile& root, PaneId pane, Direction side) {
  const auto border = cut_border_beside(root, pane, side);
  if (!border) return false;
  const auto [own, other] = tiles_at(root, *border, side);
  if (own->kind != Tile::Kind::Pane || own->pane != pane || other->share.is_fixed) return false;
  if (!has_selectable_edge(*other, opposite(side))) return false;
  if (!own->share.is_fixed) other->share.amount += own->share.amount;
  grow_at_edge(*other, opposite(side), span_along(own->rect, axis_of(side)).length());
  erase_child(root, *path_to(root, pane));
  return true;
}

}  // namespace

std::unexpected<common::Error> no_such_tile(PaneId pane) {
  return common::fail(fmt::format("there is no tiled pane {}", number_of(pane)));
}

void split_tile(Tile& root, const Path& path, Tile added, Direction side, double part) {
  Tile& tile = tile_at(root, path);
  const Axis axis = axis_of(side);
  if (!path.empty()) {
    Tile& parent = tile_at(root, Path(path.begin(), path.end() - 1));
    if (parent.kind == Tile::Kind::Split && parent.axis == axis) {
      added.share.amount = tile.share.amount * part;
      tile.share.amount -= added.share.amount;
      const auto at = parent.children.begin() + static_cast<std::ptrdiff_t>(path.back());
      parent.children.insert(is_forward(side) ? at + 1 : at, std::move(added));
      return;
    }
  }
  const Share share = tile.share;
  tile.share = {.amount = 1 - part};
  added.share = {.amount = part};
  std::vector<Tile> pair;
  pair.push_back(std::move(tile));
  pair.insert(is_forward(side) ? pair.end() : pair.begin(), std::move(added));
  Tile split = Tile::split_of(axis, std::move(pair));
  split.share = share;
  tile_at(root, path) = std::move(split);
}

bool has_fixed_length(const Tile& root, const Path& path, Axis axis) {
  Path above = path;
  while (!above.empty()) {
    const Tile& tile = tile_at(root, above);
    above.pop_back();
    const Tile& parent = tile_at(root, above);
    if (parent.kind == Tile::Kind::Split && parent.axis == axis) return tile.share.is_fixed;
  }
  return false;
}

void remove_from_stack(Tile& stack, std::size_t index) {
  stack.children.erase(stack.children.begin() + static_cast<std::ptrdiff_t>(index));
  // The one below an expanded pane takes its place, at the bottom the one above.
  if (index < stack.expanded) --stack.expanded;
  stack.expanded = std::min(stack.expanded, stack.children.size() - 1);
}

Tile without(const Tile& root, PaneId pane, const Path& path) {
  Tile changed = root;
  Tile& parent = tile_at(changed, Path(path.begin(), path.end() - 1));
  if (parent.kind == Tile::Kind::Stack) {
    remove_from_stack(parent, path.back());
    return changed;
  }
  for (const Direction side : {Direction::Left, Direction::Right, Direction::Up, Direction::Down}) {
    Tile attempt = root;
    if (fill_from(attempt, pane, side)) return attempt;
  }
  erase_child(changed, path);
  return changed;
}

void equalise_tile(Tile& tile) {
  for (Tile& child : tile.children) {
    if (!child.share.is_fixed) child.share.amount = 1;
    equalise_tile(child);
  }
}

Tile& make_stack(Tile& root, const Path& path) {
  Tile& tile = tile_at(root, path);
  if (tile.kind == Tile::Kind::Stack) return tile;
  const Share share = tile.share;
  const Rect rect = tile.rect;
  std::vector<Tile> panes;
  panes.push_back(std::move(tile));
  panes.front().share = {};
  tile = Tile::stack_of(std::move(panes), 0);
  tile.share = share;
  tile.rect = rect;
  return tile;
}

}  // namespace mux::layout
