// zellij's unlock-first bindings, but for what preset_common.cc has: no key is taken
// from programs but Ctrl g and a few with Alt.
#include "mux/input/preset_rows.h"

namespace mux::input {

namespace {

constexpr ModeSet kTyping{Mode::Locked, Mode::RenameTab, Mode::RenamePane, Mode::EnterSearch};
constexpr ModeSet kUnlocked = ModeSet::except({Mode::Locked, Mode::RenameTab, Mode::RenamePane});

// Where single letters choose modes: all but where text is typed, and the mode itself.
constexpr ModeSet choosing_except(Mode mode) {
  return ModeSet::except(
      {Mode::Locked, Mode::RenameTab, Mode::RenamePane, Mode::EnterSearch, mode});
}

// clang-format off
constexpr BindingRow kUnlockFirstRows[] = {
    {kUnlocked, {"Ctrl g"}, {"switch-mode locked"}},
    {kUnlocked, {"Ctrl q"}, {"quit"}},
    {kTyping.complement(), {"Esc"}, {"switch-mode locked"}},
    {{Mode::Normal, Mode::Locked}, {"Alt n"}, {"new-pane"}},
    {{Mode::Normal, Mode::Locked}, {"Alt f"}, {"toggle-floating-panes"}},
    {{Mode::Normal, Mode::Locked}, {"Alt i"}, {"move-tab left"}},
    {{Mode::Normal, Mode::Locked}, {"Alt o"}, {"move-tab right"}},
    {{Mode::Normal, Mode::Locked}, {"Alt h", "Alt Left"}, {"move-focus-or-tab left"}},
    {{Mode::Normal, Mode::Locked}, {"Alt l", "Alt Right"}, {"move-focus-or-tab right"}},
    {{Mode::Normal, Mode::Locked}, {"Alt j", "Alt Down"}, {"move-focus down"}},
    {{Mode::Normal, Mode::Locked}, {"Alt k", "Alt Up"}, {"move-focus up"}},
    {{Mode::Normal, Mode::Locked}, {"Alt =", "Alt +"}, {"resize increase"}},
    {{Mode::Normal, Mode::Locked}, {"Alt -"}, {"resize decrease"}},
    {{Mode::Normal, Mode::Locked}, {"Alt ["}, {"previous-swap-layout"}},
    {{Mode::Normal, Mode::Locked}, {"Alt ]"}, {"next-swap-layout"}},
    {{Mode::Normal, Mode::Locked}, {"Alt p"}, {"toggle-pane-in-group"}},
    {{Mode::Normal, Mode::Locked}, {"Alt Shift p"}, {"toggle-group-marking"}},
    {kUnlocked, {"Enter"}, {"switch-mode locked"}},
    {choosing_except(Mode::Pane), {"p"}, {"switch-mode pane"}},
    {choosing_except(Mode::Resize), {"r"}, {"switch-mode resize"}},
    {choosing_except(Mode::Scroll), {"s"}, {"switch-mode scroll"}},
    {choosing_except(Mode::Session), {"o"}, {"switch-mode session"}},
    {choosing_except(Mode::Tab), {"t"}, {"switch-mode tab"}},
    {choosing_except(Mode::Move), {"m"}, {"switch-mode move"}},

    {{Mode::Locked}, {"Ctrl g"}, {"switch-mode normal"}},
    {{Mode::Resize}, {"r"}, {"switch-mode normal"}},
    {{Mode::Pane}, {"p"}, {"switch-mode normal"}},
    {{Mode::Pane}, {"Tab"}, {"switch-focus"}},
    {{Mode::Move}, {"m"}, {"switch-mode normal"}},
    {{Mode::Tab}, {"t"}, {"switch-mode normal"}},
    {{Mode::Scroll}, {"s"}, {"switch-mode normal"}},
    {{Mode::Scroll}, {"f"}, {"switch-mode entersearch", "search-input 0"}},
    {{Mode::Scroll}, {"Alt h", "Alt Left"}, {"move-focus-or-tab left", "switch-mode locked"}},
    {{Mode::Scroll}, {"Alt j", "Alt Down"}, {"move-focus down", "switch-mode locked"}},
    {{Mode::Scroll}, {"Alt k", "Alt Up"}, {"move-focus up", "switch-mode locked"}},
    {{Mode::Scroll}, {"Alt l", "Alt Right"}, {"move-focus-or-tab right", "switch-mode locked"}},
    {{Mode::RenameTab, Mode::RenamePane}, {"Enter"}, {"switch-mode locked"}},
    {{Mode::Session}, {"o"}, {"switch-mode normal"}},
};
// clang-format on

}  // namespace

std::span<const BindingRow> unlock_first_rows() {
  return kUnlockFirstRows;
}

}  // namespace mux::input
