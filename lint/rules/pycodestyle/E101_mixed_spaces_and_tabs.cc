#include "lint/check/checker.h"
#include "lint/check/rule.h"
#include "lint/rules/pycodestyle/physical_lines.h"

namespace lint::rules::E101_mixed_spaces_and_tabs {

static constexpr std::string_view kMessage = "Indentation contains mixed spaces and tabs";

static void check(Checker& c, const LinePass&) {
  pycodestyle::for_each_line_with_tab(c, [&](TextRange line) {
    const TextRange indentation = pycodestyle::indentation_of(c.text(), line);
    const std::string_view blanks = c.text(indentation);
    if (blanks.find(' ') == blanks.npos || blanks.find('\t') == blanks.npos) return;
    c.report(codes::E101, indentation, std::string(kMessage));
  });
}

static constexpr Hook kHooks[] = {on<check>};
static constexpr std::string_view kMessages[] = {kMessage};

static constexpr RuleInfo kInfo[] = {{.code = codes::E101,
                                      .docs = R"(## What it does
Finds lines that are indented by spaces and tabs together.

## Why is this bad?
How wide a tab is differs between editors, so only the author sees the structure
that was meant. Python refuses indentation that depends on the width of tabs.

## Example
```python
if ready:
    start()
    if verbose:
    	report()
```

Use instead:
```python
if ready:
    start()
    if verbose:
        report()
```
)",
                                      .messages = kMessages,
                                      .hooks = kHooks}};

extern constinit const RuleFile rules{kInfo};

}  // namespace lint::rules::E101_mixed_spaces_and_tabs
