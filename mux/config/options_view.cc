// Options of what is drawn around panes, and of themes.
#include "mux/config/bundled_themes.h"
#include "mux/config/option_codecs.h"
#include "mux/config/option_rows.h"

namespace mux::config {

namespace {

using model::SessionOptions;

constexpr Option kViewRows[] = {
    {.key = "explicit-theme-hue",
     .summary = "Take the terminal for dark or light, whatever it says of itself",
     .metavar = "HUE",
     .choices = words_of<model::Theme>,
     .sample = "\"dark\"",
     .target = kSetsSession<&SessionOptions::fixed_theme>},
    {.key = "pane-frame-style",
     .summary = "What is drawn around panes",
     .docs = "A box, a line with the title above the pane, or only lines between panes.",
     .metavar = "STYLE",
     .choices = words_of<model::FrameStyle>,
     .target = kSets<&Config::frame_style>},
    {.key = "pane-frames",
     .summary = "Draw frames or titles around panes",
     .metavar = "BOOL",
     .choices = booleans,
     .target = kSets<&Config::shows_frames>},
    {.key = "theme",
     .summary = "The colours of bars and frames",
     .docs = "A theme of the configuration, of a file in the folder of themes, or a bundled one. "
             "The default theme suits both dark and light terminals.",
     .metavar = "NAME",
     .choices = bundled_theme_names,
     .sample = "\"gruvbox-dark\"",
     .target = kSets<&Config::theme>},
    {.key = "theme-dark",
     .summary = "The theme while the terminal is dark",
     .docs = "Counts if theme-light is given, too; then the theme follows the terminal.",
     .metavar = "NAME",
     .choices = bundled_theme_names,
     .sample = "\"gruvbox-dark\"",
     .target = kSets<&Config::dark_theme>},
    {.key = "theme-dir",
     .summary = "The folder of themes",
     .docs = "Usually that is the folder themes beside the configuration file.",
     .metavar = "DIR",
     .sample = "\"/srv/themes\"",
     .target = kSets<&Config::theme_folder>},
    {.key = "theme-light",
     .summary = "The theme while the terminal is light",
     .docs = "Counts if theme-dark is given, too; then the theme follows the terminal.",
     .metavar = "NAME",
     .choices = bundled_theme_names,
     .sample = "\"gruvbox-light\"",
     .target = kSets<&Config::light_theme>},
    {.key = "visual-bell",
     .summary = "Mark the title of a pane whose program has rung the bell",
     .metavar = "BOOL",
     .choices = booleans,
     .target = kSetsSession<&SessionOptions::shows_bell>},
};
static_assert(well_formed(kViewRows));

}  // namespace

std::span<const Option> view_options() {
  return kViewRows;
}

}  // namespace mux::config
