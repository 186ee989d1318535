#include <string>

#include "lint/ast/arguments.h"
#include "lint/check/checker.h"
#include "lint/check/rule.h"

namespace lint::rules::T201_print {

// print and pprint.pprint are alike but for their names.
struct Printer {
  RuleId code;
  std::string_view name;
  std::string_view stream;  // The argument that says where to.
};
static constexpr Printer kPrinters[] = {{codes::T201, "print", "file"},
                                        {codes::T203, "pprint", "stream"}};
static constexpr std::string_view kCallees[] = {"builtins.print", "pprint.pprint"};

// To a file, or who knows where.
static bool prints_elsewhere(const Checker& c, const ast::ExprCall& call, std::string_view stream) {
  const ast::Keyword* const keyword = ast::find_keyword(*call.arguments, stream);
  if (keyword == nullptr || ast::is<ast::ExprNoneLiteral>(keyword->value)) return false;
  return !c.qualified_name(*keyword->value).is_any("sys.stdout", "sys.stderr");
}

static Fix removal(const Checker& c, const ast::ExprCall& call) {
  const ast::Stmt& statement = *c.semantic().statement_of(call);
  const ast::Stmt* const parent = c.semantic().parent_statement(call);
  Fix fix = Fix::unsafe(delete_statement(c.fix_source(), statement, parent));
  fix.isolation = c.isolation_of(statement);
  return fix;
}

static void check(Checker& c, const NamedCall& named) {
  const Printer& printer = kPrinters[named.row];
  const ast::ExprCall& call = named.call;
  if (!c.is_enabled(printer.code) || prints_elsewhere(c, call, printer.stream)) return;
  const std::string name = "`" + std::string(printer.name) + "`";
  Diagnostic& finding = c.report(printer.code, call.func->range, name + " found");
  finding.fix_title = "Remove " + name;
  if (c.semantic().parent_expression(&call) == nullptr) finding.fix = removal(c, call);
}

static constexpr Hook kHooks[] = {on_call<check>(kCallees)};
static constexpr std::string_view kPrintMessages[] = {"`print` found"};
static constexpr std::string_view kPrettyPrintMessages[] = {"`pprint` found"};

static constexpr RuleInfo kInfo[] = {{.code = codes::T201,
                                      .docs = R"(## What it does
Finds calls of `print`, unless they print to a file.

## Why is this bad?
Most of them were written to look into a program and left there. What is meant for
users or operators goes through `logging`, which has levels and places to go.

## Example
```python
def total(numbers):
    print(numbers)
    return sum(numbers)
```

Use instead:
```python
def total(numbers):
    return sum(numbers)
```

## Fix
A call that is a statement is deleted. That is unsafe: its arguments may do
something, and its output may be wanted.
)",
                                      .messages = kPrintMessages,
                                      .hooks = kHooks},
                                     {.code = codes::T203,
                                      .docs = R"(## What it does
Finds calls of `pprint.pprint`, unless they print to a file.

## Why is this bad?
Most of them were written to look into a program and left there. What is meant for
users or operators goes through `logging`, which has levels and places to go.

## Example
```python
from pprint import pprint

pprint(settings)
```

Use instead:
```python
import logging

logging.debug("%s", settings)
```

## Fix
A call that is a statement is deleted. That is unsafe: its arguments may do
something, and its output may be wanted.
)",
                                      .messages = kPrettyPrintMessages,
                                      .hooks = kHooks}};

extern constinit const RuleFile rules{kInfo};

}  // namespace lint::rules::T201_print
