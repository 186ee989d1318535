// Looking at history.
#pragma once

#include <cstdint>
#include <string>

#include "mux/model/pane.h"

namespace mux::model {

// The number of the line at the top.
std::uint64_t top_line(const Pane& pane);

// Gives the terminal another size; what is looked at stays in sight.
void resize_text(Pane& pane, term::Size size);

// Lines below what is shown, and all that are above the screen.
struct ScrollPosition {
  std::uint64_t above_bottom = 0;
  std::uint64_t most = 0;
};
ScrollPosition scroll_position(const Pane& pane);
// "SCROLL: 3/100"; empty: the pane follows its screen.
std::string scroll_title(const Pane& pane);

// Up: negative.  As far as there is text; at the bottom the pane follows the screen.
void scroll_by(Pane& pane, std::int64_t lines);
void scroll_to(Pane& pane, std::uint64_t line);  // That line is shown at the top.
void scroll_to_bottom(Pane& pane);
// The line is shown, in the middle if it was not.
void scroll_into_view(Pane& pane, std::uint64_t line);
// To where the nearest prompt above (below) the top line begins; false: there is none.
bool scroll_to_prompt(Pane& pane, bool is_up);

}  // namespace mux::model
