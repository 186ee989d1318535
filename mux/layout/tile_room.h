// Whether the panes of a tree have room enough.
#pragma once

#include "mux/layout/tile.h"

namespace mux::layout {

// Refuses panes below the least size, unless they have not become smaller than in the
// tree `old` (null: there was none).
bool has_room(const Tile& changed, const Tile* old, const TileRules& rules);

}  // namespace mux::layout
