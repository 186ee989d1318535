#include <string>

#include "lint/check/checker.h"
#include "lint/check/rule.h"

namespace lint::rules::F402_import_shadowed_by_loop_var {

using semantic::Binding;
using semantic::BindingKind;

static void check(Checker& c, const semantic::Scope& scope) {
  const semantic::Semantic& semantic = c.semantic();
  for (const semantic::Scope::Entry& entry : scope.bindings()) {
    for (const auto& shadowing : semantic.shadowed_bindings(entry.binding)) {
      const Binding& loop = semantic.binding(shadowing.binding);
      const Binding& import = semantic.binding(shadowing.shadowed);
      if (loop.kind != BindingKind::LoopVar) continue;
      if (!import.is_import() && import.kind != BindingKind::FutureImport) continue;
      if (!semantic.same_branch(*import.source, *loop.source)) continue;
      c.report(codes::F402, loop.range,
               "Import `" + std::string(entry.name.text()) + "` from " +
                   c.place_of(import.range.start) + " shadowed by loop variable");
    }
  }
}

static constexpr Hook kHooks[] = {on<check>};
static constexpr std::string_view kMessages[] = {
    "Import `{name}` from {place} shadowed by loop variable"};

static constexpr RuleInfo kInfo[] = {{.code = codes::F402,
                                      .docs = R"(## What it does
Finds loop variables that have the name of an import.

## Why is this bad?
From the loop on the name no longer means the module, nor behind the loop.

## Example
```python
from os import path

for path in files:
    print(path)
```

Use instead:
```python
from os import path

for file in files:
    print(file)
```
)",
                                      .messages = kMessages,
                                      .hooks = kHooks}};

extern constinit const RuleFile rules{kInfo};

}  // namespace lint::rules::F402_import_shadowed_by_loop_var
