#include <string>

#include "lint/check/checker.h"
#include "lint/check/rule.h"
#include "lint/rules/flake8_comprehensions/braces.h"

namespace lint::rules::C405_unnecessary_literal_set {

// The range of what goes between the braces.
static TextRange elements_range(const ast::Expr& literal, ast::List<ast::Expr> elements) {
  const TextRange inside = {literal.range.start + 1, literal.range.end - 1};
  if (!ast::is<ast::ExprTuple>(literal) || elements.size() != 1) return inside;
  // (x,) without blanks: the comma is only there for the tuple.
  const TextRange element = elements[0]->range;
  const bool is_tight = element.start == inside.start && element.end + 1 == inside.end;
  return is_tight ? element : inside;
}

static Fix literal_fix(const Checker& c, const ast::ExprCall& call, const ast::Expr& literal,
                       ast::List<ast::Expr> elements) {
  const TextRange range = call.range;
  if (elements.empty()) return Fix::unsafe(replacement(range, "set()"));
  const TextRange inside = elements_range(literal, elements);
  const std::string before(flake8_comprehensions::blank_before(c, range));
  const std::string behind(flake8_comprehensions::blank_behind(c, range));
  return Fix::of(Applicability::Unsafe, {replacement({range.start, inside.start}, before + "{"),
                                         replacement({inside.end, range.end}, "}" + behind)});
}

static void check(Checker& c, const ast::ExprCall& node) {
  const ast::Expr* argument = flake8_comprehensions::only_argument_of(node, "set");
  const auto* list = ast::as<ast::ExprList>(argument);
  const auto* tuple = ast::as<ast::ExprTuple>(argument);
  if (list == nullptr && tuple == nullptr) return;
  if (!c.semantic().has_builtin_binding("set")) return;
  const std::string kind = list != nullptr ? "list" : "tuple";
  Diagnostic& finding = c.report(codes::C405, node.range,
                                 "Unnecessary " + kind + " literal (rewrite as a set literal)");
  finding.fix_title = "Rewrite as a set literal";
  finding.fix = literal_fix(c, node, *argument, list != nullptr ? list->elts : tuple->elts);
}

static constexpr Hook kHooks[] = {on<check>};
static constexpr std::string_view kMessages[] = {
    "Unnecessary {kind} literal (rewrite as a set literal)"};

static constexpr RuleInfo kInfo[] = {{.code = codes::C405,
                                      .docs = R"(## What it does
Finds `set` around a list or tuple that is written down.

## Why is this bad?
The list is made only to be thrown away, and a set literal says the same.

## Example
```python
vowels = set(["a", "e", "i", "o", "u"])
```

Use instead:
```python
vowels = {"a", "e", "i", "o", "u"}
```

## Fix safety
The fix is unsafe: comments in the call may get lost.
)",
                                      .messages = kMessages,
                                      .hooks = kHooks}};

extern constinit const RuleFile rules{kInfo};

}  // namespace lint::rules::C405_unnecessary_literal_set
