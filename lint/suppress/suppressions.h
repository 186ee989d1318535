// Suppressions: what the comments of one file say about findings in it.
//
// A finding is looked for in this order: directives for the whole file, ranges
// (suppression_ranges.h), the noqa comment of its parent's line, that of its
// own.  apply.h does it for all findings of a file.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lint/diag/diagnostic.h"
#include "lint/parser/token.h"
#include "lint/registry/rule_set.h"
#include "lint/suppress/noqa_comment.h"
#include "lint/suppress/noqa_lines.h"
#include "lint/suppress/suppression_ranges.h"

namespace lint {

// "# noqa" behind a line.
struct LineNoqa {
  TextRange line;  // Without its line end.
  NoqaDirective directive;
};

// "# ruff: noqa" on a line of its own.
struct FileNoqa {
  TextRange comment;
  NoqaDirective directive;
  std::vector<RuleId> rules;  // What its codes mean, but for codes of others.
};

// The text and tokens of a file; all that is made of it points into them.
struct SuppressionSource {
  std::string_view text;
  std::span<const parser::Token> tokens;
  std::span<const std::uint32_t> comments;  // Indices into `tokens`.
};

struct SuppressionOptions {
  std::span<const std::string> external = {};  // Beginnings of codes that other linters have.
  bool is_preview = false;                     // Rule names count as codes.
};

// Something odd about a file, such as a malformed comment, as a sentence around its
// place: "Invalid `# noqa` directive on a.py:1: expected ...".
struct CommentWarning {
  std::string_view before;
  std::uint32_t line;  // 1-based
  std::string after;

  // `path` as it is to be shown.
  std::string text(std::string_view path) const;
};

// One thread uses it at a time.
class Suppressions {
 public:
  Suppressions(const SuppressionSource& source, const SuppressionOptions& options);

  // Is there a noqa comment for the rule where one for `offset` would be?
  bool covers(RuleId rule, std::uint32_t offset) const;
  // An offset on the line where a noqa comment for `offset` belongs.
  std::uint32_t noqa_offset(std::uint32_t offset) const;

  // No comment of the file says anything.
  bool empty() const;
  // The file-level directives stand for the rule: by code, or as a blanket.
  bool exempts(RuleId rule) const { return is_exempt_ || exempted_.contains(rule); }
  // ... by code.
  bool exempts_by_code(RuleId rule) const { return exempted_.contains(rule); }
  // The noqa comment on the line of `offset`; null if there is none.
  const LineNoqa* noqa_on_line(std::uint32_t offset) const;
  // The first range suppression for a finding, as an index into ranges(); none:
  // `range` is not suppressed.
  std::optional<std::uint32_t> find_range(RuleId rule, TextRange range,
                                          std::optional<std::uint32_t> parent) const;
  // The first ignore comment about a finding at `range`, whatever its codes; null
  // if there is none.
  const SuppressionComment* find_ignore(TextRange range, std::optional<std::uint32_t> parent) const;
  // What the code of a range suppression means; none: it is of another linter, or
  // of nobody.
  std::optional<RuleId> rule_of(const RangeSuppression& suppression) const;
  // Is the code one that another linter has?
  bool is_external(std::string_view code) const;

  std::string_view text() const { return text_; }
  bool is_preview() const { return options_.is_preview; }
  const std::vector<LineNoqa>& line_noqas() const { return line_noqas_; }
  const std::vector<FileNoqa>& file_noqas() const { return file_noqas_; }
  const SuppressionRanges& ranges() const { return ranges_; }

  // What to tell the user about malformed comments.
  std::vector<CommentWarning> warnings() const;

 private:
  struct Problem {
    std::uint32_t offset;
    std::string_view before;  // "Invalid `# noqa` directive on "
    std::string after;        // ": expected ..."
  };

  void read_file_noqa(TextRange comment);
  void read_line_noqa(TextRange comment);

  std::string_view text_;
  std::span<const parser::Token> tokens_;
  SuppressionOptions options_;
  mutable std::optional<NoqaLines> noqa_lines_;  // Made when first asked for.
  std::vector<FileNoqa> file_noqas_;
  std::vector<LineNoqa> line_noqas_;  // By line.
  SuppressionRanges ranges_;
  std::vector<std::optional<RuleId>> range_rules_;  // Of ranges_.suppressions.
  bool is_exempt_ = false;
  RuleSet exempted_;
  std::vector<Problem> problems_;
};

// Does the directive stand for the rule?
bool includes(const NoqaDirective& directive, RuleId rule);

}  // namespace lint
