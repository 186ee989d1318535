#include "mux/layout/border.h"

#include <algorithm>
#include <iterator>
#include <utility>
#include <vector>

namespace mux::layout {
namespace {

// Places along the other axis where a tile may be cut through, its ends included.
std::vector<int> cuts_of(const Tile& tile, Axis axis) {
  const Span span = span_along(tile.rect, axis);
  std::vector<int> cuts{span.begin, span.end};
  if (tile.kind == Tile::Kind::Split && tile.axis == axis) {
    for (const Tile& child : tile.children) cuts.push_back(span_along(child.rect, axis).begin);
  }
  std::ranges::sort(cuts);
  return cuts;
}

// The shortest span around `inner` that both tiles may be cut to.
Span common_span(const Tile& a, const Tile& b, Axis axis, Span inner) {
  const std::vector<int> cuts_a = cuts_of(a, axis);
  const std::vector<int> cuts_b = cuts_of(b, axis);
  std::vector<int> cuts;
  std::ranges::set_intersection(cuts_a, cuts_b, std::back_inserter(cuts));
  Span span = span_along(a.rect, axis);
  for (const int cut : cuts) {
    if (cut <= inner.begin) span.begin = std::max(span.begin, cut);
    if (cut >= inner.end) span.end = std::min(span.end, cut);
  }
  return span;
}

// Takes the children inside `span` out of a split along `axis`; a tile that is no
// such split is taken whole.
Tile take_part(Tile& tile, Axis axis, Span span) {
  if (span_along(tile.rect, axis) == span) return std::move(tile);
  std::vector<Tile> part;
  for (Tile& child : tile.children) {
    const Span place = span_along(child.rect, axis);
    if (place.begin >= span.begin && place.end <= span.end) part.push_back(std::move(child));
  }
  Tile taken = part.size() == 1 ? std::move(part.front()) : Tile::split_of(axis, std::move(part));
  taken.rect = with_span(tile.rect, axis, span);
  return taken;
}

// Are all shares of the children in that part fixed?
bool is_fixed_part(const Tile& tile, Axis axis, Span span) {
  if (tile.kind != Tile::Kind::Split || tile.axis != axis) return false;
  return std::ranges::all_of(tile.children, [&](const Tile& child) {
    const Span place = span_along(child.rect, axis);
    return place.begin < span.begin || place.end > span.end || child.share.is_fixed;
  });
}

// Children without room belong to no part in particular.
bool has_empty_child(const Tile& tile) {
  return std::ranges::any_of(tile.children,
                             [](const Tile& child) { return child.rect.is_empty(); });
}

// Turns two neighbouring children of a split into one that is split across, into
// what is before, in and after `span`.
void cut_through(Tile& split, std::size_t first, Span span) {
  weigh_by_cells(split);
  const Axis across = other_axis(split.axis);
  Tile left = std::move(split.children[first]);
  Tile right = std::move(split.children[first + 1]);
  const Span whole = span_along(left.rect, across);
  Tile cut = Tile::split_of(across, {});
  cut.share.amount = left.share.amount + right.share.amount;
  cut.rect = with_span(left.rect, split.axis,
                       {.begin = span_along(left.rect, split.axis).begin,
                        .end = span_along(right.rect, split.axis).end});
  const double left_weight = left.share.amount;
  const double right_weight = right.share.amount;
  for (const Span part : {Span{whole.begin, span.begin}, span, Span{span.end, whole.end}}) {
    if (part.length() <= 0) continue;
    const bool is_fixed = is_fixed_part(left, across, part) && is_fixed_part(right, across, part);
    std::vector<Tile> pair;
    pair.push_back(take_part(left, across, part));
    pair.push_back(take_part(right, across, part));
    pair[0].share = {.amount = left_weight};
    pair[1].share = {.amount = right_weight};
    Tile row = Tile::split_of(split.axis, std::move(pair));
    row.rect = with_span(cut.rect, across, part);
    row.share = {.is_fixed = is_fixed, .amount = static_cast<double>(part.length())};
    cut.children.push_back(std::move(row));
  }
  split.children[first] = std::move(cut);
  split.children.erase(split.children.begin() + static_cast<std::ptrdiff_t>(first) + 1);
}

double flexible_cells(const Tile& split, double* weight) {
  double cells = 0;
  *weight = 0;
  for (const Tile& child : split.children) {
    if (child.share.is_fixed) continue;
    cells += span_along(child.rect, split.axis).length();
    *weight += child.share.amount;
  }
  return cells;
}

// What one cell weighs among the children of a split.
double weight_of_cell(const Tile& split) {
  double weight = 0;
  const double cells = flexible_cells(split, &weight);
  return cells > 0 ? weight / cells : 0;
}

// The flexible child nearest to an edge.
template <typename AnyTile>
AnyTile* flexible_child_at(AnyTile& split, bool is_last) {
  const std::size_t count = split.children.size();
  for (std::size_t i = 0; i < count; ++i) {
    AnyTile& child = split.children[is_last ? count - 1 - i : i];
    if (!child.share.is_fixed) return &child;
  }
  return nullptr;
}

}  // namespace

std::optional<Border> border_beside(const Tile& root, const Path& tile, Direction side) {
  Path above = tile;
  while (!above.empty()) {
    const std::size_t index = above.back();
    above.pop_back();
    const Tile& parent = tile_at(root, above);
    if (parent.kind != Tile::Kind::Split || parent.axis != axis_of(side)) continue;
    if (is_forward(side) && index + 1 < parent.children.size()) return Border{above, index};
    if (!is_forward(side) && index > 0) return Border{above, index - 1};
  }
  return std::nullopt;
}

std::optional<Border> cut_border_beside(Tile& root, PaneId pane, Direction side) {
  for (;;) {
    const auto path = path_to_unit(root, pane);
    if (!path) return std::nullopt;
    auto border = border_beside(root, *path, side);
    if (!border) return border;
    const auto [own, other] = tiles_at(root, *border, side);
    const std::size_t depth = border->split.size() + 1;
    if (path->size() <= depth || own->is_unit() || own->share.is_fixed || other->share.is_fixed ||
        has_empty_child(*own) || has_empty_child(*other)) {
      return border;
    }
    const Axis across = other_axis(axis_of(side));
    const Tile& around = own->children[(*path)[depth]];
    const Span span = common_span(*own, *other, across, span_along(around.rect, across));
    if (span == span_along(own->rect, across)) return border;
    cut_through(tile_at(root, border->split), border->before, span);
    normalise(root);
  }
}

BorderTiles tiles_at(Tile& root, const Border& border, Direction side) {
  Tile& split = tile_at(root, border.split);
  Tile* const before = &split.children[border.before];
  Tile* const after = &split.children[border.before + 1];
  return is_forward(side) ? BorderTiles{before, after} : BorderTiles{after, before};
}

void weigh_by_cells(Tile& tile) {
  if (tile.kind != Tile::Kind::Split) return;
  for (Tile& child : tile.children) {
    if (!child.share.is_fixed) child.share.amount = span_along(child.rect, tile.axis).length();
    weigh_by_cells(child);
  }
}

bool can_shrink(const Tile& tile, Direction edge, double cells, const TileRules& rules) {
  const Axis axis = axis_of(edge);
  if (tile.kind != Tile::Kind::Split) {
    const int left = span_along(tile.rect, axis).length() - static_cast<int>(cells);
    return left >= least_cells(tile, axis, rules);
  }
  if (tile.axis != axis) {
    return std::ranges::all_of(
        tile.children, [&](const Tile& child) { return can_shrink(child, edge, cells, rules); });
  }
  const Tile* const child = flexible_child_at(tile, is_forward(edge));
  return child != nullptr && can_shrink(*child, edge, cells, rules);
}

void grow_at_edge(Tile& tile, Direction edge, double cells) {
  if (tile.kind != Tile::Kind::Split) return;
  if (tile.axis != axis_of(edge)) {
    for (Tile& child : tile.children) grow_at_edge(child, edge, cells);
    return;
  }
  Tile* const child = flexible_child_at(tile, is_forward(edge));
  if (child == nullptr) return;
  child->share.amount = std::max(0.0, child->share.amount + cells * weight_of_cell(tile));
  grow_at_edge(*child, edge, cells);
}

bool move_border(Tile& root, const Border& border, Direction side, double cells,
                 const TileRules& rules) {
  const auto [own, other] = tiles_at(root, border, side);
  if (own->share.is_fixed || other->share.is_fixed) return false;
  if (cells > 0 ? !can_shrink(*other, opposite(side), cells, rules)
                : !can_shrink(*own, side, -cells, rules)) {
    return false;
  }
  const double weight = cells * weight_of_cell(tile_at(root, border.split));
  if (own->share.amount + weight <= 0 || other->share.amount - weight <= 0) return false;
  own->share.amount += weight;
  other->share.amount -= weight;
  grow_at_edge(*own, side, cells);
  grow_at_edge(*other, opposite(side), -cells);
  return true;
}

}  // namespace mux::layout
