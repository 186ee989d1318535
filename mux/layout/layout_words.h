// The names that nodes of a layout have.
#pragma once

#include <algorithm>
#include <iterator>
#include <string_view>

namespace mux::layout {

inline constexpr std::string_view kLayoutWords[] = {
    "args",
    "borderless",
    "children",
    "close_on_exit",
    "command",
    "contents_file",
    "cwd",
    "default_tab_template",
    "edit",
    "focus",
    "hide_floating_panes",
    "name",
    "new_tab_template",
    "pane",
    "pane_template",
    "plugin",
    "size",
    "split_direction",
    "start_suspended",
    "swap_floating_layout",
    "swap_tiled_layout",
    "tab",
    "tab_template",
};

constexpr bool is_layout_word(std::string_view name) {
  return std::ranges::find(kLayoutWords, name) != std::end(kLayoutWords);
}

}  // namespace mux::layout
