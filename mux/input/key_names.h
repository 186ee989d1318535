// Names of keys: "Ctrl a", "Alt Shift h", "PageUp", as zellij's configuration has
// them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "common/base/result.h"
#include "mux/input/key.h"

namespace mux::input {

// A key with modifiers, as bindings mean it: no locks, no capitals (Shift says so).
struct KeyChord {
  KeyCode code = 0;
  std::uint8_t modifiers = 0;
  auto operator<=>(const KeyChord&) const = default;
};

// Names in any case; single characters stand for themselves, capitals for Shift.
// What is misspelt is refused with the name that is nearest.
common::Result<KeyChord> parse_key(std::string_view text);

// The one way in which we write a key; parses as the same one.
std::string key_name(KeyChord chord);

}  // namespace mux::input
