// Findings about ignore, disable, enable and file-ignore comments: codes that
// suppress nothing (RUF100), mean nothing (RUF102) or could be names (RUF106),
// comments that are malformed (RUF103) or have no end (RUF104).
#include <algorithm>
#include <string>
#include <utility>

#include "lint/registry/catalogue.h"
#include "lint/registry/codes.h"
#include "lint/registry/redirects.h"
#include "lint/suppress/comment_use.h"
#include "lint/suppress/delete_comment.h"

namespace lint {

namespace {

using Codes = std::vector<std::string_view>;

bool contains(const Codes& list, std::string_view text) {
  return std::ranges::find(list, text) != list.end();
}

Codes codes_of(const SuppressionComment& comment, std::string_view text) {
  Codes codes;
  for (TextRange code : comment.codes) codes.push_back(code.of(text));
  return codes;
}

// How codes are taken out of a comment.
struct Removal {
  TextRange shown;  // What the finding points at.
  Edit edit;
};

// Takes out the code at `index`, with the comma next to it.
Edit remove_code(const SuppressionComment& comment, std::size_t index) {
  const std::vector<TextRange>& codes = comment.codes;
  const TextRange range = index + 1 < codes.size()
                              ? TextRange{codes[index].start, codes[index + 1].start}
                              : TextRange{codes[index - 1].end, codes[index].end};
  return {.range = range, .content = {}};
}

// Takes out all of `unwanted`; the whole comment if that leaves nothing.
Edit remove_codes(std::string_view text, const SuppressionComment& comment, const Codes& unwanted) {
  Codes remaining;
  for (TextRange range : comment.codes) {
    const std::string_view code = range.of(text);
    const bool is_repeated = !remaining.empty() && remaining.back() == code;
    if (!contains(unwanted, code) && !is_repeated) remaining.push_back(code);
  }
  if (remaining.empty()) return delete_comment(text, comment.range);
  return {.range = comment.codes.front().cover(comment.codes.back()), .content = joined(remaining)};
}

// `points_at_code`: a single code is shown rather than the comment.
Removal remove_from(std::string_view text, const SuppressionComment& comment, const Codes& unwanted,
                    bool points_at_code) {
  if (comment.codes.size() == 1) {
    return {points_at_code ? comment.codes[0] : comment.range, delete_comment(text, comment.range)};
  }
  if (unwanted.size() != 1) return {comment.range, remove_codes(text, comment, unwanted)};
  const auto is_unwanted = [&](TextRange code) { return code.of(text) == unwanted[0]; };
  const auto found = std::ranges::find_if(comment.codes, is_unwanted);
  const auto index = static_cast<std::size_t>(found - comment.codes.begin());
  return {points_at_code ? *found : comment.range, remove_code(comment, index)};
}

// Other comments around it could have been about this one.
Applicability safety_of(const SuppressionComment& comment, const Edit& edit) {
  const bool is_nested = comment.token != comment.range;
  return is_nested && edit.range.contains(comment.range) ? Applicability::Unsafe
                                                         : Applicability::Safe;
}

// Reports that `unwanted` should go from the comment and the one that ends it.
Diagnostic& report_removal(const CommentCheck& check, RuleId rule,
                           const RangeSuppression& suppression, const Codes& unwanted,
                           bool points_at_code, std::string message) {
  const std::string_view text = check.suppressions.text();
  const auto& comments = check.suppressions.ranges().comments;
  const SuppressionComment& first = comments[suppression.comment];
  Removal removal = remove_from(text, first, unwanted, points_at_code);
  Applicability safety = safety_of(first, removal.edit);
  Diagnostic& finding = check.report(rule, removal.shown, std::move(message));
  std::vector<Edit> edits = {std::move(removal.edit)};
  if (suppression.enable) {
    const SuppressionComment& second = comments[*suppression.enable];
    Removal other = remove_from(text, second, unwanted, points_at_code);
    safety = std::min(safety, safety_of(second, other.edit));
    finding.annotations.push_back({other.shown, ""});
    edits.push_back(std::move(other.edit));
  }
  finding.fix = Fix::of(safety, std::move(edits));
  return finding;
}

// What is wrong with the codes of one comment.
struct Complaints {
  const RangeSuppression* suppression = nullptr;  // Its first code.
  Codes invalid;
  UnusedCodes unused;
  bool has_name = false;  // A rule's name, which is no code outside of preview mode.

