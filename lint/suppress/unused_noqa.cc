// noqa comments that suppress nothing (RUF100), or that could be written
// otherwise (RUF105).
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

constexpr std::string_view kNoqaKind = "`noqa` directive";

bool is_among(const std::vector<std::string_view>& list, std::string_view text) {
  return std::ranges::find(list, text) != list.end();
}

// One directive, for a line or for the file.
struct Directive {
  const NoqaDirective& noqa;
  const std::vector<RuleId>& matches;  // What it suppressed; of the file: what it names.
  bool is_file_level;
};

// Its codes by what they are good for.
struct SortedCodes {
  UnusedCodes unused;
  std::vector<std::string_view> valid;
  bool names_unused_noqa = false;    // RUF100 is among them: leave it alone.
  bool names_noqa_comments = false;  // RUF105, if enabled.
};

class Sorter {
 public:
  Sorter(const CommentCheck& check, const Directive& directive)
      : check_(check), directive_(directive) {}

  SortedCodes sort() {
    std::vector<std::string_view> seen;
    for (const NoqaCode& code : directive_.noqa.codes) {
      if (is_among(seen, code.text)) {
        sorted_.unused.duplicated.push_back(code.text);
      } else {
        seen.push_back(code.text);
        sort(code.text, follow_redirect(code.text));
      }
    }
    return std::move(sorted_);
  }

 private:
  void sort(std::string_view original, std::string_view code) {
    const std::optional<RuleId> rule = find_rule_by_code(code);
    if (rule == codes::RUF100) {
      sorted_.names_unused_noqa = true;
      auto& list = check_.is_enabled(*rule) ? sorted_.valid : sorted_.unused.disabled;
      list.push_back(original);
    } else if (rule == codes::RUF105 && check_.is_enabled(*rule)) {
      sorted_.names_noqa_comments = true;
      sorted_.valid.push_back(original);
    } else if ((rule && is_used(*rule)) || check_.suppressions.is_external(code)) {
      sorted_.valid.push_back(original);
    } else if (rule) {
      auto& list = check_.is_enabled(*rule) ? sorted_.unused.unmatched : sorted_.unused.disabled;
      list.push_back(original);
    }
  }

  bool is_used(RuleId rule) const {
    if (!directive_.is_file_level) {
      return std::ranges::find(directive_.matches, rule) != directive_.matches.end();
    }
    return std::ranges::find(check_.findings, rule, &Diagnostic::rule) != check_.findings.end();
  }

  const CommentCheck& check_;
  const Directive& directive_;
  SortedCodes sorted_;
};

std::string_view directive_start(std::string_view written, bool is_file_level) {
  if (!is_file_level) return "# noqa: ";
  if (written.find("flake8") != std::string_view::npos) return "# flake8: noqa: ";
  if (written.find("klint") != std::string_view::npos) return "# klint: noqa: ";
  return "# ruff: noqa: ";
}

void report_unused(const CommentCheck& check, const Directive& directive, std::string message,
                   const std::vector<std::string_view>& valid) {
  const std::string_view text = check.suppressions.text();
  const TextRange range = directive.noqa.range;
  Edit edit = delete_comment(text, range);
  if (!valid.empty()) {
    const std::string_view start = directive_start(range.of(text), directive.is_file_level);
    edit = {.range = range, .content = std::string(start) + joined(valid)};
  }
  Diagnostic& finding = check.report(codes::RUF100, range, std::move(message));
  finding.fix_title = "Remove unused " + std::string(kNoqaKind);
  finding.fix = Fix::safe(std::move(edit));
}

// What the directive stands for, as "ruff: ignore" lists it.
std::string codes_for_ignore(const Directive& directive) {
  std::vector<std::string_view> codes;
  for (const NoqaCode& code : directive.noqa.codes) codes.push_back(code.text);
  if (directive.noqa.is_blanket) {
    for (RuleId rule : directive.matches) codes.push_back(code_or_name(rule));
    std::ranges::sort(codes);
    codes.erase(std::unique(codes.begin(), codes.end()), codes.end());
  }
  return joined(codes);
}

