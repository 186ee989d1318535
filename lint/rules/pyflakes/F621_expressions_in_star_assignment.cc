#include "lint/check/checker.h"
#include "lint/check/rule.h"

namespace lint::rules::F621_expressions_in_star_assignment {

// What fits into the operand of the interpreter's instruction.
static constexpr std::size_t kMaxBefore = (1u << 8) - 1;
static constexpr std::size_t kMaxBehind = (1u << 24) - 1;

static void check_elements(Checker& c, const ast::List<ast::Expr>& elements, TextRange range) {
  for (std::size_t i = 0; i < elements.size(); ++i) {
    if (!ast::is<ast::ExprStarred>(elements[i])) continue;
    if (i > kMaxBefore || elements.size() - i - 1 > kMaxBehind) {
      c.report(codes::F621, range, "Too many expressions in star-unpacking assignment");
    }
    return;
  }
}

static void check_tuple(Checker& c, const ast::ExprTuple& node) {
  if (node.ctx == ast::ExprContext::Store) check_elements(c, node.elts, node.range);
}
static void check_list(Checker& c, const ast::ExprList& node) {
  if (node.ctx == ast::ExprContext::Store) check_elements(c, node.elts, node.range);
}

static constexpr Hook kHooks[] = {on<check_tuple>, on<check_list>};
static constexpr std::string_view kMessages[] = {
    "Too many expressions in star-unpacking assignment"};

static constexpr RuleInfo kInfo[] = {{.code = codes::F621,
                                      .docs = R"(## What it does
Finds assignments to more than 255 targets in front of a starred one, or more than
16777215 behind it.

## Why is this bad?
Python has no room for more and raises `SyntaxError`.

## Example
Of 256 targets only the first and last are shown.
```python
first, second, ..., last, *rest = values
```

Use instead:
```python
first, *rest = values
```
)",
                                      .messages = kMessages,
                                      .hooks = kHooks,
                                      .example_not_run = "it would be as long as a page"}};

extern constinit const RuleFile rules{kInfo};

}  // namespace lint::rules::F621_expressions_in_star_assignment
