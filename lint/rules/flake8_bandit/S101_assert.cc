#include "lint/check/checker.h"
#include "lint/check/rule.h"

namespace lint::rules::S101_assert {

static constexpr std::string_view kMessage = "Use of `assert` detected";

static void check(Checker& c, const ast::StmtAssert& node) {
  if (c.semantic().flags().has(semantic::Flag::TypeCheckingBlock)) return;
  constexpr std::string_view kKeyword = "assert";
  const std::uint32_t start = node.range.start;
  c.report(codes::S101, {start, start + static_cast<std::uint32_t>(kKeyword.size())},
           std::string(kMessage));
}

static constexpr Hook kHooks[] = {on<check>};
static constexpr std::string_view kMessages[] = {kMessage};

static constexpr RuleInfo kInfo[] = {{.code = codes::S101,
                                      .docs = R"(## What it does
Finds `assert` statements, but for those that only type checkers see.

## Why is this bad?
`python -O` leaves them out, and with them the check. A condition that matters is
checked with `if` and `raise`.

In tests `assert` is right: turn the rule off there by `lint.per-file-ignores`.

## Example
```python
def withdraw(amount):
    assert amount > 0
    return amount
```

Use instead:
```python
def withdraw(amount):
    if amount <= 0:
        raise ValueError("The amount must be positive")
    return amount
```
)",
                                      .messages = kMessages,
                                      .hooks = kHooks}};

extern constinit const RuleFile rules{kInfo};

}  // namespace lint::rules::S101_assert
