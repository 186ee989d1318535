// Borders between tiles: finding the one beside a pane, cutting it to the piece
// that concerns the pane, and moving it.
//
// Where the borders of two neighbouring columns meet in a cross, each of the four
// panes may move its own piece of border.  A tree knows columns of rows or rows of
// columns; cutting turns one into the other where the borders line up.
#pragma once

#include <cstddef>
#include <optional>

#include "mux/layout/tile.h"

namespace mux::layout {

// Between children `before` and `before` + 1 of the split at `split`.
struct Border {
  Path split;
  std::size_t before = 0;
};

// The nearest border on that side of the tile; none at the edge of the area.
std::optional<Border> border_beside(const Tile& root, const Path& tile, Direction side);

// The same for a pane or the stack it is in, with the border cut as short as
// crosses allow.  Changes the tree, not the rectangles of panes.
std::optional<Border> cut_border_beside(Tile& root, PaneId pane, Direction side);

// The tiles at `border`, the one on `side` of it second.
struct BorderTiles {
  Tile* own;
  Tile* other;
};
BorderTiles tiles_at(Tile& root, const Border& border, Direction side);

// Makes the weights of all flexible children, and of theirs, their cells: then
// whole cells can be moved without rounding.
void weigh_by_cells(Tile& tile);

// May the tile lose so many cells at that edge?
bool can_shrink(const Tile& tile, Direction edge, double cells, const TileRules& rules);

// Grows the tile by cells (or shrinks it) at one of its edges: only what touches
// that edge changes.  Leaves the tile's own share alone.
void grow_at_edge(Tile& tile, Direction edge, double cells);

// Moves the border to its `side`, for own and other as above: own grows.  False:
// a length is fixed or would become too small.
bool move_border(Tile& root, const Border& border, Direction side, double cells,
                 const TileRules& rules);

}  // namespace mux::layout
