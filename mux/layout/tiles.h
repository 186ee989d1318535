// The tiled panes of a tab, and all that can be done with them.
//
// An operation either succeeds and leaves every pane at least as large as the
// rules ask (or as it was before), or is refused and changes nothing.  Removing a
// pane and changing the area always succeed.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "common/base/result.h"
#include "mux/layout/tile.h"

namespace mux::layout {

enum class Resize : std::uint8_t { Increase, Decrease };

class Tiles {
 public:
  explicit Tiles(Rect area, TileRules rules = {}) : area_(area), rules_(rules) {}
  // Takes a tree over, of a layout say.
  Tiles(Rect area, TileRules rules, Tile root);

  bool is_empty() const { return !root_.has_value(); }
  // Null: there are no panes.
  const Tile* root() const { return root_ ? &*root_ : nullptr; }
  const Rect& area() const { return area_; }
  const TileRules& rules() const { return rules_; }
  // The area without the bars along its edges.
  Rect viewport() const;
  // Null: no such pane.
  const Tile* find(PaneId pane) const;
  bool contains(PaneId pane) const { return find(pane) != nullptr; }
  bool is_in_stack(PaneId pane) const;
  // The others in the pane's stack and itself, from the top; empty if in none.
  std::vector<PaneId> stack_of(PaneId pane) const;
  // The expanded pane of the pane's stack; itself if it is in none.
  PaneId expanded_beside(PaneId pane) const;
  // Selectable panes from the top down, those of one row from the left.
  std::vector<PaneId> in_reading_order() const;

  void set_area(Rect area);

  // Notes that the pane was focused, and expands it if it is in a stack.
  void focus(PaneId pane);
  // Of the panes beside this one the last focused; none at the edge.
  std::optional<PaneId> neighbour(PaneId pane, Direction direction) const;
  // Of those along that edge of the area the last focused.
  std::optional<PaneId> pane_on_edge(Direction edge) const;
  // In reading order, around the corner too.  None if there is no selectable pane.
  std::optional<PaneId> next(PaneId pane) const;
  std::optional<PaneId> previous(PaneId pane) const;

  // Half of the pane's room, or of its stack's, on that side of it.
  common::Result<void> split(PaneId pane, PaneId added, Direction side);
  // Half of the largest pane that can be halved, across its longer side; else room
  // in a stack.  A cell is `cell_ratio` times as high as wide.
  common::Result<void> add(PaneId added, int cell_ratio = 4);
  // Beside that pane, or in a stack with it once it is small.
  common::Result<void> add_near(PaneId pane, PaneId added, int cell_ratio = 4);
  // At the bottom of the pane's stack, which is made of it if need be, expanded.
  common::Result<void> add_to_stack(PaneId pane, PaneId added);
  // Its neighbours fill its place: those on the left, else right, above, below,
  // whose borders line up with it.
  common::Result<void> remove(PaneId pane);
  // Another pane takes over its place.
  common::Result<void> replace(PaneId pane, PaneId by);

  // By 5 % of the area.  Without direction in two directions if possible.  At an
  // edge of the area an increase decreases the opposite border instead.
  common::Result<void> resize(PaneId pane, Resize how, std::optional<Direction> direction);
  // Resizing in large steps that ends in stacks: by 30 % above, below, left or right,
  // else the neighbours there join the pane in a stack.  The one undoes what the
  // other did last to the same pane.
  common::Result<void> grow(PaneId pane);
  common::Result<void> shrink(PaneId pane);
  // Moves the pane's border on that side outwards by so many cells (negative:
  // inwards), as far as there is room.
  common::Result<void> drag(PaneId pane, Direction side, int cells);
  // All children of every split alike.
  common::Result<void> equalise();

  common::Result<void> swap(PaneId a, PaneId b);
  // Swaps with the neighbour in that direction, or with the next in its stack.
  common::Result<void> move(PaneId pane, Direction direction);
  common::Result<void> move_forward(PaneId pane);
  common::Result<void> move_backward(PaneId pane);

  // The others leave their places and follow `pane` in its stack.  The last is
  // expanded.
  common::Result<void> stack(PaneId pane, std::span<const PaneId> others);
  // The member farthest from the expanded pane gets a place of its own above or
  // below the stack.
  common::Result<void> shrink_stack(PaneId pane);

  // What is wrong; empty if nothing.
  std::string fault() const;

 private:
  // Takes the changed tree unless a pane became too small.
  common::Result<void> commit(Tile changed);
  std::optional<PaneId> room_for_half(int cell_ratio, Direction* side) const;
  void adopt(Tile tree);
  common::Result<void> shift(PaneId pane, Direction side, double cells, bool is_exact);
  common::Result<void> resize_side(PaneId pane, Resize how, Direction direction, double percent);
  common::Result<void> resize_corner(PaneId pane, Resize how, Direction main, Direction sub,
                                     double percent);
  common::Result<void> resize_around(PaneId pane, Resize how, double percent);
  common::Result<void> stack_with_neighbours(PaneId pane, Direction side);
  common::Result<void> grow_by_any_means(PaneId pane);
  common::Result<void> shrink_by_any_means(PaneId pane);
  std::optional<PaneId> at_corner(PaneId pane, Direction main, Direction sub) const;
  common::Result<void> swap_in(PaneId pane, std::optional<PaneId> other);

  // The trees before the last changes in size of one pane, the last one last.
  struct Undo {
    PaneId pane{};
    std::vector<Tile> trees;
  };
  // Where the last pane that could be selected was, for the next one.
  struct Vacancy {
    PaneId pane{};
    Tile tree;
  };
  void add_to_bars(Tile added);
  bool restore(Undo& undo, PaneId pane);
  static void remember(Undo& undo, PaneId pane, Tile tree);

  Rect area_;
  TileRules rules_;
  std::optional<Tile> root_;
  std::optional<Vacancy> vacancy_;
  Undo before_growing_;
  Undo before_shrinking_;
  std::uint64_t focus_count_ = 0;
};

}  // namespace mux::layout
