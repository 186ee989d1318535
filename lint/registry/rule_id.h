// RuleId: a rule's place in the catalogue.
#pragma once

#include <compare>
#include <cstdint>

namespace lint {

// Index into the catalogue (registry/catalogue.h), which is sorted by code; the
// constants of all codes are generated into "lint/registry/codes.h".
struct RuleId {
  std::uint16_t index = 0;
  constexpr auto operator<=>(const RuleId&) const = default;
};

// Diagnostics that no rule stands for; beyond every catalogue index.
inline constexpr RuleId kSyntaxError{0xFFFF};  // "invalid-syntax"
inline constexpr RuleId kPanic{0xFFFE};        // A bug of ours, caught; "panic"

}  // namespace lint
