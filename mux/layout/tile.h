// The tiled panes of a tab as a tree, and the rectangles that follow from it.
//
// A tile is a pane, a split of its room among two or more tiles, or a stack: two
// or more panes of which one is expanded and the others show a line with their
// title.  Children of a split are never splits along the same axis; normalise()
// keeps it that way.  What a child gets of its parent is its share, so a tree fits
// any area; arrange() computes the rectangles, which always tile the area exactly.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "mux/layout/geometry.h"
#include "mux/layout/pane_id.h"

namespace mux::layout {

// Along the parent's axis.
struct Share {
  bool is_fixed = false;
  double amount = 1;  // Cells if fixed, else the weight among siblings that are not.
  bool operator==(const Share&) const = default;
};

struct Tile {
  enum class Kind : std::uint8_t { Pane, Split, Stack };

  Kind kind = Kind::Pane;
  Axis axis = Axis::Vertical;  // Of a split.
  bool is_selectable = true;   // Of a pane; bars are not.
  PaneId pane{};
  std::uint64_t focused_at = 0;  // Of a pane: later is larger.
  std::size_t expanded = 0;      // Of a stack: the index of that pane.
  Share share;
  std::vector<Tile> children;

  // As last arranged.  Empty if there was no room.
  Rect rect;
  // Of a stack's expanded pane, when titles are listed above it: its own line there.
  Rect title;

  bool is_unit() const { return kind != Kind::Split; }
  static Tile of(PaneId pane);
  static Tile split_of(Axis axis, std::vector<Tile> children);
  static Tile stack_of(std::vector<Tile> panes, std::size_t expanded);
};

struct TileRules {
  // A pane is not made smaller than this by any operation.
  int least_columns = 5;
  int least_rows = 5;
  // The titles of all panes of a stack stand above the expanded one, instead of
  // each at the place of its pane.
  bool lists_titles = true;
};

// Indices of children from the root down.
using Path = std::vector<std::size_t>;

std::optional<Path> path_to(const Tile& root, PaneId pane);
// To the pane, or to the stack it is in.
std::optional<Path> path_to_unit(const Tile& root, PaneId pane);
Tile& tile_at(Tile& root, const Path& path);
const Tile& tile_at(const Tile& root, const Path& path);
// In the order of the tree.
std::vector<const Tile*> panes_of(const Tile& tile);
std::vector<Tile*> panes_of(Tile& tile);
std::set<PaneId> ids_of(const Tile& tile);

// Cells below which some pane in the tile would be too small.
int least_cells(const Tile& tile, Axis axis, const TileRules& rules);
void arrange(Tile& tile, const Rect& area, const TileRules& rules);

// Replaces splits and stacks of one by that one and merges splits with parents
// along the same axis.  Uses the rectangles of the last arrangement.
void normalise(Tile& tile);

// What is wrong with an arranged tree; empty if nothing.
std::string fault_of(const Tile& root, const Rect& area);

}  // namespace mux::layout
