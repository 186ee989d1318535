#include "mux/server/key_hints.h"

#include <algorithm>
#include <optional>
#include <ranges>

#include "mux/server/hint_rows.h"

namespace mux::server {

namespace {

using input::Actions;
using input::KeyChord;
using input::Mode;

constexpr std::size_t kMostKeys = 2;  // Of one hint, unless they are single characters.

// "new-pane --direction down" is "new pane down".
std::string derived_label(const Actions& actions) {
  std::string label = actions.front().name;
  for (const std::string& argument : actions.front().arguments) {
    if (!argument.starts_with("--")) label += ' ' + argument;
  }
  std::ranges::replace(label, '-', ' ');
  return label;
}

std::string label_of(const Actions& actions) {
  const std::size_t row = hint_row_of(actions);
  if (row == hint_rows().size()) return derived_label(actions);
  std::string label(hint_rows()[row].label);
  for (const std::string& argument : actions.front().arguments) {
    if (actions.front().name != "new-pane") break;
    if (argument == "--stacked") label += " stacked";
    if (!argument.starts_with("--")) label += ' ' + argument;
  }
  return label;
}

struct HintEntry {
  const Actions* actions = nullptr;
  std::string label = {};
  std::vector<KeyChord> keys = {};  // The first of each of the actions, then the others.
  bool is_everywhere = false;       // In other modes, too.
};

bool is_in_normal_mode(const input::KeyMap& keys, KeyChord chord, const Actions& actions) {
  const Actions* const there = keys.find(Mode::Normal, chord);
  return there != nullptr && *there == actions;
}

std::vector<HintEntry> entries_of(const input::KeyMap& keys, Mode mode) {
  std::vector<HintEntry> entries;
  std::vector<const Actions*> known;
  for (const auto& [chord, actions] : keys.bindings(mode)) {
    if (actions.empty() || actions.front().name == "no-op") continue;
    const bool is_known =
        std::ranges::any_of(known, [&](const Actions* other) { return *other == actions; });
    known.push_back(&actions);
    std::string label = label_of(actions);
    const auto same = std::ranges::find(entries, label, &HintEntry::label);
    if (same == entries.end()) {
      const bool is_everywhere = mode != Mode::Normal && is_in_normal_mode(keys, chord, actions);
      entries.push_back({.actions = &actions,
                         .label = std::move(label),
                         .keys = {chord},
                         .is_everywhere = is_everywhere});
    } else if (!is_known || same->keys.size() < kMostKeys) {
      same->keys.push_back(chord);
    }
  }
  return entries;
}

// "hjkl" of four characters and whatever else, "Ctrl f|PageDown" without any.
std::string keys_of(const HintEntry& entry) {
  std::string characters;
  std::string names;
  std::size_t count = 0;
  for (const KeyChord& chord : entry.keys) {
    const std::string name = input::key_name(chord);
    if (name.size() == 1) characters += name;
    if (count++ < kMostKeys) names += (names.empty() ? "" : "|") + name;
  }
  return characters.empty() ? names : characters;
}

// "Ctrl " if the hints of other modes all begin with it.
std::string shared_modifiers(const std::vector<KeyHint>& hints, std::size_t count) {
  if (count < 2) return {};
  const std::size_t end = hints.front().keys.rfind(' ');
  if (end == std::string::npos) return {};
  std::string prefix = hints.front().keys.substr(0, end + 1);
  for (const KeyHint& hint : hints | std::views::take(count)) {
    if (!hint.keys.starts_with(prefix) || hint.keys.find('|') != std::string::npos) return {};
  }
  return prefix;
}

// What leads from mode to mode is written in capitals, and once what it begins with.
void share_modifiers(std::vector<KeyHint>& hints) {
  const auto end = std::ranges::find_if(hints, [](const KeyHint& hint) {
    return hint.label.front() < 'A' || hint.label.front() > 'Z';
  });
  const auto count = static_cast<std::size_t>(end - hints.begin());
  const std::string prefix = shared_modifiers(hints, count);
  if (prefix.empty()) return;
  for (KeyHint& hint : hints | std::views::take(count)) hint.keys.erase(0, prefix.size());
  hints.insert(hints.begin(), {.keys = {}, .label = prefix + "+"});
}

}  // namespace

std::vector<KeyHint> key_hints(const input::KeyMap& keys, Mode mode) {
  std::vector<HintEntry> entries = entries_of(keys, mode);
  std::ranges::stable_sort(entries, {},
                           [](const HintEntry& entry) { return hint_row_of(*entry.actions); });
  // In a mode of its own what only it has matters most.
  std::ranges::stable_partition(entries,
                                [](const HintEntry& entry) { return !entry.is_everywhere; });
  std::vector<KeyHint> hints;
  for (const HintEntry& entry : entries) {
    hints.push_back({.keys = keys_of(entry), .label = entry.label, .actions = *entry.actions});
  }
  if (!hints.empty()) share_modifiers(hints);
  return hints;
}

}  // namespace mux::server
