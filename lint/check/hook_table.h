// HookTable: the hooks of the enabled rules, poured into arrays by where they
// run.  Built once per set of enabled rules and shared by threads; a rule that
// is not enabled is not in it and costs nothing.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "lint/check/rule.h"
#include "lint/registry/rule_set.h"

namespace lint {

class HookTable {
 public:
  using Run = void (*)(Checker& checker, const void* subject);

  HookTable(std::span<const RuleFile* const> files, const RuleSet& enabled);

  std::span<const Run> nodes(ast::Kind kind) const { return nodes_[index(kind)]; }
  std::span<const Run> deferred(ast::Kind kind) const { return deferred_[index(kind)]; }
  // Suite, Definition, Binding, Unresolved, Scope, Tokens, Path, Imports, Lines.
  std::span<const Run> at(HookPoint point) const {
    return points_[static_cast<std::size_t>(point)];
  }

  // Hooks of calls by the hash of the qualified name (semantic::dotted_hash), in
  // the order of their ranks.
  struct CallHook {
    std::uint64_t hash;
    std::string_view name;
    std::uint32_t row;
    std::uint32_t rank;
    Run run;
  };
  bool has_calls() const { return !calls_.empty(); }
  std::span<const CallHook> calls(std::uint64_t hash) const;
  // Of nodes(ExprCall): where hooks of calls come between them.
  std::span<const std::uint32_t> call_ranks() const { return call_ranks_; }

 private:
  // A hook of a rule, on its way to its list.
  struct Poured {
    std::uint32_t rank;
    Run run;
  };
  using PouredList = std::vector<Poured>;
  static std::vector<Run> in_order(PouredList& list);
  void pour_calls(const Hook& hook, RuleId rule);

  static constexpr std::size_t kPoints = static_cast<std::size_t>(HookPoint::Lines) + 1;
  static std::size_t index(ast::Kind kind) { return static_cast<std::size_t>(kind); }

  std::array<std::vector<Run>, ast::kKindCount> nodes_;
  std::array<std::vector<Run>, ast::kKindCount> deferred_;
  std::array<std::vector<Run>, kPoints> points_;
  std::vector<CallHook> calls_;  // By hash, then by rank.
  std::vector<std::uint32_t> call_ranks_;
};

}  // namespace lint
