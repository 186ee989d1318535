// Which keys do what in a mode, for the status bar: from the key map itself.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "mux/input/key_map.h"

namespace mux::server {

struct KeyHint {
  std::string keys;   // "Ctrl p", "hjkl"; empty: the label holds for those that follow.
  std::string label;  // "PANE", "new down", "Ctrl +"
  input::Actions actions = {};
};

// One per thing that can be done, in the order of hint_rows.h.
std::vector<KeyHint> key_hints(const input::KeyMap& keys, input::Mode mode);

// Those of all modes, made when they are first asked for: every frame shows some.
class KeyHints {
 public:
  // The map lives as long, and stays as it is until forget() is called.
  explicit KeyHints(const input::KeyMap& keys) : keys_(keys) {}
  const std::vector<KeyHint>& of(input::Mode mode) {
    std::optional<std::vector<KeyHint>>& hints = hints_[static_cast<std::size_t>(mode)];
    if (!hints) hints = key_hints(keys_, mode);
    return *hints;
  }
  void forget() { hints_ = {}; }

 private:
  const input::KeyMap& keys_;
  std::array<std::optional<std::vector<KeyHint>>, input::kModeCount> hints_;
};

}  // namespace mux::server
