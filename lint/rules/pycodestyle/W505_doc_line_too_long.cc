#include <algorithm>
#include <string>
#include <vector>

#include "lint/ast/statements.h"
#include "lint/check/checker.h"
#include "lint/check/rule.h"
#include "lint/rules/pycodestyle/overlong_line.h"

namespace lint::rules::W505_doc_line_too_long {

// Where lines of string statements start.
struct StringLines {
  std::vector<std::uint32_t> starts;
};

static void note_string(Checker& c, const ast::StmtExpr& node) {
  if (!c.settings().pycodestyle.max_doc_length || !ast::is_docstring_stmt(node)) return;
  std::vector<std::uint32_t>& starts = c.state<StringLines>().starts;
  const TextRange range = node.value->range;
  for (std::uint32_t at = range.start; at < range.end; at = c.lines().full_line_end(at)) {
    starts.push_back(at);
  }
}

// Comments with nothing but layout in front of them in their line.
static void add_comment_lines(const Checker& c, std::vector<std::uint32_t>& starts) {
  bool is_at_line_start = true;
  for (const parser::Token& token : c.tokens()) {
    switch (token.kind) {
      case parser::TokenKind::Comment:
        if (is_at_line_start) starts.push_back(token.range.start);
        is_at_line_start = true;
        break;
      case parser::TokenKind::Newline:
      case parser::TokenKind::NonLogicalNewline:
        is_at_line_start = true;
        break;
      case parser::TokenKind::Indent:
      case parser::TokenKind::Dedent:
        break;
      default:
        is_at_line_start = false;
    }
  }
}

static void check(Checker& c, const LinePass&) {
  const std::optional<std::uint16_t> limit = c.settings().pycodestyle.max_doc_length;
  if (!limit) return;
  std::vector<std::uint32_t> starts = c.state<StringLines>().starts;
  add_comment_lines(c, starts);
  std::ranges::sort(starts);
  starts.erase(std::ranges::unique(starts).begin(), starts.end());
  for (const std::uint32_t start : starts) {
    TextRange line = c.lines().line_range(start);
    const auto overlong = pycodestyle::find_overlong(c, line, *limit);
    if (!overlong) continue;
    c.report(codes::W505, overlong->range,
             "Doc line too long (" + std::to_string(overlong->width) + " > " +
                 std::to_string(*limit) + ")");
  }
}

static constexpr Hook kHooks[] = {on<note_string>, on<check>};
static constexpr std::string_view kMessages[] = {"Doc line too long ({width} > {limit})"};

static constexpr RuleInfo kInfo[] = {{.code = codes::W505,
                                      .docs = R"(## What it does
Finds lines of documentation, that is docstrings, other strings that stand alone,
and comments on lines of their own, that take more columns than
`lint.pycodestyle.max-doc-length` allows.

## Why is this bad?
Prose is easier to read in short lines than code is, so it may have a limit of
its own. Without the option the rule finds nothing.

The same lines are left alone as by E501: lines without blanks, lines that end
with a URL, comments for tools and licence identifiers.

## Example
```python
def area(r):
    """Compute the area of the circle with the given radius, which must not be negative, in units of it."""
```

Use instead:
```python
def area(r):
    """Compute the area of the circle with the given radius.

    The radius must not be negative.
    """
```

## Options
- `lint.pycodestyle.max-doc-length`: the limit.
- `indent-width`
- `lint.task-tags`
- `lint.pycodestyle.ignore-overlong-task-comments`
)",
                                      .messages = kMessages,
                                      .hooks = kHooks,
                                      .example_not_run = "needs max-doc-length"}};

extern constinit const RuleFile rules{kInfo};

}  // namespace lint::rules::W505_doc_line_too_long
