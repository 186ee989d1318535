// Options of the keyboard and the mouse.
#include "mux/config/option_codecs.h"
#include "mux/config/option_rows.h"
#include "mux/input/copy_keys.h"
#include "mux/input/preset.h"

namespace mux::config {

namespace {

using model::SessionOptions;

std::vector<std::string_view> mode_names() {
  std::vector<std::string_view> names;
  for (const input::ModeRow& row : input::mode_rows()) names.push_back(row.name);
  return names;
}

std::vector<std::string_view> preset_names() {
  std::vector<std::string_view> names;
  for (const input::Preset& preset : input::presets()) names.push_back(preset.name);
  return names;
}

std::vector<std::string_view> copy_key_names() {
  std::vector<std::string_view> names;
  for (const input::CopyKeysRow& row : input::copy_keys_rows()) names.push_back(row.name);
  return names;
}

constexpr Option kInputRows[] = {
    {.key = "advanced-mouse-actions",
     .summary = "Alt and a click add a pane to the group",
     .metavar = "BOOL",
     .choices = booleans,
     .target = kSetsSession<&SessionOptions::has_advanced_mouse>},
    {.key = "auto-lock",
     .summary = "Lock the keyboard while a program fills the screen of the focused pane",
     .docs = "Editors, pagers and their like then have all keys. It is as if Ctrl g were pressed "
             "when such a program comes to the front in normal mode, and again when it is left; "
             "in between the keyboard can be unlocked by hand.",
     .metavar = "WHEN",
     .choices = words_of<model::AutoLock>,
     .target = kSetsSession<&SessionOptions::auto_lock>},
    {.key = "auto-lock-programs",
     .summary = "For which programs auto-lock does so",
     .docs = "Names without folders, as in a list of processes; none means all.",
     .metavar = "NAMES",
     .target = kSetsSession<&SessionOptions::auto_lock_programs>},
    {.key = "copy-mode-keys",
     .summary = "The keys of copy mode",
     .metavar = "KIND",
     .choices = copy_key_names,
     .target = kSets<&Config::copy_mode_keys>},
    {.key = "default-mode",
     .summary = "The mode of the keyboard that sessions start in",
     .docs = "Usually the one of the preset of key bindings.",
     .metavar = "MODE",
     .choices = mode_names,
     .sample = "\"locked\"",
     .target = kSets<&Config::default_mode>},
    {.key = "focus-follows-mouse",
     .summary = "Focus the pane under the pointer",
     .metavar = "BOOL",
     .choices = booleans,
     .target = kSetsSession<&SessionOptions::focus_follows_mouse>},
    {.key = "keybind-preset",
     .summary = "The key bindings that those of the configuration change",
     .docs = "With default every mode is one key with Ctrl away; with unlock-first programs have "
             "all keys but Ctrl g and a few with Alt; tmux has tmux's keys after Ctrl b.",
     .metavar = "NAME",
     .choices = preset_names,
     .target = kSets<&Config::keybind_preset>},
    {.key = "mouse-click-through",
     .summary = "A click that focuses a pane is also its program's",
     .metavar = "BOOL",
     .choices = booleans,
     .target = kSetsSession<&SessionOptions::clicks_through>},
    {.key = "mouse-hover-effects",
     .summary = "Highlight the frame of the pane under the pointer",
     .docs = "The terminal is asked to tell every motion of the mouse for that.",
     .metavar = "BOOL",
     .choices = booleans,
     .target = kSetsSession<&SessionOptions::highlights_hovered>},
    {.key = "mouse-hover-tips",
     .summary = "Tell in the bar what clicks on the pane under the pointer can do",
     .docs = "With mouse-hover-effects only.",
     .metavar = "BOOL",
     .choices = booleans,
     .target = kSetsSession<&SessionOptions::explains_hovered>},
    {.key = "mouse-mode",
     .summary = "Use the mouse",
     .docs = "Otherwise it is the terminal's, to select text for example.",
     .metavar = "BOOL",
     .choices = booleans,
     .target = kSetsSession<&SessionOptions::uses_mouse>},
    {.key = "mouse-scroll-resize",
     .summary = "Ctrl and the wheel resize the pane",
     .metavar = "BOOL",
     .choices = booleans,
     .target = kSetsSession<&SessionOptions::resizes_by_wheel>},
    {.key = "osc133-command-selection",
     .summary = "Three clicks select a command with its output",
     .docs = "Where the shell marks its prompts (OSC 133); otherwise they select a line.",
     .metavar = "BOOL",
     .choices = booleans,
     .target = kSetsSession<&SessionOptions::clicks_select_output>},
    {.key = "scroll-mode-sync",
     .summary = "Scrolling the focused pane up enters the scroll mode, its bottom leaves it",
     .docs = "So do focusing a pane that is scrolled, and one that is not. Otherwise keys are the "
             "program's while history is looked at, and the first brings the bottom back.",
     .metavar = "BOOL",
     .choices = booleans,
     .target = kSetsSession<&SessionOptions::links_scroll_mode>},
    {.key = "word-separators",
     .summary = "What ends the word that two clicks select, beside blanks",
     .metavar = "CHARACTERS",
     .target = kSetsSession<&SessionOptions::word_separators>},
};
static_assert(well_formed(kInputRows));

}  // namespace

std::span<const Option> input_options() {
  return kInputRows;
}

}  // namespace mux::config
