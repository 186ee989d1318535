#include <algorithm>
#include <optional>
#include <string>

#include "lint/check/checker.h"
#include "lint/check/rule.h"
#include "lint/semantic/builtins.h"

namespace lint::rules::A001_builtin_variable_shadowing {

static bool is_module_attribute(std::string_view name) {
  constexpr std::string_view kNames[] = {"__doc__", "__name__", "__loader__", "__package__",
                                         "__spec__"};
  return std::ranges::find(kNames, name) != std::ranges::end(kNames);
}

// Is it an attribute of the module `builtins`, or does IPython provide it?
static bool is_builtin(const Checker& c, std::string_view name) {
  const PythonVersion version = c.target_version();
  if (const std::optional<std::uint8_t> since = semantic::builtin_since(name)) {
    return *since <= version.minor;
  }
  return c.semantic().options().is_notebook && semantic::is_builtin(name, version, true) &&
         !semantic::is_builtin(name, version, false);
}

static void check_binding(Checker& c, std::string_view name, TextRange range) {
  if (!is_builtin(c, name)) return;
  const auto& ignored = c.settings().flake8_builtins.ignorelist;
  if (is_module_attribute(name) || std::ranges::find(ignored, name) != ignored.end()) return;
  c.report(codes::A001, range,
           "Variable `" + std::string(name) + "` is shadowing a Python builtin");
}

// Attributes of classes are another rule's; what loops and the like leave behind in
// a class is not meant as one.
static bool is_class_attribute(const semantic::Semantic& semantic, const ast::ExprName& name) {
  if (!semantic.scope().is_class()) return false;
  const semantic::BindingId id = semantic.scope().get(name.id);
  if (id == semantic::BindingId::None) return true;
  const semantic::BindingKind kind = semantic.binding(id).kind;
  return kind != semantic::BindingKind::LoopVar && kind != semantic::BindingKind::WithItemVar &&
         kind != semantic::BindingKind::NamedExprAssignment;
}

static void check_name(Checker& c, const ast::ExprName& node) {
  if (node.ctx != ast::ExprContext::Store || is_class_attribute(c.semantic(), node)) return;
  check_binding(c, node.id.text(), node.range);
}

static void check_function(Checker& c, const ast::StmtFunctionDef& node) {
  if (!c.semantic().scope().is_class()) check_binding(c, node.name.text(), node.name.range);
}

static void check_class(Checker& c, const ast::StmtClassDef& node) {
  check_binding(c, node.name.text(), node.name.range);
}

static void check_handler(Checker& c, const ast::ExceptHandler& node) {
  if (node.name) check_binding(c, node.name.text(), node.name.range);
}

static constexpr Hook kHooks[] = {on<check_name>, on<check_function>, on<check_class>,
                                  on<check_handler>};
static constexpr std::string_view kMessages[] = {"Variable `{name}` is shadowing a Python builtin"};

static constexpr RuleInfo kInfo[] = {{.code = codes::A001,
                                      .docs = R"(## What it does
Finds variables, functions and classes that have the name of a builtin.

## Why is this bad?
From there on the builtin is out of reach, and who reads its name thinks of the
builtin.

## Example
```python
def largest(rows):
    max = 0
    for row in rows:
        max = row if row > max else max
    return max
```

Use instead:
```python
def largest(rows):
    result = 0
    for row in rows:
        result = max(row, result)
    return result
```

## Options
- `lint.flake8-builtins.ignorelist`: names that are fine.
)",
                                      .messages = kMessages,
                                      .hooks = kHooks}};

extern constinit const RuleFile rules{kInfo};

}  // namespace lint::rules::A001_builtin_variable_shadowing
