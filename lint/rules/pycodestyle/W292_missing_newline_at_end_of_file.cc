#include "common/text/lines.h"
#include "lint/check/checker.h"
#include "lint/check/rule.h"

namespace lint::rules::W292_missing_newline_at_end_of_file {

static constexpr std::string_view kMessage = "No newline at end of file";

static void check(Checker& c, const LinePass&) {
  const std::string_view text = c.text();
  if (text.empty() || text == common::kByteOrderMark) return;
  if (text.ends_with('\n') || text.ends_with('\r')) return;
  const auto end = static_cast<std::uint32_t>(text.size());
  Diagnostic& finding = c.report(codes::W292, {end, end}, std::string(kMessage));
  finding.fix_title = "Add trailing newline";
  finding.fix = Fix::safe({{end, end}, std::string(c.lines().style().line_ending)});
}

static constexpr Hook kHooks[] = {on<check>};
static constexpr std::string_view kMessages[] = {kMessage};

static constexpr RuleInfo kInfo[] = {
    {.code = codes::W292,
     .docs = R"(## What it does
Finds files whose last line does not end with a line end.

## Why is this bad?
By the definition of POSIX every line ends with one; tools that join or append to
files rely on it, and diffs show the missing one.

## Example
```python
answer = 42
```

Use instead:
```python
answer = 42

```
)",
     .messages = kMessages,
     .hooks = kHooks,
     .example_not_run = "blocks of Markdown always end with a line end"}};

extern constinit const RuleFile rules{kInfo};

}  // namespace lint::rules::W292_missing_newline_at_end_of_file
