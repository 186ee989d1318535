// Places for tiled panes that come: half of another one's, or in a stack.
#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

#include "mux/layout/tile_edit.h"
#include "mux/layout/tile_room.h"
#include "mux/layout/tiles.h"

namespace mux::layout {

using common::fail;
using common::Result;

Result<void> Tiles::split(PaneId pane, PaneId added, Direction side) {
  if (contains(added)) return fail(fmt::format("pane {} is tiled already", number_of(added)));
  const auto path = root_ ? path_to_unit(*root_, pane) : std::nullopt;
  if (!path) return no_such_tile(pane);
  const Axis axis = axis_of(side);
  if (!find(pane)->is_selectable || has_fixed_length(*root_, *path, axis)) {
    return fail("a pane of fixed size cannot be split");
  }
  Tile changed = *root_;
  Tile tile = Tile::of(added);
  tile.focused_at = focus_count_ + 1;
  split_tile(changed, *path, std::move(tile), side, 0.5);
  TRY(commit(std::move(changed)));
  ++focus_count_;
  return {};
}

std::optional<PaneId> Tiles::room_for_half(int cell_ratio, Direction* side) const {
  std::optional<PaneId> best;
  int largest = 0;
  for (const PaneId pane : in_reading_order()) {
    const Rect& rect = find(pane)->rect;
    const bool fits =
        rect.columns >= rules_.least_columns && rect.rows >= rules_.least_rows &&
        (rect.columns > 2 * rules_.least_columns || rect.rows > 2 * rules_.least_rows);
    if (!fits || rect.rows * cell_ratio * rect.columns <= largest || is_in_stack(pane)) continue;
    largest = rect.rows * cell_ratio * rect.columns;
    best = pane;
  }
  if (!best) return best;
  const Rect& rect = find(*best)->rect;
  if (rect.rows * cell_ratio > rect.columns && rect.rows > 2 * rules_.least_rows) {
    *side = Direction::Down;
  } else if (rect.columns > 2 * rules_.least_columns) {
    *side = Direction::Right;
  } else {
    best.reset();
  }
  return best;
}

// Nothing else is there: the place of the pane that was there last, or below.
void Tiles::add_to_bars(Tile added) {
  if (vacancy_ && root_) {
    std::set<PaneId> before = ids_of(vacancy_->tree);
    before.erase(vacancy_->pane);
    if (before == ids_of(*root_)) {
      Tile tree = std::move(vacancy_->tree);
      Tile& place = tile_at(tree, *path_to(tree, vacancy_->pane));
      place.pane = added.pane;
      place.focused_at = added.focused_at;
      vacancy_.reset();
      adopt(std::move(tree));
      return;
    }
  }
  if (root_) {
    std::vector<Tile> column;
    column.push_back(*std::move(root_));
    column.push_back(std::move(added));
    added = Tile::split_of(Axis::Vertical, std::move(column));
    // Normalising looks at rectangles.
    arrange(added, area_, rules_);
  }
  adopt(std::move(added));
}

Result<void> Tiles::add(PaneId added, int cell_ratio) {
  if (contains(added)) return fail(fmt::format("pane {} is tiled already", number_of(added)));
  if (in_reading_order().empty()) {
    Tile tile = Tile::of(added);
    tile.focused_at = ++focus_count_;
    add_to_bars(std::move(tile));
    return {};
  }
  Direction side = Direction::Right;
  if (const auto pane = room_for_half(cell_ratio, &side)) {
    if (auto done = split(*pane, added, side)) return done;
  }
  for (const PaneId pane : in_reading_order()) {
    if (!is_in_stack(pane)) continue;
    if (auto done = add_to_stack(pane, added)) return done;
  }
  return fail("there is not enough room for another pane");
}

Result<void> Tiles::add_near(PaneId pane, PaneId added, int cell_ratio) {
  // Panes become stacks before they become narrower or lower than this.
  constexpr int kReadableColumns = 30;
  constexpr int kReadableRows = 10;
  const Tile* const tile = find(pane);
  if (tile == nullptr || !tile->is_selectable) return add(added, cell_ratio);
  const Rect rect = tile->rect;
  if (!is_in_stack(pane)) {
    if (rect.rows * cell_ratio > rect.columns && rect.rows > 2 * kReadableRows) {
      return split(pane, added, Direction::Down);
    }
    if (rect.columns > 2 * kReadableColumns) return split(pane, added, Direction::Right);
  }
  if (auto done = add_to_stack(pane, added)) return done;
  return add(added, cell_ratio);
}

Result<void> Tiles::add_to_stack(PaneId pane, PaneId added) {
  if (contains(added)) return fail(fmt::format("pane {} is tiled already", number_of(added)));
  const auto path = root_ ? path_to_unit(*root_, pane) : std::nullopt;
  if (!path) return no_such_tile(pane);
  if (!find(pane)->is_selectable || has_fixed_length(*root_, *path, Axis::Vertical)) {
    return fail("a pane of fixed height cannot be stacked");
  }
  Tile changed = *root_;
  Tile& stack = make_stack(changed, *path);
  Tile tile = Tile::of(added);
  tile.focused_at = focus_count_ + 1;
  stack.children.push_back(std::move(tile));
  stack.expanded = stack.children.size() - 1;
  TRY(commit(std::move(changed)));
  ++focus_count_;
  return {};
}

Result<void> Tiles::stack(PaneId pane, std::span<const PaneId> others) {
  if (!contains(pane)) return no_such_tile(pane);
  Tiles attempt = *this;
  for (const PaneId other : others) {
    if (other == pane) continue;
    const Tile* const tile = find(other);
    if (tile == nullptr) return no_such_tile(other);
    if (!tile->is_selectable) return fail("bars cannot be stacked");
    const auto members = attempt.stack_of(pane);
    if (std::ranges::find(members, other) != members.end()) continue;
    TRY(attempt.remove(other));
    TRY(attempt.add_to_stack(pane, other));
  }
  // Removing alone is never refused.
  if (!has_room(*attempt.root_, root(), rules_)) return fail("there is not enough room");
  *this = std::move(attempt);
  return {};
}

Result<void> Tiles::shrink_stack(PaneId pane) {
  const auto path = root_ ? path_to_unit(*root_, pane) : std::nullopt;
  if (!path) return no_such_tile(pane);
  Tile changed = *root_;
  Tile& stack = tile_at(changed, *path);
  if (stack.kind != Tile::Kind::Stack) return fail("the pane is in no stack");
  if (has_fixed_length(*root_, *path, Axis::Vertical)) {
    return fail("a stack of fixed height cannot be broken up");
  }
  const double part = 1.0 / static_cast<double>(stack.children.size());
  const bool is_upwards = stack.expanded + 1 == stack.children.size();
  const std::size_t index = is_upwards ? 0 : stack.children.size() - 1;
  Tile broken = std::move(stack.children[index]);
  remove_from_stack(stack, index);
  split_tile(changed, *path, std::move(broken), is_upwards ? Direction::Up : Direction::Down, part);
  return commit(std::move(changed));
}

}  // namespace mux::layout
