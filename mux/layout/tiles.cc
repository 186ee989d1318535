#include "mux/layout/tiles.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "mux/layout/border.h"

namespace mux::layout {
namespace {

using common::fail;
using common::Result;

std::unexpected<common::Error> no_such_tile(PaneId pane) {
  return fail(fmt::format("there is no tiled pane {}", number_of(pane)));
}

int least_of(Axis axis, const TileRules& rules) {
  return axis == Axis::Horizontal ? rules.least_columns : rules.least_rows;
}

// The bar along an edge that takes the whole of it, as cells it takes away.
void trim_edge(Rect& view, const Rect& area, const Rect& bar) {
  if (bar.columns == area.columns && bar.x == area.x) {
    if (bar.y == view.y) {
      view.y += bar.rows;
      view.rows -= bar.rows;
    } else if (bar.bottom() == view.bottom()) {
      view.rows -= bar.rows;
    }
  } else if (bar.rows == area.rows && bar.y == area.y) {
    if (bar.x == view.x) {
      view.x += bar.columns;
      view.columns -= bar.columns;
    } else if (bar.right() == view.right()) {
      view.columns -= bar.columns;
    }
  }
}

// Gives the tile's place to a split of it and another, which gets that part.
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

// Is the tile's length along the axis fixed by it or by what it is in?
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

// The stack at `path`, made of the pane there if it is none yet.
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

using Rects = std::map<PaneId, Rect>;

// Is the length at least what the rules ask, or what it was, or not for us to say?
bool is_long_enough(const Tile& pane, Axis axis, bool is_fixed, const Rects& before,
                    const TileRules& rules) {
  const int cells = span_along(pane.rect, axis).length();
  if (cells >= least_of(axis, rules) || (is_fixed && cells > 0)) return true;
  const auto old = before.find(pane.pane);
  return old != before.end() && span_along(old->second, axis).length() <= cells;
}

bool has_room_below(const Tile& tile, bool is_fixed_across, bool is_fixed_down, const Rects& before,
                    const TileRules& rules) {
  if (tile.kind == Tile::Kind::Pane) {
    return !tile.is_selectable ||
           (is_long_enough(tile, Axis::Horizontal, is_fixed_across, before, rules) &&
            is_long_enough(tile, Axis::Vertical, is_fixed_down, before, rules));
  }
  for (std::size_t i = 0; i < tile.children.size(); ++i) {
    const Tile& child = tile.children[i];
    if (tile.kind == Tile::Kind::Stack && i != tile.expanded) {
      if (child.rect.is_empty() && !before.contains(child.pane)) return false;
      continue;
    }
    const bool is_fixed = tile.kind == Tile::Kind::Split && child.share.is_fixed;
    const bool is_across = tile.axis == Axis::Horizontal && tile.kind == Tile::Kind::Split;
    const bool is_down = tile.axis == Axis::Vertical && tile.kind == Tile::Kind::Split;
    if (!has_room_below(child, is_across ? is_fixed : is_fixed_across,
                        is_down ? is_fixed : is_fixed_down, before, rules)) {
      return false;
    }
  }
  return true;
}

// Refuses panes below the least size, unless they have not become smaller.
bool has_room(const Tile& changed, const Tile* old, const TileRules& rules) {
  Rects before;
  if (old != nullptr) {
    for (const Tile* pane : panes_of(*old)) before.emplace(pane->pane, pane->rect);
  }
  return has_room_below(changed, false, false, before, rules);
}

}  // namespace

Tiles::Tiles(Rect area, TileRules rules, Tile root) : area_(area), rules_(rules) {
  // Before normalising, which looks at rectangles.
  arrange(root, area_, rules_);
  adopt(std::move(root));
  for (Tile* pane : panes_of(*root_)) pane->focused_at = ++focus_count_;
}

void Tiles::adopt(Tile tree) {
  normalise(tree);
  arrange(tree, area_, rules_);
  root_ = std::move(tree);
}

Rect Tiles::viewport() const {
  Rect view = area_;
  if (!root_) return view;
  for (const Tile* pane : panes_of(*root_)) {
    if (!pane->is_selectable) trim_edge(view, area_, pane->rect);
  }
  return view;
}

const Tile* Tiles::find(PaneId pane) const {
  if (!root_) return nullptr;
  const auto path = path_to(*root_, pane);
  return path ? &tile_at(*root_, *path) : nullptr;
}

bool Tiles::is_in_stack(PaneId pane) const {
  return !stack_of(pane).empty();
}

std::vector<PaneId> Tiles::stack_of(PaneId pane) const {
  std::vector<PaneId> members;
  const auto path = root_ ? path_to_unit(*root_, pane) : std::nullopt;
  if (!path) return members;
  for (const Tile& child : tile_at(*root_, *path).children) members.push_back(child.pane);
  return members;
}

PaneId Tiles::expanded_beside(PaneId pane) const {
  const auto path = root_ ? path_to_unit(*root_, pane) : std::nullopt;
  if (!path) return pane;
  const Tile& unit = tile_at(*root_, *path);
  return unit.kind == Tile::Kind::Stack ? unit.children[unit.expanded].pane : pane;
}

void Tiles::set_area(Rect area) {
  area_ = area;
  if (root_) arrange(*root_, area_, rules_);
}

void Tiles::set_rules(TileRules rules) {
  rules_ = rules;
  if (root_) arrange(*root_, area_, rules_);
}

Result<void> Tiles::commit(Tile changed) {
  normalise(changed);
  arrange(changed, area_, rules_);
  if (!has_room(changed, root(), rules_)) return fail("there is not enough room");
  root_ = std::move(changed);
  return {};
}

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

Result<void> Tiles::remove(PaneId pane) {
  const auto path = root_ ? path_to(*root_, pane) : std::nullopt;
  if (!path) return no_such_tile(pane);
  if (path->empty()) {
    root_.reset();
    return {};
  }
  Tile before = *root_;
  adopt(without(*root_, pane, *path));
  if (tile_at(before, *path).is_selectable && in_reading_order().empty()) {
    vacancy_ = Vacancy{.pane = pane, .tree = std::move(before)};
  }
  return {};
}

Result<void> Tiles::replace(PaneId pane, PaneId by) {
  if (contains(by)) return fail(fmt::format("pane {} is tiled already", number_of(by)));
  const auto path = root_ ? path_to(*root_, pane) : std::nullopt;
  if (!path) return no_such_tile(pane);
  tile_at(*root_, *path).pane = by;
  return {};
}

void Tiles::equalise() {
  if (!root_) return;
  equalise_tile(*root_);
  arrange(*root_, area_, rules_);
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

std::string Tiles::fault() const {
  return root_ ? fault_of(*root_, area_) : std::string();
}

}  // namespace mux::layout
