#include "lint/check/hook_table.h"

#include <algorithm>

#include "lint/semantic/qualified_name.h"

namespace lint {

HookTable::HookTable(std::span<const RuleFile* const> files, const RuleSet& enabled) {
  std::vector<const RuleInfo*> rules;
  for (const RuleFile* file : files) {
    // Rows of one table file share hooks: they are poured once.
    std::span<const Hook> poured;
    for (const RuleInfo& rule : file->rules) {
      if (!enabled.contains(rule.code) || rule.hooks.data() == poured.data()) continue;
      poured = rule.hooks;
      rules.push_back(&rule);
    }
  }
  std::stable_sort(rules.begin(), rules.end(),
                   [](const RuleInfo* a, const RuleInfo* b) { return a->code < b->code; });
  for (const RuleInfo* rule : rules) {
    for (const Hook& hook : rule->hooks) {
      switch (hook.point) {
        case HookPoint::Node:
        case HookPoint::Deferred: {
          auto& lists = hook.point == HookPoint::Node ? nodes_ : deferred_;
          for (std::size_t kind = index(hook.first_kind); kind <= index(hook.last_kind); ++kind) {
            lists[kind].push_back(hook.run);
          }
          break;
        }
        case HookPoint::Call:
          for (std::uint32_t row = 0; row < hook.callees.size(); ++row) {
            const std::string_view name = hook.callees[row];
            calls_.push_back({semantic::dotted_hash(name), name, row, hook.run});
          }
          break;
        default:
          points_[static_cast<std::size_t>(hook.point)].push_back(hook.run);
      }
    }
  }
  std::stable_sort(calls_.begin(), calls_.end(),
                   [](const CallHook& a, const CallHook& b) { return a.hash < b.hash; });
}

std::span<const HookTable::CallHook> HookTable::calls(std::uint64_t hash) const {
  const auto [first, last] = std::ranges::equal_range(calls_, hash, {}, &CallHook::hash);
  return {first, last};
}

}  // namespace lint
