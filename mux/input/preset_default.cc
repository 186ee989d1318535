// zellij's default bindings, but for what preset_common.cc has.
#include "mux/input/preset_rows.h"

namespace mux::input {

namespace {

// clang-format off
constexpr BindingRow kDefaultRows[] = {
    {ModeSet::except({Mode::Locked}), {"Ctrl g"}, {"switch-mode locked"}},
    {ModeSet::except({Mode::Locked}), {"Ctrl q"}, {"quit"}},
    {ModeSet::except({Mode::Locked}), {"Alt f"}, {"toggle-floating-panes"}},
    {ModeSet::except({Mode::Locked}), {"Alt n"}, {"new-pane"}},
    {ModeSet::except({Mode::Locked}), {"Alt i"}, {"move-tab left"}},
    {ModeSet::except({Mode::Locked}), {"Alt o"}, {"move-tab right"}},
    {ModeSet::except({Mode::Locked}), {"Alt h", "Alt Left"}, {"move-focus-or-tab left"}},
    {ModeSet::except({Mode::Locked}), {"Alt l", "Alt Right"}, {"move-focus-or-tab right"}},
    {ModeSet::except({Mode::Locked}), {"Alt j", "Alt Down"}, {"move-focus down"}},
    {ModeSet::except({Mode::Locked}), {"Alt k", "Alt Up"}, {"move-focus up"}},
    {ModeSet::except({Mode::Locked}), {"Alt =", "Alt +"}, {"resize increase"}},
    {ModeSet::except({Mode::Locked}), {"Alt -"}, {"resize decrease"}},
    {ModeSet::except({Mode::Locked}), {"Alt ["}, {"previous-swap-layout"}},
    {ModeSet::except({Mode::Locked}), {"Alt ]"}, {"next-swap-layout"}},
    {ModeSet::except({Mode::Locked}), {"Alt p"}, {"toggle-pane-in-group"}},
    {ModeSet::except({Mode::Locked}), {"Alt Shift p"}, {"toggle-group-marking"}},
    {ModeSet::except({Mode::Normal, Mode::Locked}), {"Enter", "Esc"}, {"switch-mode normal"}},
    {ModeSet::except({Mode::Pane, Mode::Locked}), {"Ctrl p"}, {"switch-mode pane"}},
    {ModeSet::except({Mode::Resize, Mode::Locked}), {"Ctrl n"}, {"switch-mode resize"}},
    {ModeSet::except({Mode::Scroll, Mode::Locked}), {"Ctrl s"}, {"switch-mode scroll"}},
    {ModeSet::except({Mode::Session, Mode::Locked}), {"Ctrl o"}, {"switch-mode session"}},
    {ModeSet::except({Mode::Tab, Mode::Locked}), {"Ctrl t"}, {"switch-mode tab"}},
    {ModeSet::except({Mode::Move, Mode::Locked}), {"Ctrl h"}, {"switch-mode move"}},
    {ModeSet::except({Mode::Tmux, Mode::Locked}), {"Ctrl b"}, {"switch-mode tmux"}},

    {{Mode::Locked}, {"Ctrl g"}, {"switch-mode normal"}},
    {{Mode::Resize}, {"Ctrl n"}, {"switch-mode normal"}},
    {{Mode::Pane}, {"Ctrl p"}, {"switch-mode normal"}},
    {{Mode::Pane}, {"p"}, {"switch-focus"}},
    {{Mode::Move}, {"Ctrl h"}, {"switch-mode normal"}},
    {{Mode::Tab}, {"Ctrl t"}, {"switch-mode normal"}},
    {{Mode::Scroll, Mode::Search}, {"Ctrl s"}, {"switch-mode normal"}},
    {{Mode::Scroll}, {"s"}, {"switch-mode entersearch", "search-input 0"}},
    {{Mode::Session}, {"Ctrl o"}, {"switch-mode normal"}},
    {{Mode::Session}, {"Ctrl s"}, {"switch-mode scroll"}},

    {{Mode::Tmux}, {"["}, {"switch-mode scroll"}},
    {{Mode::Tmux}, {"Ctrl b"}, {"write 2", "switch-mode normal"}},
    {{Mode::Tmux}, {"\""}, {"new-pane --direction down", "switch-mode normal"}},
    {{Mode::Tmux}, {"%"}, {"new-pane --direction right", "switch-mode normal"}},
    {{Mode::Tmux}, {"z"}, {"toggle-fullscreen", "switch-mode normal"}},
    {{Mode::Tmux}, {"c"}, {"new-tab", "switch-mode normal"}},
    {{Mode::Tmux}, {","}, {"switch-mode renametab"}},
    {{Mode::Tmux}, {"p"}, {"go-to-previous-tab", "switch-mode normal"}},
    {{Mode::Tmux}, {"n"}, {"go-to-next-tab", "switch-mode normal"}},
    {{Mode::Tmux}, {"h", "Left"}, {"move-focus left", "switch-mode normal"}},
    {{Mode::Tmux}, {"l", "Right"}, {"move-focus right", "switch-mode normal"}},
    {{Mode::Tmux}, {"j", "Down"}, {"move-focus down", "switch-mode normal"}},
    {{Mode::Tmux}, {"k", "Up"}, {"move-focus up", "switch-mode normal"}},
    {{Mode::Tmux}, {"o"}, {"focus-next-pane"}},
    {{Mode::Tmux}, {"d"}, {"detach"}},
    {{Mode::Tmux}, {"Space"}, {"next-swap-layout"}},
    {{Mode::Tmux}, {"x"}, {"close-pane", "switch-mode normal"}},
};
// clang-format on

}  // namespace

std::span<const BindingRow> default_rows() {
  return kDefaultRows;
}

}  // namespace mux::input
