#include "mux/input/key_map.h"

#include "mux/input/key_forms.h"

namespace mux::input {

void KeyMap::bind(ModeSet modes, KeyChord key, const Actions& actions) {
  for (const ModeRow& row : mode_rows()) {
    if (modes.contains(row.mode)) modes_[static_cast<std::size_t>(row.mode)][key] = actions;
  }
}

void KeyMap::unbind(ModeSet modes, KeyChord key) {
  for (const ModeRow& row : mode_rows()) {
    if (modes.contains(row.mode)) modes_[static_cast<std::size_t>(row.mode)].erase(key);
  }
}

void KeyMap::clear(ModeSet modes) {
  for (const ModeRow& row : mode_rows()) {
    if (modes.contains(row.mode)) modes_[static_cast<std::size_t>(row.mode)].clear();
  }
}

void KeyMap::apply(const KeyChanges& changes) {
  if (changes.clears_defaults) clear(ModeSet::all());
  for (const bool is_shared : {true, false}) {
    for (const KeyBlock& block : changes.blocks) {
      if (block.is_shared == is_shared) apply_block(block);
    }
  }
  for (KeyChord key : changes.unbound) unbind(ModeSet::all(), key);
}

void KeyMap::apply_block(const KeyBlock& block) {
  if (block.clears_defaults && !block.is_shared) clear(block.modes);
  for (const Binding& binding : block.bound) bind(block.modes, binding.key, binding.actions);
  for (KeyChord key : block.unbound) unbind(block.modes, key);
}

const Actions* KeyMap::find(Mode mode, KeyChord key) const {
  const std::map<KeyChord, Actions>& keys = bindings(mode);
  const auto found = keys.find(key);
  return found == keys.end() ? nullptr : &found->second;
}

const Actions* KeyMap::find(Mode mode, const KeyEvent& event) const {
  if (event.action == KeyAction::Release) return nullptr;
  const auto modifiers = static_cast<std::uint8_t>(event.modifiers & ~unsigned{kLocks});
  if (const Actions* const found = find(mode, KeyChord{event.code, modifiers})) return found;
  if (const KeyCode plain = without_keypad(event.code); plain != event.code) {
    if (const Actions* const found = find(mode, KeyChord{plain, modifiers})) return found;
  }
  if ((modifiers & kShift) != 0 && event.shifted != 0) {
    const auto others = static_cast<std::uint8_t>(modifiers & ~unsigned{kShift});
    if (const Actions* const found = find(mode, KeyChord{event.shifted, others})) return found;
  }
  if (event.base_layout == 0) return nullptr;
  return find(mode, KeyChord{event.base_layout, modifiers});
}

}  // namespace mux::input
