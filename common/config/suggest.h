// "Did you mean": the known name that a misspelt one is nearest to.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

namespace common::config {

// Insertions, deletions, replacements and swaps of neighbours that turn one
// text into the other.
std::size_t edit_distance(std::string_view a, std::string_view b);

// The first of the nearest names, if it is at most a third of `name` away.
std::optional<std::string_view> closest_name(std::string_view name,
                                             const std::vector<std::string_view>& known);

}  // namespace common::config
