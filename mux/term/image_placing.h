// Puts images on the screen, and finds them there.
#pragma once

#include <cstdint>

#include "mux/term/emulator.h"

namespace mux::term {

enum class CursorAfterImage : std::uint8_t {
  Stays,       // What does not fit below is cut off.
  LastRow,     // In the last row of the image, in the column where it began.
  BehindLast,  // The same, in the column behind it.
};

// Puts the image where the cursor is, or beside the placement it belongs to: then the
// cursor stays, and what of it is outside of the screen is cut off.  Its strips are
// text for sixels.  What belonged to a placement that this one replaces moves with it.
void place_image(Emulator& emulator, const image::Placement& placement, bool is_text,
                 CursorAfterImage after);

// Cells that so many pixels take.
int cells_of(std::uint32_t pixels, int cell_size);

// Strips of a row that becomes the next line of history, and those of a line that
// comes back from it.
void keep_strips(Emulator& emulator, ImageStrips strips);
ImageStrips take_kept_strips(Emulator& emulator, std::uint64_t line);

// Calls with each row and strip of the screen that is shown.
template <typename Visit>
void for_each_strip(const Emulator& emulator, const Visit& visit) {
  const Grid& grid = emulator.screen->grid;
  for (int y = 0; y < grid.rows(); ++y) {
    for (const ImageStrip& strip : grid.strips(grid.row(y))) visit(y, strip);
  }
}

}  // namespace mux::term
