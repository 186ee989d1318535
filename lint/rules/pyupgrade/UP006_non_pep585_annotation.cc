#include <string>
#include <vector>

#include "lint/ast/names.h"
#include "lint/check/checker.h"
#include "lint/check/rule.h"
#include "lint/fix/importer.h"
#include "lint/rules/pyupgrade/annotations.h"
#include "lint/semantic/typing.h"

namespace lint::rules::UP006_non_pep585_annotation {

using semantic::ModuleMember;

static std::optional<Fix> make_fix(Checker& c, const ast::Expr& expr, const ModuleMember& type) {
  const Importer importer(FixSource{c.parsed(), c.lines()}, c.semantic());
  std::vector<Edit> edits;
  if (type.module.empty()) {
    auto builtin = importer.get_or_import_builtin(type.member, expr.range.start);
    if (!builtin) return std::nullopt;
    edits.push_back(replacement(expr.range, std::move(builtin->name)));
    if (builtin->edit) edits.push_back(std::move(*builtin->edit));
  } else {
    auto symbol = importer.get_or_import({type.module, type.member, ImportRequest::Style::Member},
                                         expr.range.start);
    if (!symbol) return std::nullopt;
    edits.push_back(replacement(expr.range, std::move(symbol->name)));
    edits.push_back(std::move(symbol->edit));
  }
  const bool is_old = c.target_version() < PythonVersion{3, 10};
  if (is_old && pyupgrade::may_add_future_import(c)) {
    edits.push_back(importer.add_future_import());
  }
  return Fix::of(is_old ? Applicability::Unsafe : Applicability::Safe, std::move(edits));
}

// May the type be written so, for the versions of Python that the file is for?
static bool is_allowed(const Checker& c) {
  return c.is_stub() || c.target_version() >= PythonVersion{3, 9} ||
         (pyupgrade::may_defer_annotations(c) && c.semantic().flags().in_annotation());
}

static void check_type(Checker& c, const ast::Expr& expr) {
  if (!pyupgrade::may_be_typing_member(c.semantic(), expr)) return;
  const ModuleMember type = semantic::to_pep585_generic(expr, c.semantic());
  if (!type || !is_allowed(c)) return;
  const std::string from = ast::DottedName(expr).text();
  std::string to(type.module);
  if (!to.empty()) to += '.';
  to += type.member;
  Diagnostic& finding = c.report(codes::UP006, expr.range,
                                 "Use `" + to + "` instead of `" + from + "` for type annotation");
  finding.fix_title = "Replace with `" + to + "`";
  if (c.semantic().flags().has(semantic::Flag::ComplexStringTypeDefinition)) return;
  finding.fix = make_fix(c, expr, type);
}

static void check_name(Checker& c, const ast::ExprName& name) {
  if (name.ctx == ast::ExprContext::Load) check_type(c, name);
}

static void check_attribute(Checker& c, const ast::ExprAttribute& attribute) {
  check_type(c, attribute);
}

static constexpr Hook kHooks[] = {on<check_name>, on<check_attribute>};
static constexpr std::string_view kMessages[] = {
    "Use `{to}` instead of `{from}` for type annotation"};

static constexpr RuleInfo kInfo[] = {{.code = codes::UP006,
                                      .docs = R"(## What it does
Finds generic types of `typing` that are only other names of builtins or of classes in
`collections`: `List`, `Dict`, `Type`, `Deque` and so on.

## Why is this bad?
Since Python 3.9 (PEP 585) the classes themselves can be subscripted. One name for
one thing is enough, and the names in `typing` are deprecated.

For older versions the rule applies to annotations that nobody evaluates: those
of files that import `annotations` from `__future__`, unless
`lint.pyupgrade.keep-runtime-typing` is set. With `lint.future-annotations`, and in
preview mode, the fix adds that import itself.

## Example
```python
from typing import List

names: List[str] = []
```

Use instead:
```python
names: list[str] = []
```

## Fix safety
The fix is safe if the file is for Python 3.10 or newer. Before that, libraries that
evaluate annotations at run time may not cope with the new form.

## Options
- `target-version`
- `lint.future-annotations`
- `lint.pyupgrade.keep-runtime-typing`
)",
                                      .messages = kMessages,
                                      .hooks = kHooks}};

extern constinit const RuleFile rules{kInfo};

}  // namespace lint::rules::UP006_non_pep585_annotation
