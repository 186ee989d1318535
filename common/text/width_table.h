// Columns per code point; see width_table.cc.
#pragma once

#include <cstddef>
#include <cstdint>

namespace common {

struct WidthRow {
  std::uint32_t first;
  std::uint32_t last;  // Inclusive.
  std::uint32_t width;
};

extern const WidthRow kWidthRows[];  // By code point.
extern const std::size_t kWidthRowCount;

}  // namespace common
