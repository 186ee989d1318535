#include <string>

#include "lint/check/checker.h"
#include "lint/check/rule.h"

namespace lint::rules::PLW0603_global_statement {

// At the statement that declares it, for each statement that changes it.
static void check_update(Checker& c, ast::Name name) {
  const semantic::Scope& scope = c.semantic().scope();
  if (scope.globals.empty()) return;
  const ast::Identifier* const declared = scope.global_declaration(name);
  if (declared == nullptr) return;
  c.report(
      codes::PLW0603, declared->range,
      "Using the global statement to update `" + std::string(name.text()) + "` is discouraged");
}

static void check_target(Checker& c, const ast::Expr* target) {
  if (const auto* name = ast::as<ast::ExprName>(target)) check_update(c, name->id);
}

static void check_aliases(Checker& c, const ast::List<ast::Alias>& aliases) {
  for (const ast::Alias* alias : aliases) {
    check_update(c, alias->asname ? alias->asname.name : alias->name.name);
  }
}

static void check_function(Checker& c, const ast::StmtFunctionDef& node) {
  check_update(c, node.name.name);
}
static void check_class(Checker& c, const ast::StmtClassDef& node) {
  check_update(c, node.name.name);
}
static void check_import(Checker& c, const ast::StmtImport& node) {
  check_aliases(c, node.names);
}
static void check_import_from(Checker& c, const ast::StmtImportFrom& node) {
  check_aliases(c, node.names);
}
static void check_augmented(Checker& c, const ast::StmtAugAssign& node) {
  check_target(c, node.target);
}
static void check_assignment(Checker& c, const ast::StmtAssign& node) {
  for (const ast::Expr* target : node.targets) check_target(c, target);
}
static void check_deletion(Checker& c, const ast::StmtDelete& node) {
  for (const ast::Expr* target : node.targets) check_target(c, target);
}

static constexpr Hook kHooks[] = {on<check_function>,    on<check_class>,     on<check_import>,
                                  on<check_import_from>, on<check_augmented>, on<check_assignment>,
                                  on<check_deletion>};
static constexpr std::string_view kMessages[] = {
    "Using the global statement to update `{name}` is discouraged"};

static constexpr RuleInfo kInfo[] = {{.code = codes::PLW0603,
                                      .docs = R"(## What it does
Finds functions that change a global variable by `global`.

## Why is this bad?
What the function does then depends on what was called before, and nobody sees that
in its parameters.

## Example
```python
calls = 0


def count():
    global calls
    calls += 1
```

Use instead:
```python
def count(calls):
    return calls + 1
```
)",
                                      .messages = kMessages,
                                      .hooks = kHooks}};

extern constinit const RuleFile rules{kInfo};

}  // namespace lint::rules::PLW0603_global_statement
