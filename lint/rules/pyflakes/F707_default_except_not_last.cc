#include "lint/check/checker.h"
#include "lint/check/rule.h"

namespace lint::rules::F707_default_except_not_last {

static void check(Checker& c, const ast::StmtTry& node) {
  constexpr std::uint32_t kKeywordSize = sizeof "except" - 1;
  for (const ast::ExceptHandler* handler : node.handlers) {
    if (handler->type != nullptr || handler == node.handlers.back()) continue;
    const std::uint32_t start = handler->range.start;
    c.report(codes::F707, {start, start + kKeywordSize},
             "An `except` block as not the last exception handler");
  }
}

static constexpr Hook kHooks[] = {on<check>};
static constexpr std::string_view kMessages[] = {
    "An `except` block as not the last exception handler"};

static constexpr RuleInfo kInfo[] = {{.code = codes::F707,
                                      .docs = R"(## What it does
Finds `except:` with further handlers behind it.

## Why is this bad?
A handler without exceptions catches all that come to it; Python refuses handlers
behind it as a syntax error.

## Example
```python
try:
    run()
except:
    give_up()
except ValueError:
    try_again()
```

Use instead:
```python
try:
    run()
except ValueError:
    try_again()
except:
    give_up()
```
)",
                                      .messages = kMessages,
                                      .hooks = kHooks}};

extern constinit const RuleFile rules{kInfo};

}  // namespace lint::rules::F707_default_except_not_last
