#include <string>

#include "lint/check/checker.h"
#include "lint/check/rule.h"

namespace lint::rules::E401_multiple_imports_on_one_line {

static constexpr std::string_view kMessage = "Multiple imports on one line";

static std::string import_of(const ast::Alias& alias) {
  std::string text = "import " + std::string(alias.name.text());
  if (alias.asname) text += " as " + std::string(alias.asname.text());
  return text;
}

static std::string joined(const ast::StmtImport& node, const std::string& separator) {
  std::string text;
  for (const ast::Alias* alias : node.names) {
    if (!text.empty()) text += separator;
    text += import_of(*alias);
  }
  return text;
}

static void check(Checker& c, const ast::StmtImport& node) {
  if (node.names.size() < 2) return;
  Diagnostic& finding = c.report(codes::E401, node.range, std::string(kMessage));
  finding.fix_title = "Split imports";
  if (c.lines().shares_line(node.range)) {
    finding.fix = Fix::safe({node.range, joined(node, "; ")});
    return;
  }
  const std::string indentation(c.lines().indentation_at(node.range.start).value_or(""));
  const std::string separator = std::string(c.lines().style().line_ending) + indentation;
  finding.fix = Fix::safe({{c.lines().line_start(node.range.start), node.range.end},
                           indentation + joined(node, separator)});
}

static constexpr Hook kHooks[] = {on<check>};
static constexpr std::string_view kMessages[] = {kMessage};

static constexpr RuleInfo kInfo[] = {{.code = codes::E401,
                                      .docs = R"(## What it does
Finds `import` statements that import several modules.

## Why is this bad?
With one module per line, imports can be sorted and searched, and a diff shows
which one came or went.

## Example
```python
import os, sys
```

Use instead:
```python
import os
import sys
```
)",
                                      .messages = kMessages,
                                      .hooks = kHooks}};

extern constinit const RuleFile rules{kInfo};

}  // namespace lint::rules::E401_multiple_imports_on_one_line
