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
constexpr double kLargeStepPercent = 30;
constexpr std::size_t kMostUndo = 20;

constexpr Resize opposite_of(Resize how) {
  return how == Resize::Increase ? Resize::Decrease : Resize::Increase;
}

const Tile* unit_of(const Tiles& tiles, PaneId pane) {
  if (tiles.root() == nullptr) return nullptr;
  const auto path = path_to_unit(*tiles.root(), pane);
  return path ? &tile_at(*tiles.root(), *path) : nullptr;
}

// Cells that tiles share along the axis, where the pane is: without those of bars.
int shared_cells(const Tile& root, PaneId pane, Axis axis) {
  int cells = span_along(root.rect, axis).length();
  const Path path = path_to(root, pane).value_or(Path());
  const Tile* tile = &root;
  for (const std::size_t index : path) {
    if (tile->axis == axis) {
      for (const Tile& child : tile->children) {
        if (child.share.is_fixed) cells -= span_along(child.rect, axis).length();
      }
    }
    tile = &tile->children[index];
    if (tile->is_unit()) break;
  }
  return cells;
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
  if (!contains(pane)) return fail("there is no such pane");
  const double cells = percent / 100 * shared_cells(*root_, pane, axis_of(direction));
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
Result<void> Tiles::resize_corner(PaneId pane, Resize how, Direction main, Direction sub,
                                  double percent) {
  const auto corner = at_corner(pane, main, sub);
  Tiles attempt = *this;
  Tiles other = *this;
  TRY(attempt.resize_side(pane, how, main, percent));
  TRY(other.resize_side(pane, how, sub, percent));
  TRY(attempt.resize_side(pane, how, sub, percent));
  if (corner) {
    // Fails if the corner has moved along already.
    static_cast<void>(attempt.resize_side(*corner, opposite_of(how), opposite(main), percent));
  }
  *this = std::move(attempt);
  return {};
}

Result<void> Tiles::resize_around(PaneId pane, Resize how, double percent) {
  for (const Direction sub : {Direction::Down, Direction::Up}) {
    for (const Direction main : {Direction::Right, Direction::Left}) {
      if (auto done = resize_corner(pane, how, main, sub, percent)) return done;
    }
  }
  for (const Direction side : {Direction::Right, Direction::Down, Direction::Left, Direction::Up}) {
    if (auto done = resize_side(pane, how, side, percent)) return done;
  }
  return fail("the pane cannot be resized");
}

Result<void> Tiles::resize(PaneId pane, Resize how, std::optional<Direction> direction) {
  if (!contains(pane)) return fail("there is no such pane");
  if (!direction) return resize_around(pane, how, kStepPercent);
  auto done = resize_side(pane, how, *direction, kStepPercent);
  if (done || how == Resize::Decrease) return done;
  return resize_side(pane, Resize::Decrease, opposite(*direction), kStepPercent);
}

void Tiles::remember(Undo& undo, PaneId pane, Tile tree) {
  if (undo.pane != pane) undo = {.pane = pane, .trees = {}};
  if (undo.trees.size() == kMostUndo) undo.trees.erase(undo.trees.begin());
  undo.trees.push_back(std::move(tree));
}

// Back to the last tree, if it has the same panes.
bool Tiles::restore(Undo& undo, PaneId pane) {
  if (undo.pane != pane || undo.trees.empty()) return false;
  Tile tree = std::move(undo.trees.back());
  undo.trees.pop_back();
  if (ids_of(tree) != ids_of(*root_)) {
    undo.trees.clear();
    return false;
  }
  adopt(std::move(tree));
  return true;
}

Result<void> Tiles::stack_with_neighbours(PaneId pane, Direction side) {
  Tile changed = *root_;
  const auto border = cut_border_beside(changed, pane, side);
  if (!border) return fail("the pane is at the edge");
  const auto [own, other] = tiles_at(changed, *border, side);
  if (!own->is_unit() || own->share.is_fixed || other->share.is_fixed) {
    return fail("the neighbours do not line up");
  }
  std::vector<Tile> panes;
  for (const Tile* tile : {is_forward(side) ? own : other, is_forward(side) ? other : own}) {
    for (const Tile* member : panes_of(*tile)) panes.push_back(*member);
  }
  for (Tile& member : panes) {
    if (!member.is_selectable) return fail("bars cannot be stacked");
    member.share = {};
  }
  const auto expanded = std::ranges::find(panes, pane, &Tile::pane) - panes.begin();
  Tile stack = Tile::stack_of(std::move(panes), static_cast<std::size_t>(expanded));
  stack.share.amount = own->share.amount + other->share.amount;
  stack.rect = own->rect;
  Tile& split = tile_at(changed, border->split);
  split.children[border->before] = std::move(stack);
  split.children.erase(split.children.begin() + static_cast<std::ptrdiff_t>(border->before) + 1);
  return commit(std::move(changed));
}

Result<void> Tiles::grow_by_any_means(PaneId pane) {
  for (const Direction side : {Direction::Up, Direction::Down, Direction::Left, Direction::Right}) {
    if (auto done = resize_side(pane, Resize::Increase, side, kLargeStepPercent)) return done;
    if (auto done = stack_with_neighbours(pane, side)) return done;
  }
  return resize_around(pane, Resize::Increase, kStepPercent);
}

Result<void> Tiles::shrink_by_any_means(PaneId pane) {
  if (is_in_stack(pane)) {
    if (auto done = shrink_stack(pane)) return done;
  }
  if (auto done = resize_around(pane, Resize::Decrease, kLargeStepPercent)) return done;
  return resize_around(pane, Resize::Decrease, kStepPercent);
}

Result<void> Tiles::grow(PaneId pane) {
  if (!contains(pane)) return fail("there is no such pane");
  if (restore(before_shrinking_, pane)) return {};
  Tile before = *root_;
  TRY(grow_by_any_means(pane));
  remember(before_growing_, pane, std::move(before));
  return {};
}

Result<void> Tiles::shrink(PaneId pane) {
  if (!contains(pane)) return fail("there is no such pane");
  if (restore(before_growing_, pane)) return {};
  Tile before = *root_;
  TRY(shrink_by_any_means(pane));
  remember(before_shrinking_, pane, std::move(before));
  return {};
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
