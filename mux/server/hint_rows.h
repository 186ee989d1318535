// What the status bar calls actions, and in which order it shows them.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "mux/input/key_map.h"

namespace mux::server {

// An action not named here is shown behind all others, by its own name.
struct HintRow {
  std::string_view action;
  std::string_view argument;  // The first; empty: whatever it is.
  // Rows with the same are one hint, of all their keys.
  std::string_view label;
};

std::span<const HintRow> hint_rows();
// Its place among them; their number: none of them is for these actions.
std::size_t hint_row_of(const input::Actions& actions);

}  // namespace mux::server
