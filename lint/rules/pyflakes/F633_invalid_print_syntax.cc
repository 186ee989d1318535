#include "lint/check/checker.h"
#include "lint/check/rule.h"

namespace lint::rules::F633_invalid_print_syntax {

static void check(Checker& c, const ast::ExprBinOp& node) {
  if (node.op != ast::Operator::RShift || !c.semantic().is_builtin(*node.left, "print")) return;
  c.report(codes::F633, node.left->range, "Use of `>>` is invalid with `print` function");
}

static constexpr Hook kHooks[] = {on<check>};
static constexpr std::string_view kMessages[] = {"Use of `>>` is invalid with `print` function"};

static constexpr RuleInfo kInfo[] = {{.code = codes::F633,
                                      .docs = R"(## What it does
Finds `print >> file`.

## Why is this bad?
That is how Python 2 printed to a file. Now it shifts the function `print` and raises
`TypeError`.

## Example
```python
import sys

print >> sys.stderr, "no such file"
```

Use instead:
```python
import sys

print("no such file", file=sys.stderr)
```
)",
                                      .messages = kMessages,
                                      .hooks = kHooks}};

extern constinit const RuleFile rules{kInfo};

}  // namespace lint::rules::F633_invalid_print_syntax
