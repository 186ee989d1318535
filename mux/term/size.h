// How large a terminal is, in cells.
#pragma once

#include <algorithm>
#include <cstdint>

namespace mux::term {

struct Size {
  std::uint16_t columns = 80;
  std::uint16_t rows = 24;
  bool operator==(const Size&) const = default;
};

// What a terminal may be: nobody has larger ones, and a cell each must fit in memory.
inline constexpr std::uint16_t kMostColumns = 8192;
inline constexpr std::uint16_t kMostRows = 2048;

constexpr Size clamped(Size size) {
  return {.columns = std::clamp<std::uint16_t>(size.columns, 1, kMostColumns),
          .rows = std::clamp<std::uint16_t>(size.rows, 1, kMostRows)};
}

}  // namespace mux::term
