// Functions that rows of the flag tables use as targets where a member pointer
// is not enough.
#pragma once

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.h"
#include "lint/cli/options.h"

namespace lint::cli {

// Stores a constant.
template <auto kMember, auto kValue>
common::Result<void> store(Options& options, std::string_view, bool) {
  options.*kMember = kValue;
  return {};
}

// Appends the items of "a,b,c", empty ones too: what they are for refuses them.
inline void append_items(std::vector<std::string>& list, std::string_view value) {
  for (;;) {
    const std::size_t comma = std::min(value.find(','), value.size());
    list.emplace_back(value.substr(0, comma));
    if (comma == value.size()) return;
    value.remove_prefix(comma + 1);
  }
}

// A list of comma-separated items; several flags add up.
template <auto kMember>
common::Result<void> add_items(Options& options, std::string_view value, bool) {
  auto& member = options.*kMember;
  if constexpr (requires { member.emplace(); }) {
    if (!member) member.emplace();
    append_items(*member, value);
  } else {
    append_items(member, value);
  }
  return {};
}

// One of the row's choices, as text.
template <auto kMember, const auto& kChoices>
common::Result<void> store_choice(Options& options, std::string_view value, bool) {
  if (std::ranges::find(kChoices, value) == std::end(kChoices)) {
    std::string message = "invalid value '" + std::string(value) + "' [possible values: ";
    std::string_view separator;
    for (std::string_view choice : kChoices) {
      message.append(separator).append(choice);
      separator = ", ";
    }
    return common::fail(message + "]");
  }
  options.*kMember = std::string(value);
  return {};
}

}  // namespace lint::cli
