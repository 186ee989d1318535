// Changes of a tree of tiles: a place is split, given up, or made a stack.  They leave
// the rectangles to whoever arranges the tree next.
#pragma once

#include <cstddef>
#include <expected>

#include "common/base/result.h"
#include "mux/layout/tile.h"

namespace mux::layout {

std::unexpected<common::Error> no_such_tile(PaneId pane);

// Gives the tile's place to a split of it and another, which gets that part.
void split_tile(Tile& root, const Path& path, Tile added, Direction side, double part);

// Is the tile's length along the axis fixed by it or by what it is in?
bool has_fixed_length(const Tile& root, const Path& path, Axis axis);

void remove_from_stack(Tile& stack, std::size_t index);

// The tree without the pane at `path`, whose neighbours fill its place.
Tile without(const Tile& root, PaneId pane, const Path& path);

// All children of every split alike.
void equalise_tile(Tile& tile);

// The stack at `path`, made of the pane there if it is none yet.
Tile& make_stack(Tile& root, const Path& path);

}  // namespace mux::layout
