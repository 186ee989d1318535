// Drops the findings that comments suppress, and reports on the comments.
#pragma once

#include <vector>

#include "lint/diag/diagnostic.h"
#include "lint/registry/rule_set.h"
#include "lint/suppress/suppressions.h"

namespace lint {

struct SuppressionPlan {
  RuleSet enabled;  // For the file.
  // The tree was checked: that no finding needs a comment means something.
  bool is_valid_syntax = true;
  bool keeps_all = false;  // Drop nothing, only report on comments.
};

// Are the file's comments looked at?  Where nothing is dropped, only some of the
// rules about comments make it necessary.
bool looks_at_comments(const SuppressionPlan& plan);

// `findings` in the order in which rules found them.  Afterwards their order is
// another, the same as after taking out each dropped one by putting the last in
// its place, from back to front.  Sets noqa_offset of all that are left.
void apply_suppressions(const Suppressions& suppressions, const SuppressionPlan& plan,
                        std::vector<Diagnostic>& findings);

}  // namespace lint
