// In which order do rules report that look at the same thing?
//
// Among findings at one place the first comes first in reports, and among fixes
// of one place the first is applied.  ruff calls its rules in an order of its
// own; the rows of report_order.cc keep it for the rules where it is not that of
// their codes.
#pragma once

#include <cstdint>

#include "lint/check/rule.h"

namespace lint {

// Smaller ranks report earlier.  `kind` matters for nodes (ExprCall for calls).
std::uint32_t report_rank(HookPoint point, ast::Kind kind, RuleId rule);

}  // namespace lint
