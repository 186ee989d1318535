// What of images is in a row: strips, each a row of the cells of one placement.
//
// They belong to the row, so they scroll with it, go into history with it and are
// gone when it is erased.  A strip may name a placement that is gone: it is nothing
// then.
#pragma once

#include <cstdint>
#include <vector>

namespace mux::term {

struct ImageStrip {
  std::uint32_t placement = 0;  // Key in the image store.
  std::uint16_t column = 0;     // Of the row; the first of its cells.
  std::uint16_t columns = 0;
  std::uint16_t image_column = 0;  // Which cells of the placement they are.
  std::uint16_t image_row = 0;
  bool is_text = false;  // What is written or erased over it takes it away, as sixels.
};

using ImageStrips = std::vector<ImageStrip>;

// Of one row; older ones go when there are more.
inline constexpr std::size_t kMostStrips = 64;

// Takes columns [from, to) out of the strips that are text.
void cut_strips(ImageStrips& strips, int from, int to);

}  // namespace mux::term
