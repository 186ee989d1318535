#include <string>

#include "lint/ast/parameters.h"
#include "lint/check/checker.h"
#include "lint/check/rule.h"
#include "lint/semantic/function_type.h"
#include "lint/semantic/visibility.h"

namespace lint::rules::PLR0913_too_many_arguments {

using semantic::FunctionType;

static bool has_receiver(FunctionType type) {
  return type == FunctionType::Method || type == FunctionType::ClassMethod ||
         type == FunctionType::NewMethod;
}

static void check(Checker& c, const ast::StmtFunctionDef& node) {
  if (c.is_stub()) return;
  const std::size_t limit = c.settings().pylint.max_args;
  std::size_t count = 0;
  ast::for_each_parameter_with_default(
      *node.parameters, [&](const ast::ParameterWithDefault& parameter) {
        const std::string_view name = parameter.parameter->name.text();
        if (!c.settings().dummy_variable_rgx.matches(name)) ++count;
      });
  if (count <= limit) return;

  const semantic::Semantic& semantic = c.semantic();
  if (semantic::is_override(node.decorators, semantic) ||
      semantic::is_overload(node.decorators, semantic)) {
    return;
  }
  const semantic::MethodDecorators decorators = {
      .classmethods = c.settings().pep8_naming.classmethod_decorators,
      .staticmethods = c.settings().pep8_naming.staticmethod_decorators};
  const semantic::Scope& around = semantic.scope();
  if (has_receiver(semantic::function_type(node, around, semantic, decorators))) --count;
  if (count <= limit) return;
  Diagnostic& finding = c.report(codes::PLR0913, node.name.range,
                                 "Too many arguments in function definition (" +
                                     std::to_string(count) + " > " + std::to_string(limit) + ')');
  if (!semantic::is_subject_to_liskov(node, around, semantic, decorators)) return;
  finding.notes.push_back({Note::Level::Help,
                           "Consider adding `@typing.override` if changing the function signature "
                           "would violate the Liskov Substitution Principle"});
}

static constexpr Hook kHooks[] = {on<check>};
static constexpr std::string_view kMessages[] = {
    "Too many arguments in function definition ({count} > {max_args})"};

static constexpr RuleInfo kInfo[] = {{.code = codes::PLR0913,
                                      .docs = R"(## What it does
Finds functions with more than five parameters. `self`, `cls`, `*args` and `**kwargs`
do not count, nor do names that say that they are not used.

## Why is this bad?
Nobody keeps that many apart, neither in the body nor in calls. Parameters that belong
together can be one object.

Methods with `@override` or `@overload` cannot choose and are left alone.

## Example
```python
def move(x, y, z, dx, dy, dz): ...
```

Use instead:
```python
def move(point, direction): ...
```

## Options
- `lint.pylint.max-args`: how many there may be.
)",
                                      .messages = kMessages,
                                      .hooks = kHooks}};

extern constinit const RuleFile rules{kInfo};

}  // namespace lint::rules::PLR0913_too_many_arguments
