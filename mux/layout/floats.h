// Floating panes: rectangles above the tiled ones, in an order from back to front.
//
// Each remembers where it was put; when the area shrinks it is moved and cut to
// fit, when the area grows again it returns.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "common/base/result.h"
#include "mux/layout/geometry.h"
#include "mux/layout/pane_id.h"
#include "mux/layout/tiles.h"

namespace mux::layout {

// Where a layout or the user wants it; what is not said stays, or is the default.
// Percent are of the area; a Flexible extent counts as not said.
struct FloatPlace {
  std::optional<Extent> x;
  std::optional<Extent> y;
  std::optional<Extent> columns;
  std::optional<Extent> rows;
  bool operator==(const FloatPlace&) const = default;
};

struct Float {
  PaneId pane{};
  bool is_pinned = false;  // In sight even while the others are hidden.
  Rect wanted;
  Rect rect;
};

class Floats {
 public:
  explicit Floats(Rect area, TileRules rules = {}) : area_(area), rules_(rules) {}

  const Rect& area() const { return area_; }
  // From back to front.
  const std::vector<Float>& panes() const { return panes_; }
  bool is_empty() const { return panes_.empty(); }
  // Null: no such pane.
  const Float* find(PaneId pane) const;
  bool contains(PaneId pane) const { return find(pane) != nullptr; }
  bool are_shown() const { return are_shown_; }
  bool is_shown(const Float& pane) const { return are_shown_ || pane.is_pinned; }

  void set_area(Rect area);
  void set_shown(bool are_shown) { are_shown_ = are_shown; }

  // In front, in the middle or where there is none yet unless `place` says where.
  common::Result<void> add(PaneId added, const FloatPlace& place = {});
  common::Result<void> remove(PaneId pane);
  common::Result<void> replace(PaneId pane, PaneId by);
  void raise(PaneId pane);

  common::Result<void> set_place(PaneId pane, const FloatPlace& place);
  // Puts them into these places in their order, the rest where new ones would go.
  void set_places(const std::vector<FloatPlace>& places);
  // Its exact cells, cut to the area; for restoring and dragging.
  common::Result<void> set_rect(PaneId pane, Rect rect);
  common::Result<void> set_pinned(PaneId pane, bool is_pinned);
  common::Result<void> move(PaneId pane, Direction direction);
  common::Result<void> move_by(PaneId pane, int columns, int rows);
  common::Result<void> resize(PaneId pane, Resize how, std::optional<Direction> direction);
  // Moves one border outwards by so many cells (negative: inwards).
  common::Result<void> drag(PaneId pane, Direction side, int cells);

  // The nearest in that direction that overlaps; none: there is no such pane.
  std::optional<PaneId> neighbour(PaneId pane, Direction direction) const;
  std::optional<PaneId> next(PaneId pane) const;
  std::optional<PaneId> previous(PaneId pane) const;
  // The frontmost that is shown and has the cell.
  std::optional<PaneId> at(int column, int row) const;

  std::string fault() const;

 private:
  Float* find_mutable(PaneId pane);
  std::vector<PaneId> in_reading_order() const;
  Rect default_place() const;
  bool is_taken(const Rect& rect) const;
  Rect fitted(Rect wanted) const;
  Rect placed(Rect rect, const FloatPlace& place) const;
  int least(Axis axis) const;
  // Of one side alone, by at most that many cells.
  Rect moved_side(Rect rect, Direction side, int cells) const;

  Rect area_;
  TileRules rules_;
  bool are_shown_ = true;
  std::vector<Float> panes_;
};

}  // namespace mux::layout