  bool empty() const { return invalid.empty() && unused.empty(); }
};

void report_invalid(const CommentCheck& check, const Complaints& complaints) {
  if (complaints.invalid.empty() || !check.is_enabled(codes::RUF102)) return;
  const std::string list = joined(complaints.invalid);
  Diagnostic& finding =
      report_removal(check, codes::RUF102, *complaints.suppression, complaints.invalid, true,
                     "Invalid rule code in suppression: " + list);
  const auto& comments = check.suppressions.ranges().comments;
  const std::size_t size = comments[complaints.suppression->comment].codes.size();
  finding.fix_title = size == complaints.invalid.size() ? "Remove the suppression comment"
                                                        : "Remove the rule code `" + list + "`";
  if (complaints.has_name) {
    finding.notes.push_back({.message = "Enable `lint.preview` to use rule names"});
  }
}

void report_unused(const CommentCheck& check, const Complaints& complaints) {
  if (complaints.unused.empty() || !check.is_enabled(codes::RUF100)) return;
  Codes unwanted = complaints.unused.disabled;
  unwanted.insert(unwanted.end(), complaints.unused.unmatched.begin(),
                  complaints.unused.unmatched.end());
  Diagnostic& finding = report_removal(check, codes::RUF100, *complaints.suppression, unwanted,
                                       false, unused_message("suppression", complaints.unused));
  finding.fix_title = "Remove unused suppression";
}

// Goes through all codes, comment by comment.
class RangeChecker {
 public:
  explicit RangeChecker(const CommentCheck& check) : check_(check) {}

  void check() {
    const std::vector<RangeSuppression>& all = check_.suppressions.ranges().suppressions;
    for (std::size_t i = 0; i < all.size(); ++i) {
      const bool is_of_next =
          !complaints_.empty() && all[i].comment != complaints_.suppression->comment;
      if (is_of_next) report();
      if (!is_valid(all[i])) {
        add_invalid(all[i]);
      } else if (!check_.use.ranges[i]) {
        add_unused(all[i]);
      } else {
        check_end(all[i]);
      }
    }
    report();
  }

 private:
  bool is_valid(const RangeSuppression& suppression) const {
    return check_.suppressions.rule_of(suppression) ||
           check_.suppressions.is_external(suppression.code);
  }

  Complaints& complaints_about(const RangeSuppression& suppression) {
    if (complaints_.empty()) complaints_.suppression = &suppression;
    return complaints_;
  }

  void add_invalid(const RangeSuppression& suppression) {
    Complaints& complaints = complaints_about(suppression);
    complaints.invalid.push_back(suppression.code);
    complaints.has_name = complaints.has_name || find_rule_by_name(suppression.code).has_value();
  }

  void add_unused(const RangeSuppression& suppression) {
    const std::optional<RuleId> rule = check_.suppressions.rule_of(suppression);
    if (!rule) return;  // Of another linter.
    UnusedCodes& unused = complaints_about(suppression).unused;
    if (!check_.is_enabled(*rule)) {
      unused.disabled.push_back(suppression.code);
    } else if (is_repeated(suppression)) {
      unused.duplicated.push_back(suppression.code);
    } else {
      unused.unmatched.push_back(suppression.code);
    }
  }

  bool is_repeated(const RangeSuppression& suppression) const {
    const Codes codes = codes_of(comment_of(suppression), check_.suppressions.text());
    return std::ranges::count(codes, suppression.code) > 1;
  }

  // A disable that was needed should say where it ends.
  void check_end(const RangeSuppression& suppression) {
    const SuppressionComment& comment = comment_of(suppression);
    const bool is_open = comment.action == SuppressionAction::Disable && !suppression.enable;
    if (!is_open || !check_.is_enabled(codes::RUF104)) return;
    if (open_comments_.empty() || open_comments_.back() != suppression.comment) {
      open_comments_.push_back(suppression.comment);
      check_.report(codes::RUF104, comment.range,
                    "Suppression comment without matching `#ruff:enable` comment");
    }
  }

