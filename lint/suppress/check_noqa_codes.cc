// Findings about the codes of noqa comments: old ones (RUF101), missing ones
// (PGH004), ones that mean nothing (RUF102).
#include <algorithm>
#include <string>
#include <utility>

#include "common/text/lines.h"
#include "lint/registry/codes.h"
#include "lint/registry/redirects.h"
#include "lint/suppress/comment_cursor.h"
#include "lint/suppress/comment_use.h"
#include "lint/suppress/delete_comment.h"

namespace lint {

namespace {

void report_old_codes(const CommentCheck& check, const NoqaDirective& directive) {
  for (const NoqaCode& code : directive.codes) {
    const std::optional<Redirect> redirect = find_redirect(code.text);
    if (!redirect) continue;
    const std::string target(redirect->to);
    Diagnostic& finding =
        check.report(codes::RUF101, code.range,
                     "`" + std::string(code.text) + "` is a redirect to `" + target + "`");
    finding.fix_title = "Replace with `" + target + "`";
    finding.fix = Fix::safe({.range = code.range, .content = target});
  }
}

// "# noqa F401" without the colon, or a blanket that is meant.
void report_blanket(const CommentCheck& check, const LineNoqa& noqa) {
  const TextRange word = noqa.directive.range;
  CommentCursor cursor(check.suppressions.text(), {word.end, noqa.line.end});
  cursor.eat_whitespace();
  if (!starts_with_noqa_codes(cursor.rest())) {
    check.report(codes::PGH004, word, "Use specific rule codes when using `noqa`");
    return;
  }
  Diagnostic& finding = check.report(codes::PGH004, {word.start, cursor.offset()},
                                     "Use a colon when specifying `noqa` rule codes");
  finding.fix_title = "Add missing colon";
  finding.fix = Fix::unsafe({.range = {word.end, word.end}, .content = ":"});
}

void report_blankets(const CommentCheck& check) {
  for (const FileNoqa& noqa : check.suppressions.file_noqas()) {
    if (!noqa.directive.is_blanket) continue;
    check.report(codes::PGH004, noqa.comment, "Use specific rule codes when using `ruff: noqa`");
  }
  for (const LineNoqa& noqa : check.suppressions.line_noqas()) {
    if (noqa.directive.is_blanket) report_blanket(check, noqa);
  }
}

// Takes the code out of the directive, from the comma in front of it to the one
// behind it; of the first code the comma behind it goes, not the colon.
Edit remove_code(std::string_view text, const NoqaDirective& directive, const NoqaCode& code) {
  const TextRange before{directive.range.start, code.range.start};
  const TextRange after{code.range.end, directive.range.end};
  TextRange range = code.range;
  const std::size_t front = before.of(text).find_last_of(",:");
  const bool is_first = front != std::string_view::npos && before.of(text)[front] == ':';
  if (front != std::string_view::npos) {
    range.start = before.start + static_cast<std::uint32_t>(front) + (is_first ? 1 : 0);
  }
  const std::size_t comma = after.of(text).find(',');
  if (comma != std::string_view::npos) {
    range.end = after.start + static_cast<std::uint32_t>(comma) + (is_first ? 1 : 0);
  }
  return {.range = range, .content = {}};
}

void report_invalid(const CommentCheck& check, TextRange range, const std::string& list,
                    std::string fix_title, Edit edit) {
  Diagnostic& finding =
      check.report(codes::RUF102, range, "Invalid rule code in `# noqa`: " + list);
  finding.fix_title = std::move(fix_title);
  finding.fix = Fix::safe(std::move(edit));
  finding.notes.push_back(
      {.message = "Add non-Ruff rule codes to the `lint.external` configuration option"});
}

void report_invalid_codes(const CommentCheck& check, const NoqaDirective& directive) {
  const std::string_view text = check.suppressions.text();
  std::vector<NoqaCode> invalid;
  std::vector<std::string_view> names;
  for (const NoqaCode& code : directive.codes) {
    if (find_rule_by_any_code(code.text) || check.suppressions.is_external(code.text)) continue;
    invalid.push_back(code);
    names.push_back(code.text);
  }
  if (invalid.empty()) return;
  if (invalid.size() == directive.codes.size()) {
    report_invalid(check, directive.range, joined(names), "Remove the `# noqa` comment",
                   delete_comment(text, directive.range));
    return;
  }
  for (const NoqaCode& code : invalid) {
    report_invalid(check, code.range, std::string(code.text),
                   "Remove the rule code `" + std::string(code.text) + "`",
                   remove_code(text, directive, code));
  }
}

}  // namespace

void check_noqa_codes(const CommentCheck& check) {
  const Suppressions& suppressions = check.suppressions;
  if (check.is_enabled(codes::RUF101) && !suppressions.exempts(codes::RUF101)) {
    for (const LineNoqa& noqa : suppressions.line_noqas()) report_old_codes(check, noqa.directive);
    for (const FileNoqa& noqa : suppressions.file_noqas()) report_old_codes(check, noqa.directive);
  }
  if (check.is_enabled(codes::PGH004) && !suppressions.exempts_by_code(codes::PGH004)) {
    report_blankets(check);
  }
  if (check.is_enabled(codes::RUF102) && !suppressions.exempts_by_code(codes::RUF102)) {
    if (suppressions.is_preview()) {
      for (const FileNoqa& noqa : suppressions.file_noqas()) {
        report_invalid_codes(check, noqa.directive);
      }
    }
    for (const LineNoqa& noqa : suppressions.line_noqas()) {
      report_invalid_codes(check, noqa.directive);
    }
  }
}

}  // namespace lint
