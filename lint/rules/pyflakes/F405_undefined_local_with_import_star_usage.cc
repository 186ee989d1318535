#include <string>

#include "lint/check/checker.h"
#include "lint/check/rule.h"

namespace lint::rules::F405_undefined_local_with_import_star_usage {

static Diagnostic& report(Checker& c, TextRange range, std::string_view name) {
  return c.report(codes::F405, range,
                  "`" + std::string(name) + "` may be undefined, or defined from star imports");
}

static void check(Checker& c, const semantic::UnresolvedReference& reference) {
  if (reference.may_come_from_star_import) report(c, reference.range, reference.name);
}

// Names in __all__.
static void check_exports(Checker& c, const semantic::Scope& scope) {
  if (!scope.is_module() || !scope.uses_star_imports()) return;
  const semantic::Semantic& semantic = c.semantic();
  for (const semantic::BindingId id : semantic.all_bindings(scope, "__all__")) {
    const semantic::Binding& binding = semantic.binding(id);
    if (binding.kind != semantic::BindingKind::Export) continue;
    for (const semantic::ExportedName& exported : *binding.exported) {
      if (semantic.is_global(exported.name)) continue;
      report(c, exported.range, exported.name).parent = binding.range.start;
    }
  }
}

static constexpr Hook kHooks[] = {on<check>, on<check_exports>};
static constexpr std::string_view kMessages[] = {
    "`{name}` may be undefined, or defined from star imports"};

static constexpr RuleInfo kInfo[] = {{.code = codes::F405,
                                      .docs = R"(## What it does
Finds names that nothing in the file defines but that a `from module import *` may
have brought.

## Why is this bad?
Only running the program tells whether the name exists. If it is misspelled, nothing
finds it before.

## Example
```python
from math import *


def area(radius):
    return pi * radius**2
```

Use instead:
```python
from math import pi


def area(radius):
    return pi * radius**2
```
)",
                                      .messages = kMessages,
                                      .hooks = kHooks}};

extern constinit const RuleFile rules{kInfo};

}  // namespace lint::rules::F405_undefined_local_with_import_star_usage
