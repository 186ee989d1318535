#include "mux/term/row_images.h"

#include <algorithm>
#include <utility>

namespace mux::term {

namespace {

// The part of the strip in columns [from, to); it may be empty.
ImageStrip part_of(const ImageStrip& strip, int from, int to) {
  ImageStrip part = strip;
  const int first = std::max<int>(strip.column, from);
  const int last = std::min<int>(strip.column + strip.columns, to);
  part.column = static_cast<std::uint16_t>(first);
  part.columns = static_cast<std::uint16_t>(std::max(0, last - first));
  part.image_column = static_cast<std::uint16_t>(strip.image_column + first - strip.column);
  return part;
}

}  // namespace

void cut_strips(ImageStrips& strips, int from, int to) {
  ImageStrips left;
  for (const ImageStrip& strip : strips) {
    const int end = strip.column + strip.columns;
    if (!strip.is_text || to <= strip.column || from >= end) {
      left.push_back(strip);
      continue;
    }
    if (from > strip.column) left.push_back(part_of(strip, strip.column, from));
    if (to < end) left.push_back(part_of(strip, to, end));
  }
  strips = std::move(left);
}

}  // namespace mux::term
