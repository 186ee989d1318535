// Resizing of tiled panes: by steps, in a direction or around, and by dragging.
#include <algorithm>
#include <cstdlib>
#include <utility>

#include "mux/layout/border.h"
#include "mux/layout/tiles.h"

namespace mux::layout {
namespace {

using common::fail;
using common::Result;

constexpr double kStepPercent = 5;

constexpr Resize opposite_of(Resize how) {
  return how == Resize::Increase ? Resize::Decrease : Resize::Increase;
}

const Tile* unit_of(const Tiles& tiles, PaneId pane) {
  if (tiles.root() == nullptr) return nullptr;
  const auto path = path_to_unit(*tiles.root(), pane);
  return path ? &tile_at(*tiles.root(), *path) : nullptr;
}

}  // namespace

// Moves the pane's border on that side outwards.
Result<void> Tiles::shift(PaneId pane, Direction side, double cells, bool is_exact) {
  if (!contains(pane)) return fail("there is no such pane");
  Tile changed = *root_;
  const auto border = cut_border_beside(changed, pane, side);
  if (!border) return fail("the pane is at the edge");
  if (is_exact) weigh_by_cells(tile_at(changed, border->split));
  if (!move_border(changed, *border, side, cells, rules_)) {
    return fail("the border cannot be moved there");
  }
  return commit(std::move(changed));
}

Result<void> Tiles::resize_side(PaneId pane, Resize how, Direction direction, double percent) {
  const int whole = span_along(area_, axis_of(direction)).length();
  const double cells = percent / 100 * whole;
  Tiles attempt = *this;
  TRY(attempt.shift(pane, direction, how == Resize::Increase ? cells : -cells, false));
  if (attempt.find(pane)->rect == find(pane)->rect) {
    // Lost in rounding.
    if (percent > kStepPercent) return fail("the area is too small for a step");
    return resize_side(pane, how, direction, 2 * percent);
  }
  *this = std::move(attempt);
  return {};
}

// The pane that touches the pane's corner, where four borders meet.
std::optional<PaneId> Tiles::at_corner(PaneId pane, Direction main, Direction sub) const {
  const Tile* const own = unit_of(*this, pane);
  if (own == nullptr) return std::nullopt;
  for (const Tile* other : panes_of(*root_)) {
    const Tile* const unit = unit_of(*this, other->pane);
    const bool is_beside = main == Direction::Right ? own->rect.right() == unit->rect.x
                                                    : own->rect.x == unit->rect.right();
    const bool is_beyond = sub == Direction::Down ? own->rect.bottom() == unit->rect.y
                                                  : own->rect.y == unit->rect.bottom();
    if (is_beside && is_beyond) return other->pane;
  }
  return std::nullopt;
}

// In two directions; a cross at that corner stays one.
Result<void> Tiles::resize_corner(PaneId pane, Resize how, Direction main, Direction sub) {
  const auto corner = at_corner(pane, main, sub);
  Tiles attempt = *this;
  Tiles other = *this;
  TRY(attempt.resize_side(pane, how, main, kStepPercent));
  TRY(other.resize_side(pane, how, sub, kStepPercent));
  TRY(attempt.resize_side(pane, how, sub, kStepPercent));
  if (corner) {
    // Fails if the corner has moved along already.
    static_cast<void>(attempt.resize_side(*corner, opposite_of(how), opposite(main), kStepPercent));
  }
  *this = std::move(attempt);
  return {};
}

Result<void> Tiles::resize_around(PaneId pane, Resize how) {
  for (const Direction sub : {Direction::Down, Direction::Up}) {
    for (const Direction main : {Direction::Right, Direction::Left}) {
      if (auto done = resize_corner(pane, how, main, sub)) return done;
    }
  }
  for (const Direction side : {Direction::Right, Direction::Down, Direction::Left, Direction::Up}) {
    if (auto done = resize_side(pane, how, side, kStepPercent)) return done;
  }
  return fail("the pane cannot be resized");
}

Result<void> Tiles::resize(PaneId pane, Resize how, std::optional<Direction> direction) {
  if (!contains(pane)) return fail("there is no such pane");
  if (!direction) return resize_around(pane, how);
  auto done = resize_side(pane, how, *direction, kStepPercent);
  if (done || how == Resize::Decrease) return done;
  return resize_side(pane, Resize::Decrease, opposite(*direction), kStepPercent);
}

Result<void> Tiles::drag(PaneId pane, Direction side, int cells) {
  if (!contains(pane)) return fail("there is no such pane");
  if (cells == 0) return {};
  const int sign = cells > 0 ? 1 : -1;
  // The farthest that is possible: what is refused now is refused beyond as well.
  int possible = 0;
  int refused = std::min(std::abs(cells), span_along(area_, axis_of(side)).length()) + 1;
  while (refused - possible > 1) {
    const int middle = possible + (refused - possible) / 2;
    Tiles attempt = *this;
    (attempt.shift(pane, side, sign * middle, true) ? possible : refused) = middle;
  }
  if (possible == 0) return fail("the border cannot be moved there");
  return shift(pane, side, sign * possible, true);
}

}  // namespace mux::layout
