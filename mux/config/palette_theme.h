// Themes given by eleven colours alone, as zellij's older format does.
#pragma once

#include "mux/model/theme.h"

namespace mux::config {

struct ThemePalette {
  term::Color fg;     // Behind the names of tabs.
  term::Color bg;     // Behind what is selected.
  term::Color black;  // Behind text: the lightest colour of a light theme.
  term::Color red;
  term::Color green;
  term::Color yellow;
  term::Color blue;
  term::Color magenta;
  term::Color cyan;
  term::Color white;  // Of text.
  term::Color orange;
};

model::ThemeColors theme_of(const ThemePalette& palette);

}  // namespace mux::config
