#include <string>

#include "lint/check/checker.h"
#include "lint/check/rule.h"

namespace lint::rules::F842_unused_annotation {

static void check(Checker& c, const semantic::Scope& scope) {
  if (!scope.is_function() && scope.kind != semantic::ScopeKind::Lambda) return;
  for (const semantic::Scope::Entry& entry : scope.bindings()) {
    const semantic::Binding& binding = c.semantic().binding(entry.binding);
    if (binding.kind != semantic::BindingKind::Annotation || binding.is_used()) continue;
    if (c.settings().dummy_variable_rgx.matches(entry.name.text())) continue;
    c.report(codes::F842, binding.range,
             "Local variable `" + std::string(entry.name.text()) + "` is annotated but never used");
  }
}

static constexpr Hook kHooks[] = {on<check>};
static constexpr std::string_view kMessages[] = {
    "Local variable `{name}` is annotated but never used"};

static constexpr RuleInfo kInfo[] = {{.code = codes::F842,
                                      .docs = R"(## What it does
Finds variables of functions that have an annotation, but no value and no use.

## Why is this bad?
The line does nothing. It may be left over, or the value was forgotten.

## Example
```python
def load():
    size: int
    return read()
```

Use instead:
```python
def load():
    return read()
```

## Options
- `lint.dummy-variable-rgx`: names that need no use.
)",
                                      .messages = kMessages,
                                      .hooks = kHooks}};

extern constinit const RuleFile rules{kInfo};

}  // namespace lint::rules::F842_unused_annotation
