// The lines of a pane, history and screen alike, by their numbers.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "mux/model/pane.h"

namespace mux::model {

// Lines of history and screen together.
struct LineRange {
  std::uint64_t begin = 0;
  std::uint64_t screen = 0;  // The first line of the screen.
  std::uint64_t end = 0;
};
// An alternate screen has no history.
LineRange lines_of(const Pane& pane);

// False: there is no such line.  Its cells are good until the next write.
bool read_line(Pane& pane, std::uint64_t line, term::HistoryRow& row);

// Where history keeps a line of it, or the start of the one that it continues.
std::size_t kept_index(const Pane& pane, std::uint64_t line);
// The text of a line of history, blanks at its end too, at the end of `out`.
void append_history_text(const Pane& pane, std::uint64_t line, std::string& out);

// What is known of a line without reading it; nothing if there is none.
term::PromptMark mark_of(const Pane& pane, std::uint64_t line);
bool is_continuation(const Pane& pane, std::uint64_t line);  // It wrapped by itself.
bool is_blank_line(const Pane& pane, std::uint64_t line);
// The nearest line above (below) where a prompt begins.
std::optional<std::uint64_t> prompt_from(const Pane& pane, std::uint64_t line, bool is_up);

// Without blanks at the ends of lines; lines that wrapped are joined, characters are
// whole.
std::string text_of(Pane& pane, const Selection& selection);

// What the pane shows, scrolled or not, a row each; behind the last row that has
// something and that of the cursor there are none.
std::vector<std::string> shown_rows(Pane& pane, bool has_styles);
// The last `most` lines above that; those that wrapped are joined.
std::vector<std::string> lines_above(Pane& pane, std::uint64_t most, bool has_styles);

// As lines_of() for the main screen, be it shown or not; ends behind the last line
// that has something.
LineRange main_lines_of(const Pane& pane);
// Those lines with what another terminal needs to show the same: SGR and the marks of
// prompts.  Each begins with a line feed unless it continues the one before.
std::string styled_lines(Pane& pane, std::uint64_t begin, std::uint64_t end);

// What the last command has printed, or the one around a line (OSC 133).
std::optional<TextSpan> command_output(Pane& pane, std::optional<std::uint64_t> line);

}  // namespace mux::model
