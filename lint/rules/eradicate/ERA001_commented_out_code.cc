#include "common/text/utf8.h"
#include "lint/check/checker.h"
#include "lint/check/rule.h"
#include "lint/parser/inline_script.h"
#include "lint/rules/eradicate/code_in_comment.h"

namespace lint::rules::ERA001_commented_out_code {

static constexpr std::string_view kMessage = "Found commented-out code";

static bool is_own_line(std::string_view line) {
  for (std::size_t at = 0; at < line.size();) {
    if (line[at] == '#') return true;
    if (!common::is_white_space(common::next_code_point(line, at))) return false;
  }
  return false;
}

static void report(Checker& c, TextRange comment) {
  Diagnostic& finding = c.report(codes::ERA001, comment, std::string(kMessage));
  finding.fix_title = "Remove commented-out code";
  finding.fix = Fix::display_only({c.lines().full_lines_range(comment), ""});
}

static void check(Checker& c, const TokenPass&) {
  std::uint32_t script_end = 0;
  for (const std::uint32_t index : c.parsed().comments()) {
    const TextRange comment = c.tokens()[index].range;
    if (comment.start < script_end) continue;
    const std::string_view line = c.text(c.lines().line_range(comment.start));
    if (line == parser::kInlineScriptStart) {
      script_end = parser::inline_script_end(c.text(), comment.start);
      if (script_end != 0) continue;
    }
    if (!is_own_line(line)) continue;
    if (eradicate::is_code_in_comment(line, c.settings().task_tags)) report(c, comment);
  }
}

static constexpr Hook kHooks[] = {on<check>};
static constexpr std::string_view kMessages[] = {kMessage};

static constexpr RuleInfo kInfo[] = {{.code = codes::ERA001,
                                      .docs = R"(## What it does
Finds comments that are Python code.

Comments behind code, those for tools, those that begin with one of
`lint.task-tags` and the metadata of scripts are left alone.

## Why is this bad?
Nobody runs, tests or renames in code that is commented out; sooner or later it is
wrong. The history of the repository keeps it better.

Whether a comment is code can only be guessed: `(see x)` is a call, too.

## Example
```python
# print(total)
```

Use instead:
```python
print(total)
```

## Options
- `lint.task-tags`
)",
                                      .messages = kMessages,
                                      .hooks = kHooks}};

extern constinit const RuleFile rules{kInfo};

}  // namespace lint::rules::ERA001_commented_out_code
