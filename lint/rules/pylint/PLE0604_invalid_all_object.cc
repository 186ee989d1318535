#include "lint/check/checker.h"
#include "lint/check/rule.h"

namespace lint::rules::PLE0604_invalid_all_object {

static void check(Checker& c, const semantic::Binding& binding) {
  if (!binding.has(semantic::BindingFlag::InvalidAllObject)) return;
  c.report(codes::PLE0604, binding.range, "Invalid object in `__all__`, must contain only strings");
}

static constexpr Hook kHooks[] = {on<check>};
static constexpr std::string_view kMessages[] = {
    "Invalid object in `__all__`, must contain only strings"};

static constexpr RuleInfo kInfo[] = {{.code = codes::PLE0604,
                                      .docs = R"(## What it does
Finds members of `__all__` that are no strings.

## Why is this bad?
`from module import *` takes the members of `__all__` for names and raises
`TypeError` if one is anything but a string.

## Example
```python
def parse(): ...


__all__ = [parse]
```

Use instead:
```python
def parse(): ...


__all__ = ["parse"]
```
)",
                                      .messages = kMessages,
                                      .hooks = kHooks}};

extern constinit const RuleFile rules{kInfo};

}  // namespace lint::rules::PLE0604_invalid_all_object
