#include "lint/check/checker.h"
#include "lint/check/rule.h"

namespace lint::rules::F634_if_tuple {

static void check_test(Checker& c, const ast::Expr* test) {
  const auto* tuple = ast::as<ast::ExprTuple>(test);
  if (tuple == nullptr || tuple->elts.empty()) return;
  c.report(codes::F634, tuple->range, "If test is a tuple, which is always `True`");
}

static void check(Checker& c, const ast::StmtIf& node) {
  check_test(c, node.test);
  for (const ast::ElifElseClause* clause : node.clauses) check_test(c, clause->test);
}

static constexpr Hook kHooks[] = {on<check>};
static constexpr std::string_view kMessages[] = {"If test is a tuple, which is always `True`"};

static constexpr RuleInfo kInfo[] = {{.code = codes::F634,
                                      .docs = R"(## What it does
Finds conditions of `if` and `elif` that are a tuple.

## Why is this bad?
A tuple with elements counts as true. A comma too many is enough to make one.

## Example
```python
if (total > limit,):
    warn()
```

Use instead:
```python
if total > limit:
    warn()
```
)",
                                      .messages = kMessages,
                                      .hooks = kHooks}};

extern constinit const RuleFile rules{kInfo};

}  // namespace lint::rules::F634_if_tuple
