#include <string>

#include "lint/check/checker.h"
#include "lint/check/rule.h"

namespace lint::rules::F822_undefined_export {

static void check(Checker& c, const semantic::Scope& scope) {
  // F405 reports what a star import may bring; a package may list its modules.
  if (!scope.is_module() || scope.uses_star_imports()) return;
  if (c.file().is_init && !c.is_stub() && !c.is_preview()) return;
  const semantic::Semantic& semantic = c.semantic();
  for (const semantic::BindingId id : semantic.all_bindings(scope, "__all__")) {
    const semantic::Binding& binding = semantic.binding(id);
    if (binding.kind != semantic::BindingKind::Export) continue;
    for (const semantic::ExportedName& exported : *binding.exported) {
      if (semantic.is_global(exported.name)) continue;
      c.report(codes::F822, exported.range,
               "Undefined name `" + std::string(exported.name) + "` in `__all__`")
          .parent = binding.range.start;
    }
  }
}

static constexpr Hook kHooks[] = {on<check>};
static constexpr std::string_view kMessages[] = {"Undefined name `{name}` in `__all__`"};

static constexpr RuleInfo kInfo[] = {{.code = codes::F822,
                                      .docs = R"(## What it does
Finds names in `__all__` that the module does not define.

## Why is this bad?
`__all__` lists what `from module import *` brings. A name that does not exist makes
that import fail with `AttributeError`.

In an `__init__.py` the rule is silent unless preview is on: there `__all__` may name
modules of the package.

## Example
```python
__all__ = ["parse", "pares_all"]


def parse(): ...
def parse_all(): ...
```

Use instead:
```python
__all__ = ["parse", "parse_all"]


def parse(): ...
def parse_all(): ...
```
)",
                                      .messages = kMessages,
                                      .hooks = kHooks}};

extern constinit const RuleFile rules{kInfo};

}  // namespace lint::rules::F822_undefined_export
