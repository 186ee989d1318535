// The tables of copy mode.  They have no part in what presets bind in many modes at
// once: whoever moves about in text wants all keys for it.
#include "mux/input/copy_keys.h"

#include <algorithm>
#include <string>

namespace mux::input {

namespace {

// clang-format off
constexpr BindingRow kSharedRows[] = {
    {{Mode::Copy}, {"q", "Ctrl c"}, {kReturn}},
    {{Mode::Copy}, {"Enter"}, {"copy", kReturn}},
    {{Mode::Copy}, {"Esc"}, {"copy-cancel"}},
    {{Mode::Copy}, {"Left"}, {"copy-move left"}},
    {{Mode::Copy}, {"Down"}, {"copy-move down"}},
    {{Mode::Copy}, {"Up"}, {"copy-move up"}},
    {{Mode::Copy}, {"Right"}, {"copy-move right"}},
    {{Mode::Copy}, {"PageDown"}, {"copy-move page-down"}},
    {{Mode::Copy}, {"PageUp"}, {"copy-move page-up"}},
    {{Mode::Copy}, {"Home"}, {"copy-move line-start"}},
    {{Mode::Copy}, {"["}, {"copy-move previous-prompt"}},
    {{Mode::Copy}, {"]"}, {"copy-move next-prompt"}},
    {{Mode::Copy}, {"%"}, {"copy-move matching-bracket"}},
    {{Mode::Copy}, {"o"}, {"copy-select other-end"}},
    {{Mode::Copy}, {"i"}, {"copy-select word"}},
    {{Mode::Copy}, {"m"}, {"copy-select output"}},
    {{Mode::Copy}, {"a"}, {"copy-select last-output"}},
    {{Mode::Copy}, {"c"}, {"copy-last-command-output", kReturn}},
    {{Mode::Copy}, {"f"}, {"copy-find to-next", "switch-mode copyfind"}},
    {{Mode::Copy}, {"Shift f"}, {"copy-find to-previous", "switch-mode copyfind"}},
    {{Mode::Copy}, {"t"}, {"copy-find before-next", "switch-mode copyfind"}},
    {{Mode::Copy}, {"Shift t"}, {"copy-find behind-previous", "switch-mode copyfind"}},
    {{Mode::Copy}, {";"}, {"copy-find-again same"}},
    {{Mode::Copy}, {","}, {"copy-find-again opposite"}},
    {{Mode::Copy}, {"n"}, {"copy-search-again same"}},
    {{Mode::Copy}, {"Shift n"}, {"copy-search-again opposite"}},

    {{Mode::CopyFind}, {"Esc", "Ctrl c", "Ctrl g"}, {"switch-mode copy"}},
    {{Mode::CopySearch}, {"Enter"}, {"switch-mode copy"}},
    {{Mode::CopySearch}, {"Esc", "Ctrl c", "Ctrl g"}, {"copy-search-cancel", "switch-mode copy"}},
    {{Mode::CopySearch}, {"Down", "Ctrl s", "Ctrl n"}, {"search down"}},
    {{Mode::CopySearch}, {"Up", "Ctrl r", "Ctrl p"}, {"search up"}},
    {{Mode::CopySearch}, {"Ctrl u"}, {"copy-search-input 0"}},
    {{Mode::CopySearch}, {"Alt c"}, {"search-toggle-option case-sensitivity"}},
    {{Mode::CopySearch}, {"Alt r"}, {"search-toggle-option regex"}},
    {{Mode::CopySearch}, {"Alt o"}, {"search-toggle-option whole-word"}},
    {{Mode::CopySearch}, {"Alt w"}, {"search-toggle-option wrap"}},
};

constexpr BindingRow kViRows[] = {
    {{Mode::Copy}, {"h", "Backspace", "Ctrl h"}, {"copy-move left"}},
    {{Mode::Copy}, {"j", "Ctrl n"}, {"copy-move down"}},
    {{Mode::Copy}, {"k", "Ctrl p"}, {"copy-move up"}},
    {{Mode::Copy}, {"l", "Space"}, {"copy-move right"}},
    {{Mode::Copy}, {"w"}, {"copy-move word"}},
    {{Mode::Copy}, {"b"}, {"copy-move word-back"}},
    {{Mode::Copy}, {"e"}, {"copy-move word-end"}},
    {{Mode::Copy}, {"Shift w"}, {"copy-move long-word"}},
    {{Mode::Copy}, {"Shift b"}, {"copy-move long-word-back"}},
    {{Mode::Copy}, {"Shift e"}, {"copy-move long-word-end"}},
    {{Mode::Copy}, {"^"}, {"copy-move first-character"}},
    {{Mode::Copy}, {"$", "End"}, {"copy-move line-end"}},
    {{Mode::Copy}, {"g"}, {"copy-move first-line"}},
    {{Mode::Copy}, {"Shift g"}, {"copy-move last-line"}},
    {{Mode::Copy}, {"Shift h"}, {"copy-move view-top"}},
    {{Mode::Copy}, {"Shift m"}, {"copy-move view-middle"}},
    {{Mode::Copy}, {"Shift l"}, {"copy-move view-bottom"}},
    {{Mode::Copy}, {"{"}, {"copy-move paragraph-up"}},
    {{Mode::Copy}, {"}"}, {"copy-move paragraph-down"}},
    {{Mode::Copy}, {"("}, {"copy-move sentence-back"}},
    {{Mode::Copy}, {")"}, {"copy-move sentence"}},
    {{Mode::Copy}, {"Ctrl d"}, {"copy-move half-page-down"}},
    {{Mode::Copy}, {"Ctrl u"}, {"copy-move half-page-up"}},
    {{Mode::Copy}, {"Ctrl f"}, {"copy-move page-down"}},
    {{Mode::Copy}, {"Ctrl b"}, {"copy-move page-up"}},
    {{Mode::Copy}, {"Ctrl e"}, {"copy-move scroll-down"}},
    {{Mode::Copy}, {"Ctrl y"}, {"copy-move scroll-up"}},
    {{Mode::Copy}, {"z"}, {"copy-move center"}},
    {{Mode::Copy}, {"v"}, {"copy-select characters"}},
    {{Mode::Copy}, {"Shift v"}, {"copy-select lines"}},
    {{Mode::Copy}, {"Ctrl v"}, {"copy-select rectangle"}},
    {{Mode::Copy}, {"y"}, {"copy", kReturn}},
    {{Mode::Copy}, {"/"}, {"copy-search down --regex", "switch-mode copysearch"}},
    {{Mode::Copy}, {"?"}, {"copy-search up --regex", "switch-mode copysearch"}},
    {{Mode::Copy}, {"*"}, {"copy-search-word down"}},
    {{Mode::Copy}, {"#"}, {"copy-search-word up"}},
    {{Mode::Copy}, {"0"}, {"copy-count 0"}},
    {{Mode::Copy}, {"1"}, {"copy-count 1"}},
    {{Mode::Copy}, {"2"}, {"copy-count 2"}},
    {{Mode::Copy}, {"3"}, {"copy-count 3"}},
    {{Mode::Copy}, {"4"}, {"copy-count 4"}},
    {{Mode::Copy}, {"5"}, {"copy-count 5"}},
    {{Mode::Copy}, {"6"}, {"copy-count 6"}},
    {{Mode::Copy}, {"7"}, {"copy-count 7"}},
    {{Mode::Copy}, {"8"}, {"copy-count 8"}},
    {{Mode::Copy}, {"9"}, {"copy-count 9"}},
};

constexpr BindingRow kEmacsRows[] = {
    {{Mode::Copy}, {"Ctrl b"}, {"copy-move left"}},
    {{Mode::Copy}, {"Ctrl n"}, {"copy-move down"}},
    {{Mode::Copy}, {"Ctrl p"}, {"copy-move up"}},
    {{Mode::Copy}, {"Ctrl f"}, {"copy-move right"}},
    {{Mode::Copy}, {"Alt f"}, {"copy-move behind-word"}},
    {{Mode::Copy}, {"Alt b"}, {"copy-move word-back"}},
    {{Mode::Copy}, {"Ctrl a"}, {"copy-move line-start"}},
    {{Mode::Copy}, {"Ctrl e", "End"}, {"copy-move behind-line"}},
    {{Mode::Copy}, {"Alt m"}, {"copy-move first-character"}},
    {{Mode::Copy}, {"Alt <"}, {"copy-move first-line"}},
    {{Mode::Copy}, {"Alt >"}, {"copy-move last-line"}},
    {{Mode::Copy}, {"Alt r"}, {"copy-move view-middle"}},
    {{Mode::Copy}, {"Alt {"}, {"copy-move paragraph-up"}},
    {{Mode::Copy}, {"Alt }"}, {"copy-move paragraph-down"}},
    {{Mode::Copy}, {"Alt a"}, {"copy-move sentence-back"}},
    {{Mode::Copy}, {"Alt e"}, {"copy-move sentence"}},
    {{Mode::Copy}, {"Ctrl v", "Space"}, {"copy-move page-down"}},
    {{Mode::Copy}, {"Alt v"}, {"copy-move page-up"}},
    {{Mode::Copy}, {"Ctrl l"}, {"copy-move center"}},
    {{Mode::Copy}, {"Ctrl Space"}, {"copy-select region"}},
    {{Mode::Copy}, {"Alt @"}, {"copy-select word"}},
    {{Mode::Copy}, {"Shift r"}, {"copy-select rectangle"}},
    {{Mode::Copy}, {"Ctrl x"}, {"copy-select other-end"}},
    {{Mode::Copy}, {"Ctrl g"}, {"copy-cancel"}},
    {{Mode::Copy}, {"Ctrl w", "Alt w"}, {"copy", kReturn}},
    {{Mode::Copy}, {"Ctrl s"}, {"copy-search down", "switch-mode copysearch"}},
    {{Mode::Copy}, {"Ctrl r"}, {"copy-search up", "switch-mode copysearch"}},
    {{Mode::Copy}, {"Alt 0"}, {"copy-count 0"}},
    {{Mode::Copy}, {"Alt 1"}, {"copy-count 1"}},
    {{Mode::Copy}, {"Alt 2"}, {"copy-count 2"}},
    {{Mode::Copy}, {"Alt 3"}, {"copy-count 3"}},
    {{Mode::Copy}, {"Alt 4"}, {"copy-count 4"}},
    {{Mode::Copy}, {"Alt 5"}, {"copy-count 5"}},
    {{Mode::Copy}, {"Alt 6"}, {"copy-count 6"}},
    {{Mode::Copy}, {"Alt 7"}, {"copy-count 7"}},
    {{Mode::Copy}, {"Alt 8"}, {"copy-count 8"}},
    {{Mode::Copy}, {"Alt 9"}, {"copy-count 9"}},
};
// clang-format on

std::span<const BindingRow> vi_copy_rows() {
  return kViRows;
}
std::span<const BindingRow> emacs_copy_rows() {
  return kEmacsRows;
}

constexpr CopyKeysRow kCopyKeys[] = {
    {CopyKeys::Vi, "vi", vi_copy_rows},
    {CopyKeys::Emacs, "emacs", emacs_copy_rows},
};

}  // namespace

std::span<const CopyKeysRow> copy_keys_rows() {
  return kCopyKeys;
}

std::span<const BindingRow> shared_copy_rows() {
  return kSharedRows;
}

common::Result<CopyKeys> parse_copy_keys(std::string_view name) {
  std::string known;
  for (const CopyKeysRow& row : kCopyKeys) {
    if (row.name == name) return row.kind;
    known += (known.empty() ? "" : " or ") + std::string(row.name);
  }
  return common::fail("unknown keys of copy mode '" + std::string(name) + "': expected " + known);
}

}  // namespace mux::input
