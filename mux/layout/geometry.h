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

enum class Direction : std::uint8_t { Left, Right, Up, Down };
// How the children of a split lie.
enum class Axis : std::uint8_t { Horizontal, Vertical };  // Side by side; one below the other.

constexpr Axis axis_of(Direction direction) {
  return direction == Direction::Left || direction == Direction::Right ? Axis::Horizontal
                                                                       : Axis::Vertical;
}

// A length as layouts state it.
struct Extent {
  enum class Kind : std::uint8_t { Flexible, Cells, Percent };
  Kind kind = Kind::Flexible;
  double value = 0;  // Cells, or percent of the whole.
  bool operator==(const Extent&) const = default;
};

}  // namespace mux::layout
