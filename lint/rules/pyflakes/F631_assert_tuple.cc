#include "lint/check/checker.h"
#include "lint/check/rule.h"

namespace lint::rules::F631_assert_tuple {

static void check(Checker& c, const ast::StmtAssert& node) {
  const auto* tuple = ast::as<ast::ExprTuple>(node.test);
  if (tuple == nullptr || tuple->elts.empty()) return;
  c.report(codes::F631, node.range, "Assert test is a non-empty tuple, which is always `True`");
}

static constexpr Hook kHooks[] = {on<check>};
static constexpr std::string_view kMessages[] = {
    "Assert test is a non-empty tuple, which is always `True`"};

static constexpr RuleInfo kInfo[] = {{.code = codes::F631,
                                      .docs = R"(## What it does
Finds `assert` with a tuple behind it.

## Why is this bad?
A tuple with elements counts as true, so the assertion never fails. `assert` takes no
parentheses around condition and message.

## Example
```python
assert (total > 0, "empty cart")
```

Use instead:
```python
assert total > 0, "empty cart"
```
)",
                                      .messages = kMessages,
                                      .hooks = kHooks}};

extern constinit const RuleFile rules{kInfo};

}  // namespace lint::rules::F631_assert_tuple
