// The default configuration as a file: every option with its default, and the key
// bindings of a preset.  Read again, it changes nothing.
#pragma once

#include <string>
#include <string_view>

#include "mux/input/key_map.h"

namespace mux::config {

enum class Language : std::uint8_t { Toml, Kdl };

std::string default_config(Language language);

// The bindings as a section of a configuration that holds no others.
std::string keybinds_text(const input::KeyMap& keys, Language language);

}  // namespace mux::config
