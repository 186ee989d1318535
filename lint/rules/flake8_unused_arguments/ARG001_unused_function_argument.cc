#include <string>

#include "lint/ast/parameters.h"
#include "lint/ast/statements.h"
#include "lint/check/checker.h"
#include "lint/check/rule.h"
#include "lint/semantic/function_type.h"
#include "lint/semantic/visibility.h"

namespace lint::rules::ARG001_unused_function_argument {

using semantic::FunctionType;

// message = "..."; raise NotImplementedError(message)
static bool raises_not_implemented_with_variable(const ast::StmtFunctionDef& function,
                                                 const semantic::Semantic& semantic) {
  const ast::List<ast::Stmt> body = ast::without_docstring(function.body);
  if (body.size() != 2) return false;
  const auto* assign = ast::as<ast::StmtAssign>(body[0]);
  const auto* raise = ast::as<ast::StmtRaise>(body[1]);
  if (assign == nullptr || raise == nullptr || assign->targets.size() != 1) return false;
  if (!ast::is<ast::ExprStringLiteral>(assign->value) &&
      !ast::is<ast::ExprFString>(assign->value)) {
    return false;
  }
  const auto* call = ast::as<ast::ExprCall>(raise->exc);
  if (call == nullptr || call->arguments->args.size() != 1) return false;
  if (!semantic.is_builtin(*call->func, "NotImplementedError")) return false;
  const auto* argument = ast::as<ast::ExprName>(call->arguments->args.front());
  const auto* target = ast::as<ast::ExprName>(assign->targets.front());
  if (argument == nullptr || target == nullptr) return argument == nullptr && target == nullptr;
  return argument->id == target->id;
}

static void check(Checker& c, const semantic::Scope& scope) {
  const auto* function = scope.node_as<ast::StmtFunctionDef>();
  if (function == nullptr || scope.uses_locals || c.is_stub()) return;
  const semantic::Semantic& semantic = c.semantic();
  const semantic::Scope* const around = semantic.first_non_type_parent(scope);
  // Methods are other rules'.
  if (around == nullptr || around->is_class()) return;
  if (semantic::is_stub_function(*function, semantic) ||
      raises_not_implemented_with_variable(*function, semantic) ||
      semantic::is_overload(function->decorators, semantic)) {
    return;
  }
  const bool ignores_variadic = c.settings().flake8_unused_arguments.ignore_variadic_names;
  ast::for_each_parameter(*function->parameters, [&](const ast::AnyParameter& parameter) {
    if (parameter.is_variadic() && ignores_variadic) return;
    const semantic::BindingId id = scope.get(parameter.parameter->name.name);
    if (id == semantic::BindingId::None) return;
    const semantic::Binding& binding = semantic.binding(id);
    if (binding.kind != semantic::BindingKind::Argument || binding.is_used()) return;
    if (c.settings().dummy_variable_rgx.matches(parameter.name())) return;
    c.report(codes::ARG001, binding.range,
             "Unused function argument: `" + std::string(parameter.name()) + '`');
  });
}

static constexpr Hook kHooks[] = {on<check>};
static constexpr std::string_view kMessages[] = {"Unused function argument: `{name}`"};

static constexpr RuleInfo kInfo[] = {{.code = codes::ARG001,
                                      .docs = R"(## What it does
Finds parameters that the function does not use.

## Why is this bad?
Callers give a value that changes nothing: the parameter is left over, or its use was
forgotten. If the caller dictates the parameters, an underscore in front of the name
says so.

Functions without a body to speak of (`...`, `raise NotImplementedError`) are left
alone.

## Example
```python
def scale(value, factor):
    return value * 2
```

Use instead:
```python
def scale(value, factor):
    return value * factor
```

## Options
- `lint.dummy-variable-rgx`: names that need no use.
- `lint.flake8-unused-arguments.ignore-variadic-names`: leave `*args` and `**kwargs`
  alone.
)",
                                      .messages = kMessages,
                                      .hooks = kHooks}};

extern constinit const RuleFile rules{kInfo};

}  // namespace lint::rules::ARG001_unused_function_argument
