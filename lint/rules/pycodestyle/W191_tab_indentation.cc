#include "lint/check/checker.h"
#include "lint/check/rule.h"
#include "lint/rules/pycodestyle/physical_lines.h"

namespace lint::rules::W191_tab_indentation {

static constexpr std::string_view kMessage = "Indentation contains tabs";

static void check(Checker& c, const TokenPass&) {
  pycodestyle::for_each_line_with_tab(c, [&](TextRange line) {
    const TextRange indentation = pycodestyle::indentation_of(c.text(), line);
    const std::string_view blanks = c.text(indentation);
    if (blanks.find('\t') == blanks.npos) return;
    if (indentation.end == c.text().size() || c.lines().is_in_multiline_string(indentation)) return;
    c.report(codes::W191, indentation, std::string(kMessage));
  });
}

static constexpr Hook kHooks[] = {on<check>};
static constexpr std::string_view kMessages[] = {kMessage};

static constexpr RuleInfo kInfo[] = {{.code = codes::W191,
                                      .docs = R"(## What it does
Finds lines that are indented by tabs, but for those in strings of several lines.

## Why is this bad?
The style guide of Python, [PEP 8], asks for spaces: they look the same in every
editor, and code that is copied from elsewhere fits.

Whoever formats with tabs (`format.indent-style = "tab"`) turns this rule off.

## Example
```python
if ready:
	start()
```

Use instead:
```python
if ready:
    start()
```

[PEP 8]: https://peps.python.org/pep-0008/#tabs-or-spaces
)",
                                      .messages = kMessages,
                                      .hooks = kHooks}};

extern constinit const RuleFile rules{kInfo};

}  // namespace lint::rules::W191_tab_indentation
