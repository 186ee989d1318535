// What findings the comments of a file were good for.
#pragma once

#include <vector>

#include "lint/diag/diagnostic.h"
#include "lint/suppress/apply.h"
#include "lint/suppress/suppressions.h"

namespace lint {

struct CommentUse {
  std::vector<std::vector<RuleId>> by_line;  // Of Suppressions::line_noqas().
  std::vector<bool> ranges;                  // Of Suppressions::ranges().suppressions.
};

// What the rules about comments look at and where they report.
struct CommentCheck {
  const Suppressions& suppressions;
  const SuppressionPlan& plan;
  CommentUse& use;
  std::vector<Diagnostic>& findings;

  bool is_enabled(RuleId rule) const { return plan.enabled.contains(rule); }
  Diagnostic& report(RuleId rule, TextRange range, std::string message) const {
    return findings.emplace_back(
        Diagnostic{.rule = rule, .range = range, .message = std::move(message)});
  }
};

// RUF101 and RUF106 about the codes of comments other than noqa.  They are
// reported before suppressions are applied, so they can be suppressed.
void check_codes_in_ranges(const CommentCheck& check);
// RUF100 and RUF105 about noqa comments.
void check_unused_noqa(const CommentCheck& check);
// RUF100, RUF102, RUF103 and RUF104 about the other comments.
void check_ranges(const CommentCheck& check);
// RUF101, PGH004, RUF102 about noqa comments.
void check_noqa_codes(const CommentCheck& check);

// The message of RUF100.
struct UnusedCodes {
  std::vector<std::string_view> unmatched;
  std::vector<std::string_view> disabled;
  std::vector<std::string_view> duplicated;
  bool empty() const { return unmatched.empty() && disabled.empty() && duplicated.empty(); }
};
std::string unused_message(std::string_view kind, const UnusedCodes& codes);
// "a, b"
std::string joined(const std::vector<std::string_view>& codes);

}  // namespace lint
