// Which rules are enabled: replays the layers of a configuration.
//
// A layer turns rules on (select, extend-select) and off (ignore) in the order
// of specificity, off last among equals; if it has `select`, nothing of the
// layers before it remains.  Then a docstring convention takes away what was
// not selected by its whole code, and of rules that contradict each other one
// goes.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "common/base/result.h"
#include "lint/registry/rule_selection.h"
#include "lint/registry/rule_set.h"
#include "lint/registry/selector.h"

namespace lint {

struct ResolvedRules {
  RuleSet enabled;
  RuleSet fixable;  // Those of them whose fixes are wanted.
};

// What a docstring convention ("google", "numpy", "pep257") has no use for.
RuleSet rules_against_convention(std::string_view convention);

// `layers`: farthest first.  Fails for selectors that mean nothing and for
// removed rules.
common::Result<ResolvedRules> resolve_rules(std::span<const RuleSelectionLayer> layers,
                                            PreviewMode preview, const RuleSet& against_convention,
                                            Warnings& warnings);

// All rules that a list of selectors means, for per-file-ignores.
common::Result<RuleSet> resolve_rule_list(std::string_view setting,
                                          const std::vector<Selector>& selectors,
                                          PreviewMode preview, Warnings& warnings);

// extend-safe-fixes and extend-unsafe-fixes: the more specific selector holds,
// unsafe among equals.
struct FixSafety {
  RuleSet forced_safe;
  RuleSet forced_unsafe;
};
common::Result<FixSafety> resolve_fix_safety(const std::vector<Selector>& extend_safe,
                                             const std::vector<Selector>& extend_unsafe,
                                             PreviewMode preview, Warnings& warnings);

}  // namespace lint