// RUF105.  `has_unused_codes`: a rewritten comment would suppress something else.
void report_noqa_comment(const CommentCheck& check, const Directive& directive,
                         bool has_unused_codes) {
  const Suppressions& suppressions = check.suppressions;
  const TextRange range = directive.noqa.range;
  const bool is_flake8 = range.of(suppressions.text()).find("flake8") != std::string_view::npos;
  if (directive.is_file_level && is_flake8) return;
  const auto external = std::ranges::count_if(directive.noqa.codes, [&](const NoqaCode& code) {
    return suppressions.is_external(code.text);
  });
  if (external != 0 && static_cast<std::size_t>(external) == directive.noqa.codes.size()) return;
  if (const auto suppression = suppressions.find_range(codes::RUF105, range, std::nullopt)) {
    check.use.ranges[*suppression] = true;
    return;
  }
  const std::string action = directive.is_file_level ? "file-ignore" : "ignore";
  Diagnostic& finding = check.report(
      codes::RUF105, range,
      directive.is_file_level ? "`ruff: noqa` comment used instead of `ruff: file-ignore`"
                              : "`noqa` comment used instead of `ruff: ignore`");
  finding.fix_title = "Use `ruff: " + action + "` instead";
  if (external != 0 || has_unused_codes) return;
  finding.fix = Fix::safe(
      {.range = range, .content = "# ruff: " + action + "[" + codes_for_ignore(directive) + "]"});
}

}  // namespace

void check_unused_noqa(const CommentCheck& check) {
  const Suppressions& suppressions = check.suppressions;
  const bool finds_unused = check.is_enabled(codes::RUF100) && check.plan.is_valid_syntax &&
                            !suppressions.exempts(codes::RUF100);
  const bool finds_noqa =
      check.is_enabled(codes::RUF105) && !suppressions.exempts_by_code(codes::RUF105);
  if (!finds_unused && !finds_noqa) return;
  const auto look_at = [&](const Directive& directive) {
    if (directive.noqa.is_blanket) {
      if (finds_unused && directive.matches.empty()) {
        report_unused(check, directive, "Unused blanket " + std::string(kNoqaKind), {});
      } else if (finds_noqa) {
        report_noqa_comment(check, directive, directive.matches.empty());
      }
      return;
    }
    const SortedCodes sorted = Sorter(check, directive).sort();
    const bool has_unused = !sorted.unused.empty();
    if (finds_unused && !sorted.names_unused_noqa && has_unused) {
      report_unused(check, directive, unused_message(kNoqaKind, sorted.unused), sorted.valid);
    } else if (finds_noqa && !sorted.names_noqa_comments) {
      report_noqa_comment(check, directive, has_unused);
    }
  };
  for (std::size_t i = 0; i < suppressions.line_noqas().size(); ++i) {
    look_at({suppressions.line_noqas()[i].directive, check.use.by_line[i], false});
  }
  for (const FileNoqa& noqa : suppressions.file_noqas()) {
    look_at({noqa.directive, noqa.rules, true});
  }
}

std::string joined(const std::vector<std::string_view>& codes) {
  std::string out;
  for (std::string_view code : codes) {
    if (!out.empty()) out += ", ";
    out += code;
  }
  return out;
}

std::string unused_message(std::string_view kind, const UnusedCodes& codes) {
  std::string reasons;
  const auto add = [&reasons](std::string_view reason, const std::vector<std::string_view>& list) {
    if (list.empty()) return;
    if (!reasons.empty()) reasons += "; ";
    reasons.append(reason).append(": ");
    for (std::size_t i = 0; i < list.size(); ++i) {
      reasons.append(i == 0 ? "`" : ", `").append(list[i]).append("`");
    }
  };
  add("unused", codes.unmatched);
  add("non-enabled", codes.disabled);
  add("duplicated", codes.duplicated);
  return "Unused " + std::string(kind) + (reasons.empty() ? "" : " (" + reasons + ")");
}

}  // namespace lint
