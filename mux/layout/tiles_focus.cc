// Which tiled pane is beside, before or after which; and panes changing places.
#include <algorithm>
#include <utility>

#include "mux/layout/tiles.h"

namespace mux::layout {
namespace {

using common::fail;
using common::Result;

// A pane where others look for neighbours: the whole of a stack whose titles are
// listed, else the pane's line or content.
Rect place_of(const Tile& pane, const Tile* stack, const TileRules& rules) {
  return stack != nullptr && rules.lists_titles ? stack->rect : pane.rect;
}

bool touches(const Rect& rect, const Rect& other, Direction side) {
  const Axis axis = axis_of(side);
  const Axis across = other_axis(axis);
  const Span own = span_along(rect, axis);
  const Span beyond = span_along(other, axis);
  const bool is_beside = is_forward(side) ? own.end == beyond.begin : own.begin == beyond.end;
  return is_beside && span_along(rect, across).overlaps(span_along(other, across));
}

struct Candidate {
  const Tile* pane;
  const Tile* stack;  // Null: it is in none.
};

void collect(const Tile& tile, const Tile* stack, std::vector<Candidate>& list) {
  if (tile.kind == Tile::Kind::Pane) {
    if (tile.is_selectable && !tile.rect.is_empty()) list.push_back({&tile, stack});
    return;
  }
  for (const Tile& child : tile.children) {
    collect(child, tile.kind == Tile::Kind::Stack ? &tile : nullptr, list);
  }
}

std::vector<Candidate> candidates_of(const Tile* root) {
  std::vector<Candidate> list;
  if (root != nullptr) collect(*root, nullptr, list);
  return list;
}

PaneId expanded_of(const Tile& stack) {
  return stack.children[stack.expanded].pane;
}

// The other pane of the same stack in that direction.
std::optional<PaneId> beside_in_stack(const Tile& stack, PaneId pane, Direction direction) {
  if (axis_of(direction) != Axis::Vertical) return std::nullopt;
  const auto found = std::ranges::find(stack.children, pane, &Tile::pane);
  const auto index = static_cast<std::size_t>(found - stack.children.begin());
  if (direction == Direction::Down) {
    if (index + 1 >= stack.children.size()) return std::nullopt;
    return stack.children[index + 1].pane;
  }
  if (index == 0) return std::nullopt;
  return stack.children[index - 1].pane;
}

// Of a stack that is entered from above or below, the line met first; from the
// sides, or when lines are listed, the expanded pane.
PaneId entered(const Candidate& met, Direction direction, const TileRules& rules) {
  if (met.stack == nullptr) return met.pane->pane;
  if (rules.lists_titles || axis_of(direction) == Axis::Horizontal) return expanded_of(*met.stack);
  return met.pane->pane;
}

}  // namespace

std::vector<PaneId> Tiles::in_reading_order() const {
  std::vector<const Tile*> panes;
  if (root_) panes = panes_of(*root_);
  std::erase_if(panes, [](const Tile* pane) { return !pane->is_selectable; });
  std::ranges::stable_sort(panes, [](const Tile* a, const Tile* b) {
    const Rect& x = a->title.is_empty() ? a->rect : a->title;
    const Rect& y = b->title.is_empty() ? b->rect : b->title;
    return x.y != y.y ? x.y < y.y : x.x < y.x;
  });
  std::vector<PaneId> order;
  for (const Tile* pane : panes) order.push_back(pane->pane);
  return order;
}

void Tiles::focus(PaneId pane) {
  const auto path = root_ ? path_to(*root_, pane) : std::nullopt;
  if (!path) return;
  tile_at(*root_, *path).focused_at = ++focus_count_;
  if (path->empty()) return;
  Tile& parent = tile_at(*root_, Path(path->begin(), path->end() - 1));
  if (parent.kind != Tile::Kind::Stack || parent.expanded == path->back()) return;
  parent.expanded = path->back();
  arrange(*root_, area_, rules_);
}

std::optional<PaneId> Tiles::neighbour(PaneId pane, Direction direction) const {
  const auto list = candidates_of(root());
  const auto own = std::ranges::find_if(
      list, [&](const Candidate& candidate) { return candidate.pane->pane == pane; });
  if (own == list.end()) return std::nullopt;
  if (own->stack != nullptr) {
    if (const auto beside = beside_in_stack(*own->stack, pane, direction)) return beside;
  }
  const Rect place = place_of(*own->pane, own->stack, rules_);
  std::optional<PaneId> best;
  std::uint64_t latest = 0;
  for (const Candidate& other : list) {
    if (other.pane == own->pane || (own->stack != nullptr && own->stack == other.stack)) continue;
    if (!touches(place, place_of(*other.pane, other.stack, rules_), direction)) continue;
    if (best && other.pane->focused_at < latest) continue;
    latest = other.pane->focused_at;
    best = entered(other, direction, rules_);
  }
  return best;
}

std::optional<PaneId> Tiles::pane_on_edge(Direction edge) const {
  const Axis axis = axis_of(edge);
  const auto reach = [&](const Candidate& candidate) {
    const Rect& rect = place_of(*candidate.pane, candidate.stack, rules_);
    return is_forward(edge) ? span_along(rect, axis).end : -span_along(rect, axis).begin;
  };
  const auto list = candidates_of(root());
  const Candidate* best = nullptr;
  for (const Candidate& candidate : list) {
    const bool is_better =
        best == nullptr || reach(candidate) > reach(*best) ||
        (reach(candidate) == reach(*best) && candidate.pane->focused_at > best->pane->focused_at);
    if (is_better) best = &candidate;
  }
  if (best == nullptr) return std::nullopt;
  return entered(*best, opposite(edge), rules_);
}

std::optional<PaneId> Tiles::next(PaneId pane) const {
  const auto order = in_reading_order();
  if (order.empty()) return std::nullopt;
  const auto found = std::ranges::find(order, pane);
  return found == order.end() || found + 1 == order.end() ? order.front() : *(found + 1);
}

std::optional<PaneId> Tiles::previous(PaneId pane) const {
  const auto order = in_reading_order();
  if (order.empty()) return std::nullopt;
  const auto found = std::ranges::find(order, pane);
  return found == order.begin() || found == order.end() ? order.back() : *(found - 1);
}

Result<void> Tiles::swap(PaneId a, PaneId b) {
  if (!contains(a) || !contains(b)) return fail("there is no such pane");
  if (!find(a)->is_selectable || !find(b)->is_selectable) return fail("bars cannot be moved");
  Tile& x = tile_at(*root_, *path_to(*root_, a));
  Tile& y = tile_at(*root_, *path_to(*root_, b));
  std::swap(x.pane, y.pane);
  std::swap(x.focused_at, y.focused_at);
  return {};
}

// The pane that was moved is the expanded one where it arrives in a stack.
Result<void> Tiles::swap_in(PaneId pane, std::optional<PaneId> other) {
  if (!other || *other == pane) return fail("there is no pane to change places with");
  TRY(swap(pane, *other));
  focus(pane);
  return {};
}

Result<void> Tiles::move(PaneId pane, Direction direction) {
  return swap_in(pane, neighbour(pane, direction));
}

Result<void> Tiles::move_forward(PaneId pane) {
  return swap_in(pane, next(pane));
}
Result<void> Tiles::move_backward(PaneId pane) {
  return swap_in(pane, previous(pane));
}

}  // namespace mux::layout
