#include "mux/layout/floats.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

namespace mux::layout {
namespace {

using common::fail;
using common::Result;

constexpr int kMoveColumns = 10;
constexpr int kMoveRows = 5;
constexpr int kResizeColumns = 5;
constexpr int kResizeRows = 2;
// New ones are put so far from each other.
constexpr int kOffset = 2;
constexpr int kMostOffset = 100;

std::unexpected<common::Error> no_such_float(PaneId pane) {
  return fail(fmt::format("there is no floating pane {}", number_of(pane)));
}

// Cells of an extent, or `otherwise`.
int cells_of(const std::optional<Extent>& extent, int whole, int otherwise) {
  if (!extent || extent->kind == Extent::Kind::Flexible) return otherwise;
  if (extent->kind == Extent::Kind::Cells) return static_cast<int>(extent->value);
  return static_cast<int>(std::floor(extent->value / 100 * whole));
}

bool is_said(const std::optional<Extent>& extent) {
  return extent && extent->kind != Extent::Kind::Flexible;
}

bool is_inside(const Rect& rect, const Rect& area) {
  return rect.x >= area.x && rect.y >= area.y && rect.right() <= area.right() &&
         rect.bottom() <= area.bottom();
}

// Moves a span into `room`; cuts it to `least` cells if it is longer.
Span fitted_span(Span span, Span room, int least) {
  const int excess = span.end - room.end;
  if (excess > 0 && span.begin - excess > room.begin) {
    span.begin -= excess;
    span.end -= excess;
  } else if (excess > 0 && span.length() - excess > least) {
    span.end -= excess;
  } else if (excess > 0) {
    const int length = span.length();
    span.begin = room.begin;
    span.end = span.begin + std::min(length, room.length());
  }
  if (span.begin < room.begin) span = {.begin = room.begin, .end = room.begin + span.length()};
  span.end = std::min(span.end, room.end);
  span.begin = std::min(span.begin, span.end);
  return span;
}

}  // namespace

const Float* Floats::find(PaneId pane) const {
  const auto found = std::ranges::find(panes_, pane, &Float::pane);
  return found == panes_.end() ? nullptr : &*found;
}

Float* Floats::find_mutable(PaneId pane) {
  const auto found = std::ranges::find(panes_, pane, &Float::pane);
  return found == panes_.end() ? nullptr : &*found;
}

int Floats::least(Axis axis) const {
  return axis == Axis::Horizontal ? rules_.least_columns : rules_.least_rows;
}

Rect Floats::fitted(Rect wanted) const {
  for (const Axis axis : {Axis::Horizontal, Axis::Vertical}) {
    const Span span = fitted_span(span_along(wanted, axis), span_along(area_, axis), least(axis));
    wanted = with_span(wanted, axis, span);
  }
  return wanted;
}

void Floats::set_area(Rect area) {
  area_ = area;
  for (Float& pane : panes_) pane.rect = fitted(pane.wanted);
}

bool Floats::is_taken(const Rect& rect) const {
  return std::ranges::any_of(panes_, [&](const Float& other) { return other.rect == rect; });
}

// The middle, then the corners; each a little further in while there is one.
Rect Floats::default_place() const {
  const int columns = area_.columns / 3;
  const int rows = area_.rows / 3;
  const auto corner = [&](int offset, bool is_right, bool is_bottom) {
    return Rect{.x = is_right ? area_.right() - columns - 2 - offset : area_.x + 2 + offset,
                .y = is_bottom ? area_.bottom() - rows - 2 - offset : area_.y + 2 + offset,
                .columns = columns,
                .rows = rows};
  };
  const auto candidate = [&](int kind, int offset) {
    if (kind > 0) return corner(offset, kind % 2 == 0, kind > 2);
    return Rect{.x = area_.x + static_cast<int>(std::round(area_.columns / 4.0)) + offset,
                .y = area_.y + static_cast<int>(std::round(area_.rows / 4.0)) + offset,
                .columns = area_.columns / 2,
                .rows = area_.rows / 2};
  };
  for (int kind = 0; kind < 5; ++kind) {
    for (int offset = 0; offset <= kMostOffset; offset += kOffset) {
      const Rect rect = candidate(kind, offset);
      if (!is_inside(rect, area_)) break;
      if (rect.columns < rules_.least_columns || rect.rows < rules_.least_rows) break;
      if (!is_taken(rect)) return rect;
    }
  }
  Rect middle = candidate(0, 0);
  middle.columns = std::max(middle.columns, rules_.least_columns);
  middle.rows = std::max(middle.rows, rules_.least_rows);
  return middle;
}

// A length without a place puts it into the middle.  Places count from the screen's
// corner, not the area's.
Rect Floats::placed(Rect rect, const FloatPlace& place) const {
  rect.columns = std::max(cells_of(place.columns, area_.columns, rect.columns), 1);
  rect.rows = std::max(cells_of(place.rows, area_.rows, rect.rows), 1);
  const int middle_x =
      is_said(place.columns) ? (area_.columns - rect.columns) / 2 : rect.x - area_.x;
  const int middle_y = is_said(place.rows) ? (area_.rows - rect.rows) / 2 : rect.y - area_.y;
  rect.x = cells_of(place.x, area_.columns, area_.x + std::max(middle_x, 0));
  rect.y = cells_of(place.y, area_.rows, area_.y + std::max(middle_y, 0));
  return rect;
}

Result<void> Floats::add(PaneId added, const FloatPlace& place) {
  if (contains(added)) return fail(fmt::format("pane {} floats already", number_of(added)));
  Float pane{.pane = added, .wanted = placed(default_place(), place), .rect = {}};
  pane.rect = fitted(pane.wanted);
  panes_.push_back(pane);
  return {};
}

Result<void> Floats::remove(PaneId pane) {
  if (!contains(pane)) return no_such_float(pane);
  std::erase_if(panes_, [&](const Float& other) { return other.pane == pane; });
  return {};
}

Result<void> Floats::replace(PaneId pane, PaneId by) {
  Float* const found = find_mutable(pane);
  if (found == nullptr) return no_such_float(pane);
  if (contains(by)) return fail(fmt::format("pane {} floats already", number_of(by)));
  found->pane = by;
  return {};
}

void Floats::raise(PaneId pane) {
  const auto found = std::ranges::find(panes_, pane, &Float::pane);
  if (found != panes_.end()) std::rotate(found, found + 1, panes_.end());
}

Result<void> Floats::set_place(PaneId pane, const FloatPlace& place) {
  Float* const found = find_mutable(pane);
  if (found == nullptr) return no_such_float(pane);
  return set_rect(pane, placed(found->rect, place));
}

void Floats::set_places(const std::vector<FloatPlace>& places) {
  std::vector<Float> old = std::move(panes_);
  panes_.clear();
  for (std::size_t i = 0; i < old.size(); ++i) {
    Float& pane = old[i];
    pane.wanted = placed(default_place(), i < places.size() ? places[i] : FloatPlace());
    pane.rect = fitted(pane.wanted);
    panes_.push_back(pane);
  }
}

Result<void> Floats::set_rect(PaneId pane, Rect rect) {
  Float* const found = find_mutable(pane);
  if (found == nullptr) return no_such_float(pane);
  found->wanted = fitted(rect);
  found->rect = found->wanted;
  return {};
}

Result<void> Floats::set_pinned(PaneId pane, bool is_pinned) {
  Float* const found = find_mutable(pane);
  if (found == nullptr) return no_such_float(pane);
  found->is_pinned = is_pinned;
  return {};
}

Result<void> Floats::move_by(PaneId pane, int columns, int rows) {
  Float* const found = find_mutable(pane);
  if (found == nullptr) return no_such_float(pane);
  Rect rect = found->rect;
  rect.x = std::max(area_.x, std::min(rect.x + columns, area_.right() - rect.columns));
  rect.y = std::max(area_.y, std::min(rect.y + rows, area_.bottom() - rect.rows));
  return set_rect(pane, rect);
}

Result<void> Floats::move(PaneId pane, Direction direction) {
  const int sign = is_forward(direction) ? 1 : -1;
  return axis_of(direction) == Axis::Horizontal ? move_by(pane, sign * kMoveColumns, 0)
                                                : move_by(pane, 0, sign * kMoveRows);
}

Rect Floats::moved_side(Rect rect, Direction side, int cells) const {
  const Axis axis = axis_of(side);
  const Span room = span_along(area_, axis);
  Span span = span_along(rect, axis);
  const int spare = is_forward(side) ? room.end - span.end : span.begin - room.begin;
  cells = std::min(cells, std::max(spare, 0));
  cells = std::max(cells, std::min(0, least(axis) - span.length()));
  (is_forward(side) ? span.end : span.begin) += is_forward(side) ? cells : -cells;
  return with_span(rect, axis, span);
}

Result<void> Floats::resize(PaneId pane, Resize how, std::optional<Direction> direction) {
  const Float* const found = find(pane);
  if (found == nullptr) return no_such_float(pane);
  const int sign = how == Resize::Increase ? 1 : -1;
  const auto step = [&](Direction side) {
    return axis_of(side) == Axis::Horizontal ? kResizeColumns : kResizeRows;
  };
  Rect rect = found->rect;
  if (direction) {
    rect = moved_side(rect, *direction, sign * step(*direction));
    // At an edge the opposite border comes nearer instead.
    if (rect == found->rect && how == Resize::Increase) {
      rect = moved_side(rect, opposite(*direction), -step(*direction));
    }
  } else {
    for (const Direction side :
         {Direction::Left, Direction::Right, Direction::Up, Direction::Down}) {
      rect = moved_side(rect, side, sign * step(side) / 2);
    }
  }
  if (rect == found->rect) return fail("the floating pane cannot be resized");
  return set_rect(pane, rect);
}

Result<void> Floats::drag(PaneId pane, Direction side, int cells) {
  const Float* const found = find(pane);
  if (found == nullptr) return no_such_float(pane);
  return set_rect(pane, moved_side(found->rect, side, cells));
}

std::optional<PaneId> Floats::neighbour(PaneId pane, Direction direction) const {
  const Float* const own = find(pane);
  if (own == nullptr) return std::nullopt;
  const Axis axis = axis_of(direction);
  const Axis across = other_axis(axis);
  const int sign = is_forward(direction) ? 1 : -1;
  const auto distance = [&](const Float& other) {
    return sign * (span_along(other.rect, axis).begin - span_along(own->rect, axis).begin);
  };
  const Float* best = nullptr;
  for (const Float& other : panes_) {
    if (distance(other) <= 0 ||
        !span_along(other.rect, across).overlaps(span_along(own->rect, across))) {
      continue;
    }
    if (best == nullptr || distance(other) < distance(*best)) best = &other;
  }
  if (best == nullptr) return std::nullopt;
  return best->pane;
}

std::vector<PaneId> Floats::in_reading_order() const {
  std::vector<Float> order = panes_;
  std::ranges::stable_sort(order, [](const Float& a, const Float& b) {
    return a.rect.y != b.rect.y ? a.rect.y < b.rect.y : a.rect.x < b.rect.x;
  });
  std::vector<PaneId> ids;
  for (const Float& pane : order) ids.push_back(pane.pane);
  return ids;
}

std::optional<PaneId> Floats::next(PaneId pane) const {
  const auto order = in_reading_order();
  if (order.empty()) return std::nullopt;
  const auto found = std::ranges::find(order, pane);
  return found == order.end() || found + 1 == order.end() ? order.front() : *(found + 1);
}

std::optional<PaneId> Floats::previous(PaneId pane) const {
  const auto order = in_reading_order();
  if (order.empty()) return std::nullopt;
  const auto found = std::ranges::find(order, pane);
  return found == order.begin() || found == order.end() ? order.back() : *(found - 1);
}

std::optional<PaneId> Floats::at(int column, int row) const {
  const Float* best = nullptr;
  for (const Float& pane : panes_) {
    const bool is_in_front = best == nullptr || pane.is_pinned || !best->is_pinned;
    if (is_shown(pane) && is_in_front && pane.rect.contains(column, row)) best = &pane;
  }
  if (best == nullptr) return std::nullopt;
  return best->pane;
}

std::string Floats::fault() const {
  std::set<PaneId> seen;
  for (const Float& pane : panes_) {
    if (!seen.insert(pane.pane).second) return "a floating pane that is there twice";
    if (!is_inside(pane.rect, area_)) return "a floating pane outside the area";
  }
  return {};
}

}  // namespace mux::layout
