#include "lint/rules/rule_list.h"

#include <array>

#include "lint/registry/rule_set.h"

namespace lint {
namespace {

using RuleIndex = std::array<const RuleInfo*, RuleSet::kCapacity>;

RuleIndex index_rules() {
  RuleIndex index{};
  for (const RuleFile* file : rule_files()) {
    for (const RuleInfo& rule : file->rules) index[rule.code.index] = &rule;
  }
  return index;
}

}  // namespace

const RuleInfo* find_rule_info(RuleId rule) {
  static const RuleIndex infos = index_rules();
  return rule.index < infos.size() ? infos[rule.index] : nullptr;
}

}  // namespace lint
