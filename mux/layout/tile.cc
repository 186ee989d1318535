#include "mux/layout/tile.h"

#include <algorithm>
#include <utility>

#include "common/base/check.h"
#include "mux/layout/distribute.h"

namespace mux::layout {
namespace {

bool find_pane(const Tile& tile, PaneId pane, Path& path) {
  if (tile.kind == Tile::Kind::Pane) return tile.pane == pane;
  for (std::size_t i = 0; i < tile.children.size(); ++i) {
    path.push_back(i);
    if (find_pane(tile.children[i], pane, path)) return true;
    path.pop_back();
  }
  return false;
}

template <typename AnyTile>
void collect(AnyTile& tile, std::vector<AnyTile*>& panes) {
  if (tile.kind == Tile::Kind::Pane) panes.push_back(&tile);
  for (auto& child : tile.children) collect(child, panes);
}

int least_of_child(const Tile& child, Axis axis, Axis split_axis, const TileRules& rules) {
  if (axis == split_axis && child.share.is_fixed) return static_cast<int>(child.share.amount);
  return least_cells(child, axis, rules);
}

void arrange_split(Tile& tile, const TileRules& rules) {
  std::vector<Slot> slots;
  for (const Tile& child : tile.children) {
    slots.push_back({.is_fixed = child.share.is_fixed,
                     .amount = child.share.amount,
                     .least = least_cells(child, tile.axis, rules)});
  }
  const Span room = span_along(tile.rect, tile.axis);
  const std::vector<int> cells = distribute(room.length(), slots);
  int position = room.begin;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const Span span{.begin = position, .end = position + cells[i]};
    arrange(tile.children[i], with_span(tile.rect, tile.axis, span), rules);
    position = span.end;
  }
}

// Titles above and below the expanded pane.
void arrange_titles_in_place(Tile& stack) {
  const int titles = static_cast<int>(stack.children.size()) - 1;
  const int content = std::min(stack.rect.rows, std::max(1, stack.rect.rows - titles));
  int shown = stack.rect.rows - content;
  Rect next = stack.rect;
  for (std::size_t i = 0; i < stack.children.size(); ++i) {
    next.rows = i == stack.expanded ? content : std::min(shown, 1);
    if (i != stack.expanded) shown -= next.rows;
    stack.children[i].rect = next;
    next.y = next.bottom();
  }
}

// All titles, then the expanded pane.
void arrange_listed(Tile& stack) {
  const int titles = static_cast<int>(stack.children.size());
  const int content = std::min(stack.rect.rows, std::max(1, stack.rect.rows - titles));
  int shown = stack.rect.rows - content;
  Rect next = stack.rect;
  for (std::size_t i = 0; i < stack.children.size(); ++i) {
    next.rows = std::min(shown, 1);
    shown -= next.rows;
    (i == stack.expanded ? stack.children[i].title : stack.children[i].rect) = next;
    next.y = next.bottom();
  }
  next.rows = content;
  stack.children[stack.expanded].rect = next;
}

double weight_of(const std::vector<Tile>& tiles) {
  double total = 0;
  for (const Tile& tile : tiles) total += tile.share.is_fixed ? 0 : tile.share.amount;
  return total;
}

// The children of `inner`, a child of `split` along the same axis, with shares
// that give them the same room in `split`.
std::vector<Tile> rescaled_children(Tile& split, Tile& inner) {
  const bool has_fixed =
      std::ranges::any_of(inner.children, [](const Tile& child) { return child.share.is_fixed; });
  const double total = weight_of(inner.children);
  if (!has_fixed && !inner.share.is_fixed && total > 0) {
    for (Tile& child : inner.children) child.share.amount *= inner.share.amount / total;
    return std::move(inner.children);
  }
  // Weights in cells, so that fixed lengths do not matter.
  const auto to_cells = [&](Tile& tile) {
    if (!tile.share.is_fixed) tile.share.amount = span_along(tile.rect, split.axis).length();
  };
  std::ranges::for_each(split.children, to_cells);
  std::ranges::for_each(inner.children, to_cells);
  return std::move(inner.children);
}

void merge_children(Tile& split) {
  std::vector<Tile> merged;
  for (std::size_t i = 0; i < split.children.size(); ++i) {
    Tile& child = split.children[i];
    if (child.kind != Tile::Kind::Split || child.axis != split.axis) continue;
    std::vector<Tile> inner = rescaled_children(split, child);
    const auto at = split.children.begin() + static_cast<std::ptrdiff_t>(i);
    const std::size_t count = inner.size();
    const auto next = split.children.erase(at);
    split.children.insert(next, std::make_move_iterator(inner.begin()),
                          std::make_move_iterator(inner.end()));
    i += count - 1;
  }
}

std::string fault_of_split(const Tile& tile) {
  if (tile.children.size() < 2) return "a split of less than two";
  Rect next = tile.rect;
  int position = span_along(tile.rect, tile.axis).begin;
  for (const Tile& child : tile.children) {
    if (child.kind == Tile::Kind::Split && child.axis == tile.axis) return "a split in its like";
    if (child.share.amount < 0) return "a negative share";
    const int length = span_along(child.rect, tile.axis).length();
    next = with_span(tile.rect, tile.axis, {.begin = position, .end = position + length});
    if (length < 0 || child.rect != next) return "a child of a split out of place";
    position += length;
  }
  return position == span_along(tile.rect, tile.axis).end ? "" : "a split with a gap";
}

std::string fault_of_stack(const Tile& tile) {
  if (tile.children.size() < 2) return "a stack of less than two";
  if (tile.expanded >= tile.children.size()) return "a stack without its expanded pane";
  int rows = 0;
  for (const Tile& child : tile.children) {
    if (child.kind != Tile::Kind::Pane) return "a stack of other things than panes";
    if (child.rect.columns != tile.rect.columns || child.rect.x != tile.rect.x) {
      return "a child of a stack out of place";
    }
    rows += child.rect.rows + child.title.rows;
  }
  return rows == tile.rect.rows ? "" : "a stack with a gap";
}

std::string fault_below(const Tile& tile, std::set<PaneId>& seen) {
  if (tile.kind == Tile::Kind::Pane) {
    if (!tile.children.empty()) return "a pane with children";
    return seen.insert(tile.pane).second ? "" : "a pane that is there twice";
  }
  std::string fault = tile.kind == Tile::Kind::Split ? fault_of_split(tile) : fault_of_stack(tile);
  for (const Tile& child : tile.children) {
    if (fault.empty()) fault = fault_below(child, seen);
  }
  return fault;
}

}  // namespace

