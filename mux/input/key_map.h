// KeyMap: which actions a key means in which mode.
//
// A configuration changes a map by a KeyChanges, in zellij's order whatever the
// order in the file: first the blocks that several modes share, then those of one
// mode, in each first what is bound and then what is unbound, and at last what is
// unbound everywhere.
#pragma once

#include <array>
#include <map>
#include <vector>

#include "mux/input/action_call.h"
#include "mux/input/key_names.h"
#include "mux/input/mode.h"

namespace mux::input {

using Actions = std::vector<ActionCall>;  // Done one after the other.

struct Binding {
  KeyChord key;
  Actions actions;
};

// `pane { ... }`, or `shared { ... }` and its kin.
struct KeyBlock {
  ModeSet modes = {};
  bool is_shared = false;
  bool clears_defaults = false;  // Of a block that is not shared.
  std::vector<Binding> bound = {};
  std::vector<KeyChord> unbound = {};
};

struct KeyChanges {
  bool clears_defaults = false;
  std::vector<KeyBlock> blocks = {};
  std::vector<KeyChord> unbound = {};  // In all modes.
};

class KeyMap {
 public:
  void bind(ModeSet modes, KeyChord key, const Actions& actions);
  void unbind(ModeSet modes, KeyChord key);
  void clear(ModeSet modes);
  void apply(const KeyChanges& changes);

  // None for releases.  A key is tried as it is, as the character that Shift makes of
  // it, and as the key of the standard layout at its place; keypad keys are tried as
  // themselves first.
  const Actions* find(Mode mode, const KeyEvent& event) const;
  const Actions* find(Mode mode, KeyChord key) const;

  const std::map<KeyChord, Actions>& bindings(Mode mode) const {
    return modes_[static_cast<std::size_t>(mode)];
  }

 private:
  void apply_block(const KeyBlock& block);

  std::array<std::map<KeyChord, Actions>, kModeCount> modes_;
};

}  // namespace mux::input
