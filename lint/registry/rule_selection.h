// What configurations say about which rules run, before it is resolved.
//
// A selector is kept as text with the place it is from: what it means depends on
// preview mode, and errors name the place.  resolve_rules.h turns layers into
// sets of rules.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lint {

// The origin of what was given on the command line.
inline constexpr std::string_view kFromCommandLine = "from the CLI";

// A code, the beginning of codes, a name, "ALL".
struct Selector {
  std::string text;
  // Completes "Unknown rule selector `X` in `select` ": "from `/path/ruff.toml`".
  std::string origin = {};
  bool operator==(const Selector& other) const { return text == other.text; }
};

// One layer of configuration: a file, an inline setting, the command line.
// Layers are replayed from the farthest extended file to the command line.
struct RuleSelectionLayer {
  std::optional<std::vector<Selector>> select = {};  // Replaces what farther layers selected.
  std::vector<Selector> extend_select = {};
  std::vector<Selector> ignore = {};  // With extend-ignore.
  std::optional<std::vector<Selector>> fixable = {};
  std::vector<Selector> extend_fixable = {};
  std::vector<Selector> unfixable = {};  // With extend-unfixable.
};

}  // namespace lint
