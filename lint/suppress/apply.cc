#include "lint/suppress/apply.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "lint/registry/catalogue.h"
#include "lint/registry/codes.h"
#include "lint/suppress/comment_use.h"

namespace lint {

namespace {

// Notes the comment that suppresses the finding; false if there is none.
bool suppress(const Suppressions& suppressions, const Diagnostic& finding, CommentUse& use) {
  const bool is_rule = finding.rule.index < catalogue().size();
  if (!is_rule || finding.rule == codes::PGH004) return false;
  if (suppressions.exempts(finding.rule)) return true;
  if (const auto range = suppressions.find_range(finding.rule, finding.range, finding.parent)) {
    use.ranges[*range] = true;
    return true;
  }
  const auto on_line_of = [&](std::uint32_t offset) {
    const LineNoqa* const noqa = suppressions.noqa_on_line(suppressions.noqa_offset(offset));
    if (noqa == nullptr || !includes(noqa->directive, finding.rule)) return false;
    use.by_line[static_cast<std::size_t>(noqa - suppressions.line_noqas().data())].push_back(
        finding.rule);
    return true;
  };
  return (finding.parent && on_line_of(*finding.parent)) || on_line_of(finding.range.start);
}

// Rules that are about comments and nothing else.  Without any of them comments
// that suppress nothing are not looked at.
constexpr RuleId kCommentRules[] = {codes::PGH004, codes::RUF100, codes::RUF101, codes::RUF105,
                                    codes::RUF106};

void drop_and_report(const Suppressions& suppressions, const SuppressionPlan& plan,
                     std::vector<Diagnostic>& findings) {
  CommentUse use;
  use.by_line.resize(suppressions.line_noqas().size());
  use.ranges.resize(suppressions.ranges().suppressions.size());
  const CommentCheck check{suppressions, plan, use, findings};
  check_codes_in_ranges(check);
  std::vector<std::size_t> dropped;
  for (std::size_t i = 0; i < findings.size(); ++i) {
    if (suppress(suppressions, findings[i], use)) dropped.push_back(i);
  }
  check_unused_noqa(check);
  check_ranges(check);
  check_noqa_codes(check);
  if (plan.keeps_all) return;
  for (std::size_t i = dropped.size(); i-- > 0;) {
    const std::size_t index = dropped[i];
    if (index + 1 < findings.size()) findings[index] = std::move(findings.back());
    findings.pop_back();
  }
}

}  // namespace

bool looks_at_comments(const SuppressionPlan& plan) {
  return !plan.keeps_all || std::ranges::any_of(kCommentRules, [&plan](RuleId rule) {
    return plan.enabled.contains(rule);
  });
}

void apply_suppressions(const Suppressions& suppressions, const SuppressionPlan& plan,
                        std::vector<Diagnostic>& findings) {
  if (looks_at_comments(plan) && !suppressions.empty())
    drop_and_report(suppressions, plan, findings);
  for (Diagnostic& finding : findings) {
    finding.noqa_offset = suppressions.noqa_offset(finding.range.start);
  }
}

}  // namespace lint
