#include "lint/suppress/suppressions.h"

#include <algorithm>
#include <utility>

#include "common/text/line_index.h"
#include "common/text/lines.h"
#include "lint/registry/catalogue.h"
#include "lint/registry/redirects.h"

namespace lint {

namespace {

bool is_on_own_line(std::string_view text, TextRange comment) {
  const TextRange before{common::line_start(text, comment.start), comment.start};
  return std::ranges::all_of(before.of(text), common::is_blank);
}

// Most comments hold no directive: behind none of their hashes stands what noqa,
// ruff, klint or flake8 begin with, or the wide blanks that may precede them.
bool may_have_directive(std::string_view comment) {
  for (std::size_t at = 0; at != comment.npos; at = comment.find('#', at)) {
    do {
      ++at;
    } while (at < comment.size() && static_cast<unsigned char>(comment[at]) <= ' ');
    if (at >= comment.size()) return false;
    const char c = comment[at];
    if (static_cast<unsigned char>(c) >= 0x80 || std::string_view("nNrkf").contains(c)) return true;
  }
  return false;
}

// "F401" as a rule; in preview mode "unused-import", too.
std::optional<RuleId> find_rule(std::string_view code, bool is_preview) {
  if (const auto rule = find_rule_by_any_code(code)) return rule;
  return is_preview ? find_rule_by_name(code) : std::nullopt;
}

// A lone ignore is about where findings start, the others are about all of them.
bool applies(const RangeSuppression& suppression, SuppressionAction action, TextRange range,
             std::optional<std::uint32_t> parent) {
  if (action != SuppressionAction::Ignore) return suppression.range.contains(range);
  if (suppression.range.contains(range.start)) return true;
  if (range.empty() && suppression.range.end == range.start) return true;
  return parent && suppression.range.contains(*parent);
}

}  // namespace

bool includes(const NoqaDirective& directive, RuleId rule) {
  if (directive.is_blanket) return true;
  return std::ranges::any_of(directive.codes, [rule](const NoqaCode& code) {
    return find_rule_by_any_code(code.text) == rule;
  });
}

Suppressions::Suppressions(const SuppressionSource& source, const SuppressionOptions& options)
    : text_(source.text), tokens_(source.tokens), options_(options) {
  const auto comment = [&source](std::uint32_t index) { return source.tokens[index].range; };
  std::vector<std::uint32_t> directives;
  for (std::uint32_t index : source.comments) {
    if (may_have_directive(comment(index).of(source.text))) directives.push_back(index);
  }
  for (std::uint32_t index : directives) read_file_noqa(comment(index));
  for (std::uint32_t index : directives) read_line_noqa(comment(index));
  ranges_ = find_suppression_ranges(source.text, source.tokens, directives);
  for (const RangeSuppression& suppression : ranges_.suppressions) {
    range_rules_.push_back(find_rule(suppression.code, options.is_preview));
  }
}

void Suppressions::read_file_noqa(TextRange comment) {
  NoqaComment parsed = parse_file_noqa(text_, comment);
  if (parsed.error) {
    problems_.push_back({comment.start, "Invalid `# ruff: noqa` directive at ",
                         ": " + std::string(describe(*parsed.error))});
  }
  if (!parsed.directive) return;
  for (NoqaWarning warning : parsed.warnings) {
    problems_.push_back({comment.start, "Missing or joined rule code(s) at ",
                         ": " + std::string(describe(warning))});
  }
  if (!is_on_own_line(text_, comment)) {
    problems_.push_back({comment.start, "Unexpected `# ruff: noqa` directive at ",
                         ". File-level suppression comments must appear on their own line. For "
                         "line-level suppression, omit the `ruff:` prefix."});
    return;
  }
  FileNoqa noqa{.comment = comment, .directive = std::move(*parsed.directive), .rules = {}};
  for (const NoqaCode& code : noqa.directive.codes) {
    if (is_external(code.text)) continue;
    if (const auto rule = find_rule_by_any_code(code.text)) noqa.rules.push_back(*rule);
  }
  is_exempt_ = is_exempt_ || noqa.directive.is_blanket;
  for (RuleId rule : noqa.rules) exempted_.insert(rule);
  file_noqas_.push_back(std::move(noqa));
}

void Suppressions::read_line_noqa(TextRange comment) {
  NoqaComment parsed = parse_line_noqa(text_, comment);
  if (parsed.error) {
    problems_.push_back({comment.start, "Invalid `# noqa` directive on ",
                         ": " + std::string(describe(*parsed.error))});
  }
  if (!parsed.directive) return;
  for (NoqaWarning warning : parsed.warnings) {
    problems_.push_back({comment.start, "Missing or joined rule code(s) at ",
                         ": " + std::string(describe(warning))});
  }
  const TextRange line{common::line_start(text_, comment.start),
                       common::line_end(text_, comment.start)};
  line_noqas_.push_back({line, std::move(*parsed.directive)});
}

bool Suppressions::covers(RuleId rule, std::uint32_t offset) const {
  if (line_noqas_.empty()) return false;
  const LineNoqa* const noqa = noqa_on_line(noqa_offset(offset));
  return noqa != nullptr && includes(noqa->directive, rule);
}

std::uint32_t Suppressions::noqa_offset(std::uint32_t offset) const {
  if (!noqa_lines_) noqa_lines_.emplace(text_, tokens_);
  return noqa_lines_->resolve(offset);
}

bool Suppressions::empty() const {
  return file_noqas_.empty() && line_noqas_.empty() && ranges_.suppressions.empty() &&
         ranges_.misplaced.empty() && ranges_.errors.empty();
}

const LineNoqa* Suppressions::noqa_on_line(std::uint32_t offset) const {
  const auto next = std::ranges::upper_bound(line_noqas_, offset, {},
                                             [](const LineNoqa& noqa) { return noqa.line.start; });
  if (next == line_noqas_.begin()) return nullptr;
  const LineNoqa& noqa = *(next - 1);
  const bool is_end = offset == noqa.line.end && offset == text_.size();
  return noqa.line.contains(offset) || is_end ? &noqa : nullptr;
}

std::optional<std::uint32_t> Suppressions::find_range(RuleId rule, TextRange range,
                                                      std::optional<std::uint32_t> parent) const {
  for (std::uint32_t i = 0; i < ranges_.suppressions.size(); ++i) {
    if (range_rules_[i] != rule) continue;
    const RangeSuppression& suppression = ranges_.suppressions[i];
    const SuppressionAction action = ranges_.comments[suppression.comment].action;
    if (applies(suppression, action, range, parent)) return i;
  }
  return std::nullopt;
}

const SuppressionComment* Suppressions::find_ignore(TextRange range,
                                                    std::optional<std::uint32_t> parent) const {
  for (const RangeSuppression& suppression : ranges_.suppressions) {
    const SuppressionComment& comment = ranges_.comments[suppression.comment];
    if (comment.action != SuppressionAction::Ignore) continue;
    if (applies(suppression, comment.action, range, parent)) return &comment;
  }
  return nullptr;
}

std::optional<RuleId> Suppressions::rule_of(const RangeSuppression& suppression) const {
  return range_rules_[static_cast<std::size_t>(&suppression - ranges_.suppressions.data())];
}

bool Suppressions::is_external(std::string_view code) const {
  return std::ranges::any_of(options_.external, [code](const std::string& beginning) {
    return code.starts_with(beginning);
  });
}

std::vector<CommentWarning> Suppressions::warnings() const {
  std::vector<CommentWarning> out;
  if (problems_.empty()) return out;
  const common::LineIndex lines(text_);
  for (const Problem& problem : problems_) {
    out.push_back({problem.before, lines.line_of(problem.offset) + 1, problem.after});
  }
  return out;
}

std::string CommentWarning::text(std::string_view path) const {
  return std::string(before) + std::string(path) + ":" + std::to_string(line) + after;
}

}  // namespace lint
