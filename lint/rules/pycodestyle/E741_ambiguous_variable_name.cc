#include <string>

#include "lint/check/checker.h"
#include "lint/check/rule.h"
#include "lint/rules/pycodestyle/ambiguous_name.h"

namespace lint::rules::E741_ambiguous_variable_name {

static void check_name(Checker& c, std::string_view name, TextRange range) {
  if (!pycodestyle::is_ambiguous(name) || c.is_stub()) return;
  c.report(codes::E741, range, "Ambiguous variable name: `" + std::string(name) + "`");
}

static void check_identifier(Checker& c, const ast::Identifier& identifier) {
  if (identifier) check_name(c, identifier.text(), identifier.range);
}

static void check_target(Checker& c, const ast::ExprName& node) {
  if (node.ctx == ast::ExprContext::Store) check_name(c, node.id.text(), node.range);
}

static void check_parameter(Checker& c, const ast::Parameter& node) {
  check_identifier(c, node.name);
}

static void check_handler(Checker& c, const ast::ExceptHandler& node) {
  check_identifier(c, node.name);
}

static void check_global(Checker& c, const ast::StmtGlobal& node) {
  for (const ast::Identifier& name : node.names) check_identifier(c, name);
}

static void check_nonlocal(Checker& c, const ast::StmtNonlocal& node) {
  for (const ast::Identifier& name : node.names) check_identifier(c, name);
}

static constexpr Hook kHooks[] = {on<check_target>, on<check_parameter>, on<check_handler>,
                                  on<check_global>, on<check_nonlocal>};
static constexpr std::string_view kMessages[] = {"Ambiguous variable name: `{name}`"};

static constexpr RuleInfo kInfo[] = {{.code = codes::E741,
                                      .docs = R"(## What it does
Finds variables, parameters and exceptions with the names `l`, `O` and `I`. Stubs
are not looked at.

## Why is this bad?
Many fonts draw these letters like `1`, `0` and each other.

## Example
```python
l = len(name)
```

Use instead:
```python
length = len(name)
```
)",
                                      .messages = kMessages,
                                      .hooks = kHooks}};

extern constinit const RuleFile rules{kInfo};

}  // namespace lint::rules::E741_ambiguous_variable_name
