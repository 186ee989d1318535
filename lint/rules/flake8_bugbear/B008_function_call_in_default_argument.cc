#include <string>

#include "lint/ast/names.h"
#include "lint/ast/parameters.h"
#include "lint/ast/statements.h"
#include "lint/check/checker.h"
#include "lint/check/rule.h"
#include "lint/semantic/typing.h"

namespace lint::rules::B008_function_call_in_default_argument {

static std::string message(std::string_view function) {
  const std::string name = function.empty() ? "" : " `" + std::string(function) + "`";
  return "Do not perform function call" + name +
         " in argument defaults; instead, perform the call within the function, or read the "
         "default from a module-level singleton variable";
}

// Mutable defaults are B006's business; immutable ones may be shared.
static bool is_allowed(const Checker& c, const ast::Expr& function) {
  const auto& extra = c.settings().flake8_bugbear.extend_immutable_calls;
  const auto* name = ast::as<ast::ExprName>(function);
  return semantic::is_mutable_function(function, c.semantic()) ||
         semantic::is_immutable_function(function, c.semantic(), extra) ||
         (name != nullptr && semantic::is_immutable_new_type(*name, c.semantic(), extra));
}

// What a lambda calls is called later.
static void check_calls_in(Checker& c, const ast::Node& node) {
  if (ast::is<ast::ExprLambda>(node)) return;
  if (const auto* call = ast::as<ast::ExprCall>(node)) {
    if (!is_allowed(c, *call->func)) {
      c.report(codes::B008, call->range, message(ast::DottedName(*call->func).text()));
    }
  }
  ast::for_each_child(node, [&](const ast::Node& child) { check_calls_in(c, child); });
}

static void check(Checker& c, const ast::Parameters& node) {
  ast::for_each_parameter_with_default(node, [&](const ast::ParameterWithDefault& parameter) {
    const ast::Expr* value = parameter.default_value;
    if (value == nullptr || ast::is_literal(value->kind)) return;
    const ast::Expr* annotation = parameter.parameter->annotation;
    const bool is_immutable =
        annotation != nullptr &&
        semantic::is_immutable_annotation(*annotation, c.semantic(),
                                          c.settings().flake8_bugbear.extend_immutable_calls);
    if (!is_immutable) check_calls_in(c, *value);
  });
}

static constexpr Hook kHooks[] = {on<check>};
static constexpr std::string_view kMessages[] = {
    "Do not perform function call `{name}` in argument defaults; instead, perform the call within "
    "the function, or read the default from a module-level singleton variable",
    "Do not perform function call in argument defaults; instead, perform the call within the "
    "function, or read the default from a module-level singleton variable"};

static constexpr RuleInfo kInfo[] = {{.code = codes::B008,
                                      .docs = R"(## What it does
Finds calls in the default values of parameters.

## Why is this bad?
A default is computed once, when `def` is executed, and not at each call of the
function: all calls get the same object, which may be outdated or be changed by
one of them.

Make the object in the function. If one object for all calls is what is wanted,
say so by a constant of the module.

Calls that give something immutable are left alone, as are parameters whose
annotation is of an immutable type; `lint.flake8-bugbear.extend-immutable-calls`
names more of them. What a mutable default is made by is a matter of
`mutable-argument-default` (B006).

## Example
```python
def log(message, at=time.time()):
    print(at, message)
```

Use instead:
```python
def log(message, at=None):
    print(time.time() if at is None else at, message)
```

## Options
- `lint.flake8-bugbear.extend-immutable-calls`
)",
                                      .messages = kMessages,
                                      .hooks = kHooks}};

extern constinit const RuleFile rules{kInfo};

}  // namespace lint::rules::B008_function_call_in_default_argument
