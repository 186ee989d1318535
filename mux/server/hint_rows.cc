#include "mux/server/hint_rows.h"

#include <algorithm>

namespace mux::server {

namespace {

// clang-format off
constexpr HintRow kHintRows[] = {
    {"switch-mode", "locked", "LOCK"},
    {"switch-mode", "pane", "PANE"},
    {"switch-mode", "tab", "TAB"},
    {"switch-mode", "resize", "RESIZE"},
    {"switch-mode", "move", "MOVE"},
    {"switch-mode", "scroll", "SCROLL"},
    {"switch-mode", "session", "SESSION"},
    {"quit", "", "QUIT"},
    {"switch-mode", "tmux", "TMUX"},
    // ---- panes ----
    {"new-pane", "", "new"},
    {"move-focus", "", "focus"},
    {"close-pane", "", "close"},
    {"switch-mode", "renamepane", "rename"},
    {"toggle-fullscreen", "", "fullscreen"},
    {"toggle-floating-panes", "", "floating"},
    {"toggle-pane-embed-or-floating", "", "embed"},
    {"switch-focus", "", "next"},
    {"focus-last-pane", "", "last"},
    {"toggle-pane-frames", "", "frames"},
    {"toggle-pane-pinned", "", "pin"},
    {"toggle-no-ui-fullscreen", "", "without bars"},
    // ---- tabs ----
    {"new-tab", "", "new"},
    {"go-to-previous-tab", "", "switch"},
    {"go-to-next-tab", "", "switch"},
    {"close-tab", "", "close"},
    {"switch-mode", "renametab", "rename"},
    {"toggle-active-sync-tab", "", "sync"},
    {"break-pane", "", "break out"},
    {"break-pane-left", "", "break out beside"},
    {"break-pane-right", "", "break out beside"},
    {"toggle-tab", "", "last"},
    {"go-to-tab", "", "go to"},
    // ---- sizes and places ----
    {"resize", "increase", "grow"},
    {"resize", "decrease", "shrink"},
    {"move-pane", "", "move"},
    {"move-pane-backwards", "", "move back"},
    // ---- scrolling, searching, copying ----
    {"scroll-down", "", "scroll"},
    {"scroll-up", "", "scroll"},
    {"half-page-scroll-down", "", "half page"},
    {"half-page-scroll-up", "", "half page"},
    {"switch-mode", "entersearch", "search"},
    {"switch-mode", "search", "search"},
    {"search", "down", "next"},
    {"search", "up", "previous"},
    {"search-toggle-option", "case-sensitivity", "case"},
    {"search-toggle-option", "wrap", "wrap"},
    {"search-toggle-option", "whole-word", "whole word"},
    {"search-toggle-option", "regex", "regex"},
    {"copy-mode", "", "copy mode"},
    {"edit-scrollback", "", "edit"},
    {"scroll-to-previous-prompt", "", "prompts"},
    {"scroll-to-next-prompt", "", "prompts"},
    {"select-command-at-scroll-position", "", "select command"},
    {"page-scroll-down", "", "page"},
    {"page-scroll-up", "", "page"},
    {"copy-select", "characters", "select"},
    {"copy-select", "region", "select"},
    {"copy-select", "lines", "lines"},
    {"copy-select", "rectangle", "rectangle"},
    {"copy", "", "copy"},
    {"copy-search", "", "search"},
    {"copy-search-again", "", "next match"},
    {"copy-move", "previous-prompt", "prompts"},
    {"copy-move", "next-prompt", "prompts"},
    {"copy-last-command-output", "", "copy output"},
    // ---- the session ----
    {"detach", "", "detach"},
    {"switch-mode", "normal", "leave"},
};
// clang-format on

bool is_for(const HintRow& row, const input::ActionCall& call) {
  if (row.action != call.name) return false;
  return row.argument.empty() || (!call.arguments.empty() && call.arguments[0] == row.argument);
}

}  // namespace

std::span<const HintRow> hint_rows() {
  return kHintRows;
}

std::size_t hint_row_of(const input::Actions& actions) {
  const auto* const found = std::ranges::find_if(
      kHintRows, [&](const HintRow& row) { return is_for(row, actions.front()); });
  return static_cast<std::size_t>(found - std::begin(kHintRows));
}

}  // namespace mux::server
