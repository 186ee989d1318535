#include "mux/input/preset.h"

#include <algorithm>
#include <string>
#include <vector>

#include "common/base/check.h"
#include "common/config/suggest.h"
#include "mux/input/copy_keys.h"
#include "mux/input/preset_rows.h"

namespace mux::input {

namespace {

// Shared rows of the second table come first in zellij's order, so it precedes the
// common ones, which are of single modes; what only one preset has for single modes
// names keys that the common rows do not.
constexpr Preset kPresets[] = {
    {"default", "Every mode is one key with Ctrl away", Mode::Normal, {default_rows, common_rows}},
    {"unlock-first",
     "Locked until Ctrl g, then modes are single letters",
     Mode::Locked,
     {unlock_first_rows, common_rows}},
    {"tmux", "Ctrl b and a key, as in tmux", Mode::Normal, {tmux_rows}},
};

}  // namespace

std::span<const Preset> presets() {
  return kPresets;
}

common::Result<const Preset*> find_preset(std::string_view name) {
  std::vector<std::string_view> known;
  for (const Preset& preset : presets()) {
    if (preset.name == name) return &preset;
    known.push_back(preset.name);
  }
  std::string message = "unknown preset '" + std::string(name) + "'";
  if (const auto closest = common::config::closest_name(name, known)) {
    message += ", did you mean '" + std::string(*closest) + "'?";
  }
  return common::fail(std::move(message));
}

ActionCall parse_action_words(std::string_view words) {
  ActionCall call;
  while (!words.empty()) {
    const std::size_t end = std::min(words.find(' '), words.size());
    if (call.name.empty()) {
      call.name = words.substr(0, end);
    } else {
      call.arguments.emplace_back(words.substr(0, end));
    }
    words.remove_prefix(std::min(end + 1, words.size()));
  }
  return call;
}

std::vector<std::span<const BindingRow>> tables_of(const Preset& preset, CopyKeys copy_keys) {
  std::vector<std::span<const BindingRow>> tables;
  for (BindingRows rows : preset.tables) {
    if (rows != nullptr) tables.push_back(rows());
  }
  tables.push_back(shared_copy_rows());
  for (const CopyKeysRow& row : copy_keys_rows()) {
    if (row.kind == copy_keys) tables.push_back(row.rows());
  }
  return tables;
}

KeyMap key_map_of(const Preset& preset, CopyKeys copy_keys) {
  KeyMap map;
  for (std::span<const BindingRow> table : tables_of(preset, copy_keys)) {
    for (const BindingRow& row : table) {
      Actions actions;
      for (std::string_view words : row.actions) {
        if (words.empty()) break;
        actions.push_back(words == kReturn ? ActionCall{"switch-mode",
                                                        {std::string(name_of(preset.default_mode))}}
                                           : parse_action_words(words));
      }
      for (std::string_view name : row.keys) {
        if (name.empty()) break;
        const auto key = parse_key(name);
        CHECK(key.has_value());
        map.bind(row.modes, *key, actions);
      }
    }
  }
  return map;
}

}  // namespace mux::input
