// Presets: the key bindings that a configuration starts from.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "common/base/result.h"
#include "mux/input/key_map.h"

namespace mux::input {

// Later rows win; those of several modes come before those of one.
struct BindingRow {
  ModeSet modes;
  std::array<std::string_view, 4> keys;     // As key_name() writes them; empty: no more.
  std::array<std::string_view, 3> actions;  // "new-pane --direction down"
};

using BindingRows = std::span<const BindingRow> (*)();  // Null: no more.

// In an action: the mode in which the preset's sessions start.
inline constexpr std::string_view kReturn = "switch-mode default";

// What the keys of copy mode are like (copy_keys.h).
enum class CopyKeys : std::uint8_t { Vi, Emacs };

struct Preset {
  std::string_view name;
  std::string_view summary;
  Mode default_mode;
  std::array<BindingRows, 2> tables;
};

std::span<const Preset> presets();
common::Result<const Preset*> find_preset(std::string_view name);
// Those of copy mode included.
std::vector<std::span<const BindingRow>> tables_of(const Preset& preset,
                                                   CopyKeys copy_keys = CopyKeys::Vi);
KeyMap key_map_of(const Preset& preset, CopyKeys copy_keys = CopyKeys::Vi);

// "resize increase left": a name and arguments between spaces.
ActionCall parse_action_words(std::string_view words);

}  // namespace mux::input
