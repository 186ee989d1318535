// What zellij's default and unlock-first bindings have in common: the keys of single
// modes.
#include "mux/input/preset_rows.h"

namespace mux::input {

namespace {

// clang-format off
constexpr BindingRow kCommonRows[] = {
    {{Mode::Resize}, {"h", "Left"}, {"resize increase left"}},
    {{Mode::Resize}, {"j", "Down"}, {"resize increase down"}},
    {{Mode::Resize}, {"k", "Up"}, {"resize increase up"}},
    {{Mode::Resize}, {"l", "Right"}, {"resize increase right"}},
    {{Mode::Resize}, {"Shift h"}, {"resize decrease left"}},
    {{Mode::Resize}, {"Shift j"}, {"resize decrease down"}},
    {{Mode::Resize}, {"Shift k"}, {"resize decrease up"}},
    {{Mode::Resize}, {"Shift l"}, {"resize decrease right"}},
    {{Mode::Resize}, {"=", "+"}, {"resize increase"}},
    {{Mode::Resize}, {"-"}, {"resize decrease"}},

    {{Mode::Pane}, {"h", "Left"}, {"move-focus left"}},
    {{Mode::Pane}, {"l", "Right"}, {"move-focus right"}},
    {{Mode::Pane}, {"j", "Down"}, {"move-focus down"}},
    {{Mode::Pane}, {"k", "Up"}, {"move-focus up"}},
    {{Mode::Pane}, {";"}, {"focus-last-pane"}},
    {{Mode::Pane}, {"n"}, {"new-pane", kReturn}},
    {{Mode::Pane}, {"d"}, {"new-pane --direction down", kReturn}},
    {{Mode::Pane}, {"r"}, {"new-pane --direction right", kReturn}},
    {{Mode::Pane}, {"s"}, {"new-pane --stacked", kReturn}},
    {{Mode::Pane}, {"x"}, {"close-pane", kReturn}},
    {{Mode::Pane}, {"f"}, {"toggle-fullscreen", kReturn}},
    {{Mode::Pane}, {"Shift f"}, {"toggle-no-ui-fullscreen", kReturn}},
    {{Mode::Pane}, {"z"}, {"toggle-pane-frames", kReturn}},
    {{Mode::Pane}, {"w"}, {"toggle-floating-panes", kReturn}},
    {{Mode::Pane}, {"e"}, {"toggle-pane-embed-or-floating", kReturn}},
    {{Mode::Pane}, {"c"}, {"switch-mode renamepane", "pane-name-input 0"}},
    {{Mode::Pane}, {"i"}, {"toggle-pane-pinned", kReturn}},

    {{Mode::Move}, {"n", "Tab"}, {"move-pane"}},
    {{Mode::Move}, {"p"}, {"move-pane-backwards"}},
    {{Mode::Move}, {"h", "Left"}, {"move-pane left"}},
    {{Mode::Move}, {"j", "Down"}, {"move-pane down"}},
    {{Mode::Move}, {"k", "Up"}, {"move-pane up"}},
    {{Mode::Move}, {"l", "Right"}, {"move-pane right"}},

    {{Mode::Tab}, {"r"}, {"switch-mode renametab", "tab-name-input 0"}},
    {{Mode::Tab}, {"h", "Left", "Up", "k"}, {"go-to-previous-tab"}},
    {{Mode::Tab}, {"l", "Right", "Down", "j"}, {"go-to-next-tab"}},
    {{Mode::Tab}, {"n"}, {"new-tab", kReturn}},
    {{Mode::Tab}, {"x"}, {"close-tab", kReturn}},
    {{Mode::Tab}, {"s"}, {"toggle-active-sync-tab", kReturn}},
    {{Mode::Tab}, {"b"}, {"break-pane", kReturn}},
    {{Mode::Tab}, {"]"}, {"break-pane-right", kReturn}},
    {{Mode::Tab}, {"["}, {"break-pane-left", kReturn}},
    {{Mode::Tab}, {"1"}, {"go-to-tab 1", kReturn}},
    {{Mode::Tab}, {"2"}, {"go-to-tab 2", kReturn}},
    {{Mode::Tab}, {"3"}, {"go-to-tab 3", kReturn}},
    {{Mode::Tab}, {"4"}, {"go-to-tab 4", kReturn}},
    {{Mode::Tab}, {"5"}, {"go-to-tab 5", kReturn}},
    {{Mode::Tab}, {"6"}, {"go-to-tab 6", kReturn}},
    {{Mode::Tab}, {"7"}, {"go-to-tab 7", kReturn}},
    {{Mode::Tab}, {"8"}, {"go-to-tab 8", kReturn}},
    {{Mode::Tab}, {"9"}, {"go-to-tab 9", kReturn}},
    {{Mode::Tab}, {"Tab"}, {"toggle-tab"}},

    {{Mode::Scroll}, {"e"}, {"edit-scrollback", kReturn}},
    {{Mode::Scroll}, {"c"}, {"copy-last-command-output", kReturn}},
    {{Mode::Scroll, Mode::Search}, {"Ctrl c"}, {"scroll-to-bottom", kReturn}},
    {{Mode::Scroll, Mode::Search}, {"j", "Down"}, {"scroll-down"}},
    {{Mode::Scroll, Mode::Search}, {"k", "Up"}, {"scroll-up"}},
    {{Mode::Scroll, Mode::Search}, {"Ctrl f", "PageDown", "Right", "l"}, {"page-scroll-down"}},
    {{Mode::Scroll, Mode::Search}, {"Ctrl b", "PageUp", "Left", "h"}, {"page-scroll-up"}},
    {{Mode::Scroll, Mode::Search}, {"d"}, {"half-page-scroll-down"}},
    {{Mode::Scroll, Mode::Search}, {"u"}, {"half-page-scroll-up"}},
    {{Mode::Scroll, Mode::Search}, {"["}, {"scroll-to-previous-prompt"}},
    {{Mode::Scroll, Mode::Search}, {"]"}, {"scroll-to-next-prompt"}},
    {{Mode::Scroll, Mode::Search}, {"m"}, {"select-command-at-scroll-position"}},
    {{Mode::Scroll, Mode::Search}, {"v"}, {"copy-mode"}},
    {{Mode::Search}, {"n"}, {"search down"}},
    {{Mode::Search}, {"p"}, {"search up"}},
    {{Mode::Search}, {"c"}, {"search-toggle-option case-sensitivity"}},
    {{Mode::Search}, {"w"}, {"search-toggle-option wrap"}},
    {{Mode::Search}, {"o"}, {"search-toggle-option whole-word"}},
    {{Mode::Search}, {"x"}, {"search-toggle-option regex"}},
    {{Mode::EnterSearch}, {"Ctrl c", "Esc"}, {"switch-mode scroll"}},
    {{Mode::EnterSearch}, {"Enter"}, {"switch-mode search"}},

    {{Mode::RenameTab, Mode::RenamePane}, {"Ctrl c"}, {kReturn}},
    {{Mode::RenameTab}, {"Esc"}, {"undo-rename-tab", "switch-mode tab"}},
    {{Mode::RenamePane}, {"Esc"}, {"undo-rename-pane", "switch-mode pane"}},

    {{Mode::Session}, {"d"}, {"detach"}},
};
// clang-format on

}  // namespace

std::span<const BindingRow> common_rows() {
  return kCommonRows;
}

}  // namespace mux::input
