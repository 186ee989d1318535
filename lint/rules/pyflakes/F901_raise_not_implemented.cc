#include <string>

#include "lint/ast/statements.h"
#include "lint/check/checker.h"
#include "lint/check/rule.h"
#include "lint/fix/importer.h"

namespace lint::rules::F901_raise_not_implemented {

static void check(Checker& c, const ast::StmtRaise& node) {
  if (node.exc == nullptr) return;
  const auto* name = ast::as<ast::ExprName>(ast::without_call(*node.exc));
  if (name == nullptr || !(name->id == "NotImplemented")) return;
  Diagnostic& finding = c.report(codes::F901, name->range,
                                 "`raise NotImplemented` should be `raise NotImplementedError`");
  finding.fix_title = "Use `raise NotImplementedError`";
  const auto error = c.importer().get_or_import_builtin("NotImplementedError", name->range.start);
  if (!error) return;
  std::vector<Edit> edits = {{name->range, error->name}};
  if (error->edit) edits.push_back(*error->edit);
  finding.fix = Fix::of(Applicability::Safe, std::move(edits));
}

static constexpr Hook kHooks[] = {on<check>};
static constexpr std::string_view kMessages[] = {
    "`raise NotImplemented` should be `raise NotImplementedError`"};

static constexpr RuleInfo kInfo[] = {{.code = codes::F901,
                                      .docs = R"(## What it does
Finds `raise NotImplemented`.

## Why is this bad?
`NotImplemented` is what an operator's method returns for operands that it does not
know; it is no exception, and raising it gives `TypeError`. The exception is called
`NotImplementedError`.

## Example
```python
def area(self):
    raise NotImplemented
```

Use instead:
```python
def area(self):
    raise NotImplementedError
```
)",
                                      .messages = kMessages,
                                      .hooks = kHooks}};

extern constinit const RuleFile rules{kInfo};

}  // namespace lint::rules::F901_raise_not_implemented
