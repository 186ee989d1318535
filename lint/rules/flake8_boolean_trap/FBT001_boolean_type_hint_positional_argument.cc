#include <algorithm>
#include <string_view>

#include "lint/ast/names.h"
#include "lint/check/checker.h"
#include "lint/check/rule.h"
#include "lint/rules/flake8_boolean_trap/fixed_signature.h"
#include "lint/semantic/visibility.h"

namespace lint::rules::FBT001_boolean_type_hint_positional_argument {

static constexpr std::string_view kMessage =
    "Boolean-typed positional argument in function definition";

static bool may_be_bool(const Checker& c, const ast::Expr& annotation);

// Union[bool, x], Optional[bool]
static bool subscript_may_be_bool(const Checker& c, const ast::ExprSubscript& subscript) {
  if (!c.semantic().seen_typing()) return false;
  const semantic::QualifiedName& name = c.qualified_name(*subscript.value);
  if (c.semantic().is_typing_name(name, "Optional")) return may_be_bool(c, *subscript.slice);
  if (!c.semantic().is_typing_name(name, "Union")) return false;
  const auto* const members = ast::as<ast::ExprTuple>(subscript.slice);
  return members != nullptr && std::ranges::any_of(members->elts, [&](const ast::Expr* member) {
           return may_be_bool(c, *member);
         });
}

static bool may_be_bool(const Checker& c, const ast::Expr& annotation) {
  if (const auto* name = ast::as<ast::ExprName>(annotation)) return name->id == "bool";
  if (const auto* string = ast::as<ast::ExprStringLiteral>(annotation)) {
    return string->value == "bool";
  }
  if (const auto* choice = ast::as<ast::ExprBinOp>(annotation)) {
    return choice->op == ast::Operator::BitOr &&
           (may_be_bool(c, *choice->left) || may_be_bool(c, *choice->right));
  }
  const auto* const subscript = ast::as<ast::ExprSubscript>(annotation);
  return subscript != nullptr && subscript_may_be_bool(c, *subscript);
}

// @name.setter
static bool is_setter(const ast::StmtFunctionDef& function) {
  return std::ranges::any_of(function.decorators, [&](const ast::Decorator* decorator) {
    const ast::DottedName dotted(*decorator->expression);
    return dotted && dotted.size() == 2 && dotted.front() == function.name.text() &&
           dotted.back() == "setter";
  });
}

// Someone else decides about the parameters.
static bool is_excused(const Checker& c, const ast::StmtFunctionDef& function) {
  return is_setter(function) || semantic::is_override(function.decorators, c.semantic()) ||
         !c.semantic().has_builtin_binding("bool");
}

static void check_parameters(Checker& c, const ast::StmtFunctionDef& function,
                             ast::List<ast::ParameterWithDefault> parameters) {
  for (const ast::ParameterWithDefault* item : parameters) {
    const ast::Expr* const annotation = item->parameter->annotation;
    if (annotation == nullptr || !may_be_bool(c, *annotation)) continue;
    if (is_excused(c, function)) return;
    Diagnostic& finding =
        c.report(codes::FBT001, item->parameter->name.range, std::string(kMessage));
    flake8_boolean_trap::add_override_note(c, function, finding);
  }
}

static void check(Checker& c, const ast::StmtFunctionDef& node) {
  if (c.is_stub() || flake8_boolean_trap::has_fixed_signature(node.name.text())) return;
  check_parameters(c, node, node.parameters->posonlyargs);
  check_parameters(c, node, node.parameters->args);
}

static constexpr Hook kHooks[] = {on<check>};
static constexpr std::string_view kMessages[] = {kMessage};

static constexpr RuleInfo kInfo[] = {{.code = codes::FBT001,
                                      .docs = R"(## What it does
Finds parameters that are annotated as `bool`, or as a union that has it, and can be
passed by position.

Operators, `__post_init__`, setters of properties and methods that override one are
left alone.

## Why is this bad?
Who reads `round_number(1.5, True)` does not know what is true. Let the parameter be
passed by name only, or make two functions, or an enumeration.

## Example
```python
def round_number(number: float, up: bool) -> int:
    return ceil(number) if up else floor(number)
```

Use instead:
```python
def round_number(number: float, *, up: bool) -> int:
    return ceil(number) if up else floor(number)
```
)",
                                      .messages = kMessages,
                                      .hooks = kHooks}};

extern constinit const RuleFile rules{kInfo};

}  // namespace lint::rules::FBT001_boolean_type_hint_positional_argument
