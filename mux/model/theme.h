// Themes: the colours of what is not a pane's text, as zellij's themes name them.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "mux/term/style.h"

namespace mux::model {

// What the user's terminal is: which of two themes is shown.
enum class Theme : std::uint8_t { Dark, Light };

// Text of one kind: its colour, what is behind it, and four others for what stands out.
// A default background is the terminal's.
struct TextColors {
  term::Color base;
  term::Color background;
  std::array<term::Color, 4> emphasis;
  bool operator==(const TextColors&) const = default;
};

struct ThemeColors {
  TextColors text_unselected;
  TextColors text_selected;
  TextColors ribbon_unselected;
  TextColors ribbon_selected;
  TextColors table_title;
  TextColors table_cell_unselected;
  TextColors table_cell_selected;
  TextColors list_unselected;
  TextColors list_selected;
  std::optional<TextColors> frame_unselected;  // None: the terminal's own colours.
  TextColors frame_selected;
  TextColors frame_highlight;
  TextColors exit_code_success;
  TextColors exit_code_error;
  std::array<term::Color, 10> players;  // Of the clients of a session.
  bool operator==(const ThemeColors&) const = default;
};

// The terminal's own colours, and greys of the 256 between its ground and its text.
ThemeColors default_theme(Theme kind);

}  // namespace mux::model
