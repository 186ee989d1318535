#include "lint/check/hook_table.h"

#include <algorithm>
#include <utility>

#include "lint/check/report_order.h"
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
  std::array<PouredList, ast::kKindCount> nodes;
  std::array<PouredList, ast::kKindCount> deferred;
  std::array<PouredList, kPoints> points;
  for (const RuleInfo* rule : rules) {
    for (const Hook& hook : rule->hooks) {
      switch (hook.point) {
        case HookPoint::Node:
        case HookPoint::Deferred: {
          auto& lists = hook.point == HookPoint::Node ? nodes : deferred;
          for (std::size_t i = index(hook.first_kind); i <= index(hook.last_kind); ++i) {
            const auto kind = static_cast<ast::Kind>(i);
            lists[i].push_back({report_rank(hook.point, kind, rule->code), hook.run});
          }
          break;
        }
        case HookPoint::Call:
          pour_calls(hook, rule->code);
          break;
        default:
          points[static_cast<std::size_t>(hook.point)].push_back(
              {report_rank(hook.point, {}, rule->code), hook.run});
      }
    }
  }
  for (std::size_t i = 0; i < ast::kKindCount; ++i) {
    nodes_[i] = in_order(nodes[i]);
    deferred_[i] = in_order(deferred[i]);
  }
  for (std::size_t i = 0; i < kPoints; ++i) points_[i] = in_order(points[i]);
  for (const Poured& poured : nodes[index(ast::Kind::ExprCall)]) {
    call_ranks_.push_back(poured.rank);
  }
  std::ranges::stable_sort(calls_, {},
                           [](const CallHook& hook) { return std::pair(hook.hash, hook.rank); });
}

// Sorts the list.
std::vector<HookTable::Run> HookTable::in_order(PouredList& list) {
  std::ranges::stable_sort(list, {}, &Poured::rank);
  std::vector<Run> runs;
  for (const Poured& poured : list) runs.push_back(poured.run);
  return runs;
}

void HookTable::pour_calls(const Hook& hook, RuleId rule) {
  const std::uint32_t rank = report_rank(HookPoint::Call, ast::Kind::ExprCall, rule);
  for (std::uint32_t row = 0; row < hook.callees.size(); ++row) {
    const std::string_view name = hook.callees[row];
    calls_.push_back({semantic::dotted_hash(name), name, row, rank, hook.run});
  }
}

std::span<const HookTable::CallHook> HookTable::calls(std::uint64_t hash) const {
  const auto [first, last] = std::ranges::equal_range(calls_, hash, {}, &CallHook::hash);
  return {first, last};
}

}  // namespace lint
