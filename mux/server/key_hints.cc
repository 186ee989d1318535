#include "mux/server/key_hints.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>
#include <ranges>

namespace mux::server {

namespace {

using input::Actions;
using input::Mode;

constexpr std::size_t kMostKeys = 2;  // Of one hint.

// The mode that the actions are only the way to.
std::optional<Mode> target_of(const Actions& actions) {
  if (actions.empty() || actions.front().name != "switch-mode") return std::nullopt;
  if (actions.front().arguments.size() != 1) return std::nullopt;
  const auto mode = input::parse_mode(actions.front().arguments.front());
  return mode ? std::optional(*mode) : std::nullopt;
}

std::string upper(std::string_view text) {
  std::string result(text);
  for (char& c : result) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  return result;
}

// "new-pane --direction down" is "new pane down".
std::string label_of(const Actions& actions) {
  if (const auto mode = target_of(actions)) {
    return upper(*mode == Mode::Locked ? "lock" : input::name_of(*mode));
  }
  if (actions.front().name == "search-toggle-option") return actions.front().arguments.front();
  std::string label = actions.front().name;
  for (const std::string& argument : actions.front().arguments) {
    if (!argument.starts_with("--")) label += ' ' + argument;
    if (argument == "--stacked") label += " stacked";
  }
  std::ranges::replace(label, '-', ' ');
  return label;
}

struct HintEntry {
  const Actions* actions;
  std::vector<input::KeyChord> keys;
};

// Of the many keys of copy mode those that people look for, in this order.
struct CopyHint {
  std::string_view action;
  std::string_view argument;
  std::string_view label;
};
constexpr CopyHint kCopyHints[] = {
    {"copy-select", "characters", "select"},
    {"copy-select", "region", "select"},
    {"copy-select", "lines", "lines"},
    {"copy-select", "rectangle", "rectangle"},
    {"copy", "", "copy"},
    {"copy-search", "down", "search"},
    {"copy-search", "up", "search up"},
    {"copy-search-again", "same", "next match"},
    {"copy-select", "output", "output"},
    {"copy-move", "previous-prompt", "prompt up"},
    {"switch-mode", "", "leave"},
};

std::size_t copy_hint_of(const Actions& actions) {
  const input::ActionCall& call = actions.front();
  const auto* const found = std::ranges::find_if(kCopyHints, [&](const CopyHint& hint) {
    if (hint.action != call.name) return false;
    return hint.argument.empty() || (!call.arguments.empty() && call.arguments[0] == hint.argument);
  });
  return static_cast<std::size_t>(found - std::begin(kCopyHints));
}

void choose_copy_hints(std::vector<HintEntry>& entries) {
  const auto place = [](const HintEntry& entry) { return copy_hint_of(*entry.actions); };
  std::erase_if(entries,
                [&](const HintEntry& entry) { return place(entry) == std::size(kCopyHints); });
  std::ranges::stable_sort(entries, {}, place);
}

}  // namespace

std::vector<KeyHint> key_hints(const input::KeyMap& keys, Mode mode) {
  std::vector<HintEntry> entries;
  for (const auto& [chord, actions] : keys.bindings(mode)) {
    if (actions.empty()) continue;
    const auto same = std::ranges::find_if(
        entries, [&](const HintEntry& entry) { return *entry.actions == actions; });
    if (same == entries.end()) {
      entries.push_back({.actions = &actions, .keys = {chord}});
    } else {
      same->keys.push_back(chord);
    }
  }
  // The ways out and onwards in the order of the modes, then the rest by key.
  std::ranges::stable_sort(entries, {}, [](const HintEntry& entry) {
    const auto target = target_of(*entry.actions);
    return target ? static_cast<std::size_t>(*target) : input::kModeCount;
  });
  // In a mode of its own the actions matter more than the other modes.
  if (mode != Mode::Normal && mode != Mode::Locked) {
    std::ranges::stable_partition(
        entries, [](const HintEntry& entry) { return !target_of(*entry.actions).has_value(); });
  }
  if (mode == Mode::Copy) choose_copy_hints(entries);
  std::vector<KeyHint> hints;
  for (const HintEntry& entry : entries) {
    KeyHint hint{.keys = {}, .label = label_of(*entry.actions), .actions = *entry.actions};
    if (mode == Mode::Copy) hint.label = kCopyHints[copy_hint_of(*entry.actions)].label;
    for (const input::KeyChord& chord : entry.keys | std::views::take(kMostKeys)) {
      if (!hint.keys.empty()) hint.keys += '|';
      hint.keys += input::key_name(chord);
    }
    hints.push_back(std::move(hint));
  }
  return hints;
}

}  // namespace mux::server
