// tmux's default bindings, as far as there are such actions.
#include "mux/input/preset_rows.h"

namespace mux::input {

namespace {

// clang-format off
constexpr BindingRow kTmuxRows[] = {
    {{Mode::Normal}, {"Ctrl b"}, {"switch-mode tmux"}},
    {{Mode::Locked}, {"Ctrl g"}, {"switch-mode normal"}},

    {{Mode::Tmux}, {"Esc", "Ctrl c", "Enter"}, {"switch-mode normal"}},
    {{Mode::Tmux}, {"Ctrl b"}, {"write 2", "switch-mode normal"}},
    {{Mode::Tmux}, {"\""}, {"new-pane --direction down", "switch-mode normal"}},
    {{Mode::Tmux}, {"%"}, {"new-pane --direction right", "switch-mode normal"}},
    {{Mode::Tmux}, {"x"}, {"close-pane", "switch-mode normal"}},
    {{Mode::Tmux}, {"z"}, {"toggle-fullscreen", "switch-mode normal"}},
    {{Mode::Tmux}, {"!"}, {"break-pane", "switch-mode normal"}},
    {{Mode::Tmux}, {"o"}, {"focus-next-pane", "switch-mode normal"}},
    {{Mode::Tmux}, {";"}, {"focus-last-pane", "switch-mode normal"}},
    {{Mode::Tmux}, {"Left"}, {"move-focus left", "switch-mode normal"}},
    {{Mode::Tmux}, {"Right"}, {"move-focus right", "switch-mode normal"}},
    {{Mode::Tmux}, {"Up"}, {"move-focus up", "switch-mode normal"}},
    {{Mode::Tmux}, {"Down"}, {"move-focus down", "switch-mode normal"}},
    {{Mode::Tmux}, {"}", "Ctrl o"}, {"move-pane", "switch-mode normal"}},
    {{Mode::Tmux}, {"{", "Alt o"}, {"move-pane-backwards", "switch-mode normal"}},
    // Several in a row, as tmux repeats them: until another key.
    {{Mode::Tmux}, {"Ctrl Left", "Alt Left"}, {"resize increase left"}},
    {{Mode::Tmux}, {"Ctrl Right", "Alt Right"}, {"resize increase right"}},
    {{Mode::Tmux}, {"Ctrl Up", "Alt Up"}, {"resize increase up"}},
    {{Mode::Tmux}, {"Ctrl Down", "Alt Down"}, {"resize increase down"}},
    {{Mode::Tmux}, {"Space"}, {"next-swap-layout", "switch-mode normal"}},
    {{Mode::Tmux}, {"Shift e"}, {"equalize-panes", "switch-mode normal"}},
    {{Mode::Tmux}, {"c"}, {"new-tab", "switch-mode normal"}},
    {{Mode::Tmux}, {"&"}, {"close-tab", "switch-mode normal"}},
    {{Mode::Tmux}, {","}, {"switch-mode renametab", "tab-name-input 0"}},
    {{Mode::Tmux}, {"n"}, {"go-to-next-tab", "switch-mode normal"}},
    {{Mode::Tmux}, {"p"}, {"go-to-previous-tab", "switch-mode normal"}},
    {{Mode::Tmux}, {"l"}, {"toggle-tab", "switch-mode normal"}},
    {{Mode::Tmux}, {"1"}, {"go-to-tab 1", "switch-mode normal"}},
    {{Mode::Tmux}, {"2"}, {"go-to-tab 2", "switch-mode normal"}},
    {{Mode::Tmux}, {"3"}, {"go-to-tab 3", "switch-mode normal"}},
    {{Mode::Tmux}, {"4"}, {"go-to-tab 4", "switch-mode normal"}},
    {{Mode::Tmux}, {"5"}, {"go-to-tab 5", "switch-mode normal"}},
    {{Mode::Tmux}, {"6"}, {"go-to-tab 6", "switch-mode normal"}},
    {{Mode::Tmux}, {"7"}, {"go-to-tab 7", "switch-mode normal"}},
    {{Mode::Tmux}, {"8"}, {"go-to-tab 8", "switch-mode normal"}},
    {{Mode::Tmux}, {"9"}, {"go-to-tab 9", "switch-mode normal"}},
    {{Mode::Tmux}, {"d"}, {"detach"}},
    {{Mode::Tmux}, {"["}, {"copy-mode"}},
    {{Mode::Tmux}, {"PageUp"}, {"copy-mode", "copy-move page-up"}},

    {{Mode::RenameTab, Mode::RenamePane}, {"Enter"}, {"switch-mode normal"}},
    {{Mode::RenameTab}, {"Esc", "Ctrl c"}, {"undo-rename-tab", "switch-mode normal"}},
    {{Mode::RenamePane}, {"Esc", "Ctrl c"}, {"undo-rename-pane", "switch-mode normal"}},
    // For the modes that only actions lead to.
    {{Mode::Resize, Mode::Pane, Mode::Tab, Mode::Session}, {"Enter", "Esc"}, {"switch-mode normal"}},
    {{Mode::Move, Mode::Prompt, Mode::Scroll, Mode::Search, Mode::EnterSearch},
     {"Enter", "Esc"},
     {"switch-mode normal"}},
};
// clang-format on

}  // namespace

std::span<const BindingRow> tmux_rows() {
  return kTmuxRows;
}

}  // namespace mux::input
