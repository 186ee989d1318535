#include <string>

#include "lint/check/checker.h"
#include "lint/check/rule.h"

namespace lint::rules::F823_undefined_local {

// The first use, in the scope itself, of what a name of the scope shadows.
static const semantic::Reference* early_use(const semantic::Semantic& semantic,
                                            const semantic::Scope& scope,
                                            semantic::BindingId shadowed) {
  const semantic::Reference* first = nullptr;
  semantic.any_reference(semantic.binding(shadowed), [&](const semantic::Reference& reference) {
    if (reference.scope == scope.id) first = &reference;
    return false;
  });
  return first;
}

static void check(Checker& c, const semantic::Scope& scope) {
  if (!scope.is_function()) return;
  const semantic::Semantic& semantic = c.semantic();
  for (const semantic::Scope::Entry& entry : scope.bindings()) {
    const semantic::BindingId shadowed = semantic.binding(entry.binding).outer_shadowed;
    if (shadowed == semantic::BindingId::None) continue;
    if (const semantic::Reference* use = early_use(semantic, scope, shadowed)) {
      c.report(
          codes::F823, use->range,
          "Local variable `" + std::string(entry.name.text()) + "` referenced before assignment");
    }
  }
}

static constexpr Hook kHooks[] = {on<check>};
static constexpr std::string_view kMessages[] = {
    "Local variable `{name}` referenced before assignment"};

static constexpr RuleInfo kInfo[] = {{.code = codes::F823,
                                      .docs = R"(## What it does
Finds names of the module or of a function around that a function uses before it
binds them itself.

## Why is this bad?
A name that a function binds anywhere is local to all of the function. Using it
before raises `UnboundLocalError`; `global` or `nonlocal` is missing, or the name
should be another one.

## Example
```python
calls = 0


def count():
    print(calls)
    calls = calls + 1
```

Use instead:
```python
calls = 0


def count():
    global calls
    print(calls)
    calls = calls + 1
```
)",
                                      .messages = kMessages,
                                      .hooks = kHooks}};

extern constinit const RuleFile rules{kInfo};

}  // namespace lint::rules::F823_undefined_local
