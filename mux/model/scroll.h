// Looking at history, and text out of panes.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "mux/model/pane.h"

namespace mux::model {

// Lines of history and screen together, by their numbers.
struct LineRange {
  std::uint64_t begin = 0;
  std::uint64_t screen = 0;  // The first line of the screen.
  std::uint64_t end = 0;
};
LineRange lines_of(const Pane& pane);
// The number of the line at the top.
std::uint64_t top_line(const Pane& pane);
// Lines below what is shown, and all that there are above the screen: "SCROLL 3/100".
struct ScrollPosition {
  std::uint64_t above_bottom = 0;
  std::uint64_t most = 0;
};
ScrollPosition scroll_position(const Pane& pane);

// Up: negative.  As far as there is text; at the bottom the pane follows the screen.
void scroll_by(Pane& pane, std::int64_t lines);
void scroll_to(Pane& pane, std::uint64_t line);  // That line is shown at the top.
void scroll_to_bottom(Pane& pane);
// Where the nearest prompt above (below) the top line begins; false: there is none.
bool scroll_to_prompt(Pane& pane, bool is_up);

// Without blanks at the ends of lines; lines that wrapped are joined.
std::string text_of(Pane& pane, const Selection& selection);
struct DumpOptions {
  bool has_history = false;
  bool has_styles = false;  // With SGR.
};
std::string dump(Pane& pane, const DumpOptions& options);
// What the last command, or the one around a line, has printed (OSC 133).
std::optional<TextSpan> command_output(Pane& pane, std::optional<std::uint64_t> line);

}  // namespace mux::model
