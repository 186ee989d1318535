#include <string>

#include "lint/check/checker.h"
#include "lint/check/rule.h"
#include "lint/rules/ruff/sequence_sorting.h"

namespace lint::rules::RUF022_unsorted_dunder_all {

using ruff::SortingStyle;

// A list or tuple of names that is given to __all__, in the module.
static void check_names(Checker& c, const ast::Expr& target, const ast::Expr& value) {
  const auto* name = ast::as<ast::ExprName>(target);
  if (name == nullptr || !(name->id == "__all__") || !c.semantic().scope().is_module()) return;
  if (ast::is<ast::ExprSet>(value)) return;
  const auto names = ruff::string_sequence(value);
  if (!names || ruff::is_sorted(*names, SortingStyle::Isort)) return;
  Diagnostic& finding = c.report(codes::RUF022, value.range, "`__all__` is not sorted");
  finding.fix_title = "Apply an isort-style sorting to `__all__`";
  finding.fix = ruff::sort_sequence(c, *names, SortingStyle::Isort);
}

static void check_assign(Checker& c, const ast::StmtAssign& node) {
  if (node.targets.size() == 1) check_names(c, *node.targets[0], *node.value);
}

static void check_annotated(Checker& c, const ast::StmtAnnAssign& node) {
  if (node.value != nullptr) check_names(c, *node.target, *node.value);
}

static void check_augmented(Checker& c, const ast::StmtAugAssign& node) {
  if (node.op == ast::Operator::Add) check_names(c, *node.target, *node.value);
}

// __all__.extend([...])
static void check_call(Checker& c, const ast::ExprCall& node) {
  const auto* function = ast::as<ast::ExprAttribute>(node.func);
  if (function == nullptr || !(function->attr == "extend")) return;
  const ast::Arguments& arguments = *node.arguments;
  if (arguments.args.size() != 1 || !arguments.keywords.empty()) return;
  check_names(c, *function->value, *arguments.args[0]);
}

static constexpr Hook kHooks[] = {on<check_assign>, on<check_annotated>, on<check_augmented>,
                                  on<check_call>};
static constexpr std::string_view kMessages[] = {"`__all__` is not sorted"};

static constexpr RuleInfo kInfo[] = {{.code = codes::RUF022,
                                      .docs = R"(## What it does
Finds names in `__all__` that are out of order: constants come first
(`ALL_CAPITALS`), then classes (`Capital`), then all others. Among these, numbers in
names count as numbers: `v2` comes before `v10`.

## Why is this bad?
In a sorted list a name is found at once, and one that is there twice is noticed.

## Example
```python
__all__ = ["walk", "MAX_DEPTH", "Tree", "find"]
```

Use instead:
```python
__all__ = ["MAX_DEPTH", "Tree", "find", "walk"]
```

## Fix safety
Comments move with the name that they stand behind or above. The fix is unsafe if it
is not clear which name a comment is about: if comments have lines of their own, or
stand behind several names. There is no fix if a name consists of several strings.
)",
                                      .messages = kMessages,
                                      .hooks = kHooks}};

extern constinit const RuleFile rules{kInfo};

}  // namespace lint::rules::RUF022_unsorted_dunder_all
