// Which keys do what in a mode, for the status bar: from the key map itself.
#pragma once

#include <string>
#include <vector>

#include "mux/input/key_map.h"

namespace mux::server {

struct KeyHint {
  std::string keys;   // "Ctrl p", "h|Left"
  std::string label;  // "PANE", "new pane down"
};

// One per thing that can be done; the ways to other modes come first.
std::vector<KeyHint> key_hints(const input::KeyMap& keys, input::Mode mode);

}  // namespace mux::server
