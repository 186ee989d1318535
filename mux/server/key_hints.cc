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
  std::string label = actions.front().name;
  for (const std::string& argument : actions.front().arguments) {
    if (!argument.starts_with("--")) label += ' ' + argument;
    if (argument == "--stacked") label += " stacked";
  }
  std::ranges::replace(label, '-', ' ');
  return label;
}

struct Entry {
  const Actions* actions;
  std::vector<input::KeyChord> keys;
};

}  // namespace

std::vector<KeyHint> key_hints(const input::KeyMap& keys, Mode mode) {
  std::vector<Entry> entries;
  for (const auto& [chord, actions] : keys.bindings(mode)) {
    if (actions.empty()) continue;
    const auto same = std::ranges::find_if(
        entries, [&](const Entry& entry) { return *entry.actions == actions; });
    if (same == entries.end()) {
      entries.push_back({.actions = &actions, .keys = {chord}});
    } else {
      same->keys.push_back(chord);
    }
  }
  // The ways out and onwards in the order of the modes, then the rest by key.
  std::ranges::stable_sort(entries, {}, [](const Entry& entry) {
    const auto target = target_of(*entry.actions);
    return target ? static_cast<std::size_t>(*target) : input::kModeCount;
  });
  // In a mode of its own the actions matter more than the other modes.
  if (mode != Mode::Normal && mode != Mode::Locked) {
    std::ranges::stable_partition(
        entries, [](const Entry& entry) { return !target_of(*entry.actions).has_value(); });
  }
  std::vector<KeyHint> hints;
  for (const Entry& entry : entries) {
    KeyHint hint{.keys = {}, .label = label_of(*entry.actions)};
    for (const input::KeyChord& chord : entry.keys | std::views::take(kMostKeys)) {
      if (!hint.keys.empty()) hint.keys += '|';
      hint.keys += input::key_name(chord);
    }
    hints.push_back(std::move(hint));
  }
  return hints;
}

}  // namespace mux::server
