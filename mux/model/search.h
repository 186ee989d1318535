// Search in history and screen of a pane.
#pragma once

#include <cstdint>
#include <vector>

#include "mux/model/pane.h"

namespace mux::model {

// Matches that begin in those lines, for highlights.
std::vector<TextSpan> matches_in(Pane& pane, std::uint64_t begin, std::uint64_t end);
// Goes to the nearest match above or below the current one; false: there is none.
bool search_next(Pane& pane, bool is_up);

}  // namespace mux::model
