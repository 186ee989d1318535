// Themes given by twelve colours alone, as zellij's older format does.
#pragma once

#include "mux/model/theme.h"

namespace mux::config {

struct ThemePalette {
  term::Color fg;  // Behind the names of tabs.
  term::Color bg;  // Behind what is selected.
  term::Color black;
  term::Color red;
  term::Color green;
  term::Color yellow;
  term::Color blue;
  term::Color magenta;
  term::Color cyan;
  term::Color white;
  term::Color orange;
};

// `is_light`: dark text on a light ground.
model::ThemeColors theme_of(const ThemePalette& palette, bool is_light);

}  // namespace mux::config
