#include <string>

#include "lint/check/checker.h"
#include "lint/check/rule.h"
#include "lint/rules/pycodestyle/ambiguous_name.h"

namespace lint::rules::E742_ambiguous_class_name {

static void check(Checker& c, const ast::StmtClassDef& node) {
  if (!pycodestyle::is_ambiguous(node.name.text())) return;
  c.report(codes::E742, node.name.range,
           "Ambiguous class name: `" + std::string(node.name.text()) + "`");
}

static constexpr Hook kHooks[] = {on<check>};
static constexpr std::string_view kMessages[] = {"Ambiguous class name: `{name}`"};

static constexpr RuleInfo kInfo[] = {{.code = codes::E742,
                                      .docs = R"(## What it does
Finds class definitions with the names `l`, `O` and `I`.

## Why is this bad?
Many fonts draw these letters like `1`, `0` and each other.

## Example
```python
class I:
    value = 0
```

Use instead:
```python
class Item:
    value = 0
```
)",
                                      .messages = kMessages,
                                      .hooks = kHooks}};

extern constinit const RuleFile rules{kInfo};

}  // namespace lint::rules::E742_ambiguous_class_name
