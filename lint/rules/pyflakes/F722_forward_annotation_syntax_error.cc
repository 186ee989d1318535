#include <string>

#include "lint/check/checker.h"
#include "lint/check/rule.h"

namespace lint::rules::F722_forward_annotation_syntax_error {

static void check(Checker& c, const AnnotationError& error) {
  if (c.semantic().flags().has(semantic::Flag::NoTypeCheck)) return;
  c.report(codes::F722, error.range,
           "Syntax error in forward annotation: " + std::string(error.message));
}

static constexpr Hook kHooks[] = {on<check>};
static constexpr std::string_view kMessages[] = {"Syntax error in forward annotation: {error}"};

static constexpr RuleInfo kInfo[] = {{.code = codes::F722,
                                      .docs = R"(## What it does
Finds strings that stand for a type but are no expression.

## Why is this bad?
Type checkers cannot read the annotation, and whoever evaluates it at run time gets
`SyntaxError`.

## Example
```python
def wait(timeout: "in seconds"): ...
```

Use instead:
```python
def wait(timeout: "float"): ...
```
)",
                                      .messages = kMessages,
                                      .hooks = kHooks}};

extern constinit const RuleFile rules{kInfo};

}  // namespace lint::rules::F722_forward_annotation_syntax_error
