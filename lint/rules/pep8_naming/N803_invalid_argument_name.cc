#include <string>

#include "lint/ast/parameters.h"
#include "lint/check/checker.h"
#include "lint/check/rule.h"
#include "lint/rules/pep8_naming/naming.h"
#include "lint/semantic/visibility.h"

namespace lint::rules::N803_invalid_argument_name {

static void check_parameters(Checker& c, const ast::Parameters& parameters) {
  ast::for_each_parameter(parameters, [&](const ast::AnyParameter& parameter) {
    const std::string_view name = parameter.name();
    if (pep8_naming::is_lowercase(name) || pep8_naming::is_ignored(c, name)) return;
    c.report(codes::N803, parameter.node().range,
             "Argument name `" + std::string(name) + "` should be lowercase");
  });
}

static void check_function(Checker& c, const ast::StmtFunctionDef& node) {
  // The class that is extended names the parameters.
  if (c.semantic().scope().is_class() && semantic::is_override(node.decorators, c.semantic())) {
    return;
  }
  check_parameters(c, *node.parameters);
}

static void check_lambda(Checker& c, const ast::ExprLambda& node) {
  if (node.parameters != nullptr) check_parameters(c, *node.parameters);
}

static constexpr Hook kHooks[] = {on<check_function>, on<check_lambda>};
static constexpr std::string_view kMessages[] = {"Argument name `{name}` should be lowercase"};

static constexpr RuleInfo kInfo[] = {{.code = codes::N803,
                                      .docs = R"(## What it does
Finds names of parameters with capital letters.

## Why is this bad?
PEP 8 asks for names like `file_size`, for parameters as for variables; capital
letters are for classes and constants.

Methods with `@override` keep the names that they are given elsewhere.

## Example
```python
def resize(fileSize): ...
```

Use instead:
```python
def resize(file_size): ...
```

## Options
- `lint.pep8-naming.ignore-names`, `lint.pep8-naming.extend-ignore-names`: names that
  are fine.
)",
                                      .messages = kMessages,
                                      .hooks = kHooks}};

extern constinit const RuleFile rules{kInfo};

}  // namespace lint::rules::N803_invalid_argument_name