  const SuppressionComment& comment_of(const RangeSuppression& suppression) const {
    return check_.suppressions.ranges().comments[suppression.comment];
  }

  void report() {
    report_invalid(check_, complaints_);
    report_unused(check_, complaints_);
    complaints_ = {};
  }

  const CommentCheck& check_;
  Complaints complaints_;
  std::vector<std::uint32_t> open_comments_;  // Reported, by place.
};

void report_malformed(const CommentCheck& check, TextRange range, std::string_view problem) {
  Diagnostic& finding =
      check.report(codes::RUF103, range, "Invalid suppression comment: " + std::string(problem));
  finding.fix_title = "Remove suppression comment";
  finding.fix = Fix::unsafe(delete_comment(check.suppressions.text(), range));
}

// One code of a comment, and of the enable that ends it.
struct WrittenCode {
  TextRange range;
  std::optional<TextRange> other;
  bool is_of_disable;
};

using Report = void (*)(const CommentCheck& check, const WrittenCode& code);

void for_each_written_code(const CommentCheck& check, Report report) {
  const SuppressionRanges& ranges = check.suppressions.ranges();
  std::vector<std::uint32_t> seen;
  for (const RangeSuppression& suppression : ranges.suppressions) {
    if (std::ranges::find(seen, suppression.comment) != seen.end()) continue;
    seen.push_back(suppression.comment);
    const SuppressionComment& first = ranges.comments[suppression.comment];
    for (std::size_t i = 0; i < first.codes.size(); ++i) {
      WrittenCode code{.range = first.codes[i],
                       .other = {},
                       .is_of_disable = first.action == SuppressionAction::Disable};
      if (suppression.enable) code.other = ranges.comments[*suppression.enable].codes[i];
      report(check, code);
    }
  }
}

void report_replacement(const CommentCheck& check, RuleId rule, const WrittenCode& code,
                        Applicability safety, std::string message, const std::string& content) {
  Diagnostic& finding = check.report(rule, code.range, std::move(message));
  std::vector<Edit> edits = {{.range = code.range, .content = content}};
  if (code.other) {
    finding.annotations.push_back({*code.other, ""});
    edits.push_back({.range = *code.other, .content = content});
  }
  finding.fix = Fix::of(safety, std::move(edits));
}

// RUF101.  Another spelling may pair a disable with another enable.
void report_old_code(const CommentCheck& check, const WrittenCode& code) {
  const std::string_view text = code.range.of(check.suppressions.text());
  const std::optional<Redirect> redirect = find_redirect(text);
  if (!redirect) return;
  const std::string target(redirect->to);
  report_replacement(check, codes::RUF101, code,
                     code.is_of_disable ? Applicability::Unsafe : Applicability::Safe,
                     "`" + std::string(text) + "` is a redirect to `" + target + "`", target);
  check.findings.back().fix_title = "Replace with `" + target + "`";
}

// RUF106.
void report_code(const CommentCheck& check, const WrittenCode& code) {
  const auto rule = find_rule_by_any_code(code.range.of(check.suppressions.text()));
  if (!rule) return;
  report_replacement(check, codes::RUF106, code, Applicability::Safe,
                     "Rule code used instead of name in suppression comment",
                     std::string(row_of(*rule).name));
  check.findings.back().fix_title = "Replace rule code with name";
}

}  // namespace

void check_ranges(const CommentCheck& check) {
  RangeChecker(check).check();
  if (!check.is_enabled(codes::RUF103)) return;
  const SuppressionRanges& ranges = check.suppressions.ranges();
  for (const InvalidComment& error : ranges.errors) {
    report_malformed(check, error.range, describe(error.error));
  }
  for (const MisplacedComment& misplaced : ranges.misplaced) {
    report_malformed(check, ranges.comments[misplaced.comment].range, describe(misplaced.kind));
  }
}

void check_codes_in_ranges(const CommentCheck& check) {
  if (check.suppressions.is_preview() && check.is_enabled(codes::RUF101)) {
    for_each_written_code(check, report_old_code);
  }
  if (check.is_enabled(codes::RUF106)) for_each_written_code(check, report_code);
}

}  // namespace lint
