#include "lint/check/checker.h"
#include "lint/check/rule.h"

namespace lint::rules::S102_exec_builtin {

static constexpr std::string_view kFunctions[] = {"builtins.exec"};
static constexpr std::string_view kMessages[] = {"Use of `exec` detected"};

static void check(Checker& c, const NamedCall& named) {
  c.report(codes::S102, named.call.func->range, std::string(kMessages[0]));
}

static constexpr Hook kHooks[] = {on_call<check>(kFunctions)};

static constexpr RuleInfo kInfo[] = {{.code = codes::S102,
                                      .docs = R"(## What it does
Finds calls of the builtin `exec`.

## Why is this bad?
It runs whatever text it is given: if any of it comes from outside, so does the
program that runs. A function, a table of functions or `ast.literal_eval` say what
can happen.

## Example
```python
exec("total = " + expression)
```

Use instead:
```python
total = ast.literal_eval(expression)
```
)",
                                      .messages = kMessages,
                                      .hooks = kHooks}};

extern constinit const RuleFile rules{kInfo};

}  // namespace lint::rules::S102_exec_builtin