Tile Tile::of(PaneId pane) {
  Tile tile;
  tile.pane = pane;
  return tile;
}

Tile Tile::split_of(Axis axis, std::vector<Tile> children) {
  Tile tile;
  tile.kind = Kind::Split;
  tile.axis = axis;
  tile.children = std::move(children);
  return tile;
}

Tile Tile::stack_of(std::vector<Tile> panes, std::size_t expanded) {
  Tile tile;
  tile.kind = Kind::Stack;
  tile.children = std::move(panes);
  tile.expanded = expanded;
  return tile;
}

std::optional<Path> path_to(const Tile& root, PaneId pane) {
  Path path;
  if (!find_pane(root, pane, path)) return std::nullopt;
  return path;
}

std::optional<Path> path_to_unit(const Tile& root, PaneId pane) {
  auto path = path_to(root, pane);
  if (!path || path->empty()) return path;
  Path above(path->begin(), path->end() - 1);
  return tile_at(root, above).kind == Tile::Kind::Stack ? above : path;
}

Tile& tile_at(Tile& root, const Path& path) {
  Tile* tile = &root;
  for (const std::size_t index : path) tile = &tile->children[index];
  return *tile;
}

const Tile& tile_at(const Tile& root, const Path& path) {
  const Tile* tile = &root;
  for (const std::size_t index : path) tile = &tile->children[index];
  return *tile;
}

std::vector<const Tile*> panes_of(const Tile& tile) {
  std::vector<const Tile*> panes;
  collect(tile, panes);
  return panes;
}

std::vector<Tile*> panes_of(Tile& tile) {
  std::vector<Tile*> panes;
  collect(tile, panes);
  return panes;
}

std::set<PaneId> ids_of(const Tile& tile) {
  std::set<PaneId> ids;
  for (const Tile* pane : panes_of(tile)) ids.insert(pane->pane);
  return ids;
}

int least_cells(const Tile& tile, Axis axis, const TileRules& rules) {
  const int least = axis == Axis::Horizontal ? rules.least_columns : rules.least_rows;
  if (tile.kind == Tile::Kind::Pane) return tile.is_selectable ? least : 1;
  if (tile.kind == Tile::Kind::Stack) {
    const int titles = static_cast<int>(tile.children.size()) - (rules.lists_titles ? 0 : 1);
    return axis == Axis::Vertical ? least + titles : least;
  }
  int sum = 0;
  int most = 0;
  for (const Tile& child : tile.children) {
    const int cells = least_of_child(child, axis, tile.axis, rules);
    sum += cells;
    most = std::max(most, cells);
  }
  return axis == tile.axis ? sum : most;
}

void arrange(Tile& tile, const Rect& area, const TileRules& rules) {
  tile.rect = area;
  tile.title = {};
  if (tile.kind == Tile::Kind::Split) {
    arrange_split(tile, rules);
  } else if (tile.kind == Tile::Kind::Stack) {
    for (Tile& child : tile.children) child.title = {};
    if (rules.lists_titles) {
      arrange_listed(tile);
    } else {
      arrange_titles_in_place(tile);
    }
  }
}

void normalise(Tile& tile) {
  for (Tile& child : tile.children) normalise(child);
  if (tile.kind == Tile::Kind::Split) merge_children(tile);
  if (tile.kind != Tile::Kind::Pane && tile.children.size() == 1) {
    Tile only = std::move(tile.children.front());
    only.share = tile.share;
    only.rect = tile.rect;
    tile = std::move(only);
  }
}

std::string fault_of(const Tile& root, const Rect& area) {
  if (root.rect != area) return "a root that does not fill the area";
  std::set<PaneId> seen;
  return fault_below(root, seen);
}

}  // namespace mux::layout
