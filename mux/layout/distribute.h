// Cells for neighbours along a line.
#pragma once

#include <span>
#include <vector>

namespace mux::layout {

// What one neighbour asks for.
struct Slot {
  bool is_fixed = false;
  double amount = 1;  // Cells if fixed, else its weight among those that are not.
  int least = 1;      // Cells without which it is of little use.
};

// Cells for each slot; they sum to `space` exactly.
//
// Fixed slots get what they ask for and the others share the rest by weight, no
// less than their least where the space allows.  When it does not, first the
// leasts give way, then the fixed slots.  Without flexible slots the last one
// gets what is over.
std::vector<int> distribute(int space, std::span<const Slot> slots);

}  // namespace mux::layout
