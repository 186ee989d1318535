// Which rows of the new frame are rows of the old one, moved.
#pragma once

#include <optional>

#include "mux/render/frame.h"

namespace mux::render {

struct Scroll {
  layout::Rect area;
  int lines = 0;  // Up; down if negative.
};

// The scroll inside of `area` that saves most, if any saves enough to be worth it.
std::optional<Scroll> find_scroll(const Frame& shown, const Frame& next, layout::Rect area);

}  // namespace mux::render
