#include <string>

#include "lint/check/checker.h"
#include "lint/check/rule.h"
#include "lint/rules/pycodestyle/ambiguous_name.h"

namespace lint::rules::E743_ambiguous_function_name {

static void check(Checker& c, const ast::StmtFunctionDef& node) {
  if (!pycodestyle::is_ambiguous(node.name.text())) return;
  c.report(codes::E743, node.name.range,
           "Ambiguous function name: `" + std::string(node.name.text()) + "`");
}

static constexpr Hook kHooks[] = {on<check>};
static constexpr std::string_view kMessages[] = {"Ambiguous function name: `{name}`"};

static constexpr RuleInfo kInfo[] = {{.code = codes::E743,
                                      .docs = R"(## What it does
Finds function definitions with the names `l`, `O` and `I`.

## Why is this bad?
Many fonts draw these letters like `1`, `0` and each other.

## Example
```python
def l(text):
    return text.lower()
```

Use instead:
```python
def lowered(text):
    return text.lower()
```
)",
                                      .messages = kMessages,
                                      .hooks = kHooks}};

extern constinit const RuleFile rules{kInfo};

}  // namespace lint::rules::E743_ambiguous_function_name
