// Redirects: codes and prefixes that rules had before they were renamed, merged
// or moved.  Selectors and suppression comments still understand them.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "lint/registry/catalogue.h"

namespace lint {

struct Redirect {
  std::string_view from;  // A code or prefix: "TCH", "TCH001".
  std::string_view to;    // "TC", "TC001"
};

std::span<const Redirect> redirects();  // By `from`.
// Exact; a redirected prefix does not redirect longer codes.
std::optional<Redirect> find_redirect(std::string_view code);
// The new code, or `code` itself if it is not an old one.
std::string_view follow_redirect(std::string_view code);
// By its code of today or of old.
std::optional<RuleId> find_rule_by_any_code(std::string_view code);

}  // namespace lint
