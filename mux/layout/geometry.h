// Rectangles of cells.
#pragma once

#include <cstdint>

namespace mux::layout {

// Of a tab's area: the first cell and how many.  May be empty.
struct Rect {
  int x = 0;
  int y = 0;
  int columns = 0;
  int rows = 0;

  constexpr int right() const { return x + columns; }  // The first column outside.
  constexpr int bottom() const { return y + rows; }
  constexpr bool is_empty() const { return columns <= 0 || rows <= 0; }
  constexpr bool contains(int column, int row) const {
    return column >= x && column < right() && row >= y && row < bottom();
  }
  bool operator==(const Rect&) const = default;
};

constexpr bool overlap(const Rect& a, const Rect& b) {
  return a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom();
}

enum class Direction : std::uint8_t { Left, Right, Up, Down };
// How the children of a split lie.
enum class Axis : std::uint8_t { Horizontal, Vertical };  // Side by side; one below the other.

constexpr Axis axis_of(Direction direction) {
  return direction == Direction::Left || direction == Direction::Right ? Axis::Horizontal
                                                                       : Axis::Vertical;
}

constexpr Axis other_axis(Axis axis) {
  return axis == Axis::Horizontal ? Axis::Vertical : Axis::Horizontal;
}

constexpr Direction opposite(Direction direction) {
  switch (direction) {
    case Direction::Left:
      return Direction::Right;
    case Direction::Right:
      return Direction::Left;
    case Direction::Up:
      return Direction::Down;
    case Direction::Down:
      return Direction::Up;
  }
  return direction;
}

// Right and down: towards larger coordinates.
constexpr bool is_forward(Direction direction) {
  return direction == Direction::Right || direction == Direction::Down;
}

// A rectangle seen along one axis.
struct Span {
  int begin = 0;
  int end = 0;

  constexpr int length() const { return end - begin; }
  constexpr bool overlaps(Span other) const { return begin < other.end && other.begin < end; }
  bool operator==(const Span&) const = default;
};

constexpr Span span_along(const Rect& rect, Axis axis) {
  return axis == Axis::Horizontal ? Span{rect.x, rect.right()} : Span{rect.y, rect.bottom()};
}

constexpr Rect with_span(Rect rect, Axis axis, Span span) {
  if (axis == Axis::Horizontal) {
    rect.x = span.begin;
    rect.columns = span.length();
  } else {
    rect.y = span.begin;
    rect.rows = span.length();
  }
  return rect;
}

// A length as layouts state it.
struct Extent {
  enum class Kind : std::uint8_t { Flexible, Cells, Percent };
  Kind kind = Kind::Flexible;
  double value = 0;  // Cells, or percent of the whole.
  bool operator==(const Extent&) const = default;
};

// Percent of the whole area that a tile has along either axis.
struct Percents {
  double across = 100;
  double down = 100;

  double& along(Axis axis) { return axis == Axis::Horizontal ? across : down; }
};

}  // namespace mux::layout
