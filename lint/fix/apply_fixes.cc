#include "lint/fix/apply_fixes.h"

#include <algorithm>
#include <set>
#include <unordered_set>

#include "lint/registry/codes.h"

namespace lint {
namespace {

constexpr int kMostRounds = 100;

// Fixes that start at the same place: the first of a pair goes first.
constexpr std::pair<RuleId, RuleId> kTieBreaks[] = {
    {codes::D400, codes::D209},
    {codes::SIM401, codes::SIM108},
};

std::strong_ordering compare_rules(RuleId a, RuleId b) {
  for (const auto& [first, second] : kTieBreaks) {
    if (a == first && b == second) return std::strong_ordering::less;
    if (a == second && b == first) return std::strong_ordering::greater;
  }
  return std::strong_ordering::equal;
}

bool goes_before(const Diagnostic& a, const Diagnostic& b) {
  // A redefinition is removed before an unused import, whose fix might remove it
  // together with what redefines it.
  const bool a_redefines = a.rule == codes::F811;
  const bool b_redefines = b.rule == codes::F811;
  if (a_redefines != b_redefines) return a_redefines;
  if (a.fix->first_offset() != b.fix->first_offset()) {
    return a.fix->first_offset() < b.fix->first_offset();
  }
  return compare_rules(a.rule, b.rule) < 0;
}

struct EditOrder {
  bool operator()(const Edit* a, const Edit* b) const {
    if (a->range != b->range) return a->range < b->range;
    return a->content < b->content;
  }
};

class Application {
 public:
  explicit Application(std::string_view text) : text_(text) {}

  // False: the fix is in the way of one applied before.
  bool apply(const Fix& fix) {
    std::vector<const Edit*> edits;
    for (const Edit& edit : fix.edits) {
      if (!applied_.contains(&edit)) edits.push_back(&edit);
    }
    if (!edits.empty() && !may_apply(fix, *edits.front())) return false;
    for (const Edit* edit : edits) apply_edit(*edit);
    applied_.insert(edits.begin(), edits.end());
    return true;
  }

  AppliedFixes finish(AppliedFixes result) && {
    result.text = std::move(out_).append(text_.substr(last_.value_or(0)));
    result.source_map = std::move(map_);
    return result;
  }

 private:
  bool may_apply(const Fix& fix, const Edit& first) {
    // The group counts as used even if the fix is then skipped.
    if (fix.isolation != 0 && !groups_.insert(fix.isolation).second) return false;
    return !last_ || *last_ < first.range.start;
  }

  void apply_edit(const Edit& edit) {
    const std::uint32_t start = last_.value_or(0);
    if (edit.range.start > start) out_ += text_.substr(start, edit.range.start - start);
    map_.add(edit.range.start, out_.size());
    out_ += edit.content;
    map_.add(edit.range.end, out_.size());
    last_ = edit.range.end;
  }

  std::string_view text_;
  std::string out_;
  SourceMap map_;
  std::optional<std::uint32_t> last_;  // The end of the last edit.
  std::set<const Edit*, EditOrder> applied_;
  std::unordered_set<std::uint32_t> groups_;
};

}  // namespace

std::uint32_t SourceMap::new_offset_of(std::uint32_t old_offset) const {
  const auto next = std::upper_bound(
      markers_.begin(), markers_.end(), old_offset,
      [](std::uint32_t offset, const Marker& marker) { return offset < marker.old_offset; });
  if (next == markers_.begin()) return old_offset;
  const auto index = next - markers_.begin();
  // Behind the first marker of an edit.
  if (index % 2 == 1) return next->new_offset;
  const Marker& before = *(next - 1);
  return before.new_offset + (old_offset - before.old_offset);
}

std::uint32_t SourceMap::new_boundary_of(std::uint32_t old_offset) const {
  auto next = std::ranges::upper_bound(markers_, old_offset, {}, &Marker::old_offset);
  if (next == markers_.begin()) return old_offset;
  if ((next - 1)->old_offset == old_offset) {
    next = std::ranges::lower_bound(markers_, old_offset, {}, &Marker::old_offset) + 1;
  }
  const Marker& before = *(next - 1);
  return before.new_offset + (old_offset - before.old_offset);
}

std::optional<AppliedFixes> apply_fixes(std::string_view text,
                                        std::span<const Diagnostic> diagnostics,
                                        Applicability required) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < diagnostics.size(); ++i) {
    const std::optional<Fix>& fix = diagnostics[i].fix;
    if (fix && !fix->edits.empty() && fix->applies(required)) order.push_back(i);
  }
  if (order.empty()) return std::nullopt;
  std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) {
    return goes_before(diagnostics[a], diagnostics[b]);
  });
  AppliedFixes result;
  Application application(text);
  for (std::size_t index : order) {
    if (!application.apply(*diagnostics[index].fix)) continue;
    ++result.counts[diagnostics[index].rule];
    result.applied.push_back(index);
  }
  return std::move(application).finish(std::move(result));
}

void apply_policy(const FixPolicy& policy, std::vector<Diagnostic>& diagnostics) {
  for (Diagnostic& diagnostic : diagnostics) {
    if (!diagnostic.fix) continue;
    Applicability& applicability = diagnostic.fix->applicability;
    if (!policy.fixable.contains(diagnostic.rule)) {
      diagnostic.fix.reset();
    } else if (applicability == Applicability::DisplayOnly) {
      continue;
    } else if (policy.forced_unsafe.contains(diagnostic.rule)) {
      applicability = Applicability::Unsafe;
    } else if (policy.forced_safe.contains(diagnostic.rule)) {
      applicability = Applicability::Safe;
    }
  }
}

FixedText fix_until_stable(std::string text, Applicability required,
                           const std::function<CheckedText(const std::string&)>& check,
                           const std::function<void(AppliedFixes&)>& revise) {
  FixedText result{.outcome = FixOutcome::Stable, .text = text, .last_check = {}, .counts = {}};
  bool was_valid = true;
  for (int round = 0;; ++round) {
    result.last_check = check(result.text);
    if (round == 0) was_valid = result.last_check.is_valid;
    if (round > 0 && was_valid && !result.last_check.parses) {
      result.outcome = FixOutcome::BrokeTheSyntax;
      result.text = std::move(text);
      return result;
    }
    std::optional<AppliedFixes> fixed =
        apply_fixes(result.text, result.last_check.diagnostics, required);
    if (!fixed) return result;
    if (round == kMostRounds) {
      result.outcome = FixOutcome::GaveUp;
      return result;
    }
    for (const auto& [rule, count] : fixed->counts) result.counts[rule] += count;
    if (revise) revise(*fixed);
    result.text = std::move(fixed->text);
  }
}

}  // namespace lint
