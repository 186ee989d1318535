// Which rows of the new frame are rows of the old one, moved.
#pragma once

#include <optional>

#include "mux/render/frame.h"

namespace mux::render {

// The scroll inside of `area` that saves most, if any saves enough to be worth it.
std::optional<Scroll> find_scroll(const Frame& shown, const Frame& next, layout::Rect area);

// Does a scroll that has been found otherwise save enough?
bool is_worth_it(const Frame& shown, const Frame& next, const Scroll& scroll);

}  // namespace mux::render
