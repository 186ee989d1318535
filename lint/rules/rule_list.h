// The rules that klint has: all files of this folder's families.
#pragma once

#include <span>

#include "lint/check/rule.h"

namespace lint {

// By file name; generated from the list of files.
std::span<const RuleFile* const> rule_files();
// The rule's row; null if no file declares it: klint does not have the rule yet.
const RuleInfo* find_rule_info(RuleId rule);

}  // namespace lint
