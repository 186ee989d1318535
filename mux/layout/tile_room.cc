#include "mux/layout/tile_room.h"

#include <cstddef>
#include <map>

namespace mux::layout {
namespace {

int least_of(Axis axis, const TileRules& rules) {
  return axis == Axis::Horizontal ? rules.least_columns : rules.least_rows;
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

}  // namespace

bool has_room(const Tile& changed, const Tile* old, const TileRules& rules) {
  Rects before;
  if (old != nullptr) {
    for (const Tile* pane : panes_of(*old)) before.emplace(pane->pane, pane->rect);
  }
  return has_room_below(changed, false, false, before, rules);
}

}  // namespace mux::layout
