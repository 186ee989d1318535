#include "lint/run/hook_cache.h"

#include "lint/rules/rule_list.h"

namespace lint {

const HookTable& HookCache::table_for(const RuleSet& enabled) {
  const std::scoped_lock lock(mutex_);
  for (const auto& entry : entries_) {
    if (entry->enabled == enabled) return entry->table;
  }
  entries_.push_back(
      std::make_unique<const Entry>(Entry{enabled, HookTable(rule_files(), enabled)}));
  return entries_.back()->table;
}

}  // namespace lint
