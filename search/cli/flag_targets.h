// Functions that rows of the flag tables use as targets where a member pointer
// is not enough.
#pragma once

#include <cstddef>
#include <iterator>
#include <span>
#include <string>
#include <string_view>

#include "common/base/result.h"
#include "common/cli/values.h"
#include "search/cli/options.h"

namespace search {

// Stores a constant; a negation stores `kOtherwise`.
template <auto kMember, auto kValue, auto kOtherwise = kValue>
common::Result<void> store(Options& options, std::string_view, bool negated) {
  options.*kMember = negated ? kOtherwise : kValue;
  return {};
}

// "a, b, c."
inline std::string listed(std::span<const std::string_view> choices) {
  std::string text;
  for (const std::string_view choice : choices) {
    text.append(text.empty() ? "" : ", ").append(choice);
  }
  return text + ".";
}

// Stores the position of the value among the choices of the row as an enum.
template <auto kMember, typename Enum, const auto& kChoices>
common::Result<void> store_choice(Options& options, std::string_view value, bool) {
  for (std::size_t i = 0; i < std::size(kChoices); ++i) {
    if (kChoices[i] == value) {
      options.*kMember = static_cast<Enum>(i);
      return {};
    }
  }
  return common::fail("choice '" + std::string(value) +
                      "' is unrecognized. Choose from: " + listed(kChoices));
}

template <auto kMember>
common::Result<void> store_size(Options& options, std::string_view value, bool) {
  options.*kMember = TRY(common::cli::parse_size(value));
  return {};
}

// 0 means the same as the flag not being there.
template <auto kMember>
common::Result<void> store_nonzero(Options& options, std::string_view value, bool) {
  const std::uint64_t number = TRY(common::cli::parse_number(value));
  options.*kMember = number == 0 ? std::nullopt : std::optional(number);
  return {};
}

template <auto kMember>
common::Result<void> store_separator(Options& options, std::string_view value, bool negated) {
  if constexpr (requires { options.*kMember = std::nullopt; }) {
    if (negated) {
      options.*kMember = std::nullopt;
      return {};
    }
  }
  options.*kMember = common::cli::unescape(value);
  return {};
}

}  // namespace search
