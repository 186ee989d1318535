#include "mux/input/mode.h"

#include <algorithm>
#include <string>
#include <vector>

#include "common/base/ascii.h"
#include "common/base/check.h"
#include "common/config/suggest.h"

namespace mux::input {

namespace {

constexpr ModeRow kModes[] = {
    {Mode::Normal, "normal"},
    {Mode::Locked, "locked", Unbound::ToPane},
    {Mode::Resize, "resize"},
    {Mode::Pane, "pane"},
    {Mode::Tab, "tab"},
    {Mode::Scroll, "scroll"},
    {Mode::EnterSearch, "entersearch", Unbound::ToAction, "search-input"},
    {Mode::Search, "search"},
    {Mode::RenameTab, "renametab", Unbound::ToAction, "tab-name-input"},
    {Mode::RenamePane, "renamepane", Unbound::ToAction, "pane-name-input"},
    {Mode::Session, "session"},
    {Mode::Move, "move"},
    {Mode::Prompt, "prompt"},
    {Mode::Tmux, "tmux"},
    {Mode::Copy, "copy"},
    {Mode::CopyFind, "copyfind", Unbound::ToAction, "copy-find-input"},
    {Mode::CopySearch, "copysearch", Unbound::ToAction, "copy-search-input"},
};
static_assert(std::size(kModes) == kModeCount);
static_assert(std::ranges::is_sorted(kModes, {}, &ModeRow::mode));

}  // namespace

std::span<const ModeRow> mode_rows() {
  return kModes;
}

const ModeRow& row_of(Mode mode) {
  const auto index = static_cast<std::size_t>(mode);
  CHECK(index < kModeCount);
  return kModes[index];
}

std::string_view name_of(Mode mode) {
  return row_of(mode).name;
}

common::Result<Mode> parse_mode(std::string_view name) {
  std::vector<std::string_view> known;
  for (const ModeRow& row : kModes) {
    if (std::ranges::equal(row.name, name, {}, common::to_lower, common::to_lower)) return row.mode;
    known.push_back(row.name);
  }
  std::string message = "unknown mode '" + std::string(name) + "'";
  if (const auto closest = common::config::closest_name(name, known)) {
    message += ", did you mean '" + std::string(*closest) + "'?";
  }
  return common::fail(std::move(message));
}

Unbound unbound_in(Mode mode, Mode default_mode) {
  return mode == default_mode ? Unbound::ToPane : row_of(mode).unbound;
}

}  // namespace mux::input
