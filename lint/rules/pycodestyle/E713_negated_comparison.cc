#include <string>

#include "lint/check/checker.h"
#include "lint/check/rule.h"
#include "lint/fix/comparison.h"
#include "lint/fix/edits.h"

namespace lint::rules::E713_negated_comparison {

static constexpr std::string_view kMembership = "Test for membership should be `not in`";
static constexpr std::string_view kIdentity = "Test for object identity should be `is not`";

static void report(Checker& c, const ast::ExprUnaryOp& node, const ast::ExprCompare& comparison,
                   ast::CmpOp op) {
  const bool is_membership = op == ast::CmpOp::NotIn;
  const RuleId rule = is_membership ? codes::E713 : codes::E714;
  if (!c.is_enabled(rule)) return;
  Diagnostic& finding =
      c.report(rule, comparison.range, std::string(is_membership ? kMembership : kIdentity));
  finding.fix_title = is_membership ? "Convert to `not in`" : "Convert to `is not`";
  std::string text = comparison_text(c.parsed(), comparison, {&op, 1}, node);
  finding.fix = Fix::safe({node.range, padded(std::move(text), node.range, c.text())});
}

static void check(Checker& c, const ast::ExprUnaryOp& node) {
  if (node.op != ast::UnaryOp::Not) return;
  const auto* const comparison = ast::as<ast::ExprCompare>(node.operand);
  if (comparison == nullptr || comparison->ops.size() != 1) return;
  if (comparison->ops[0] == ast::CmpOp::In) report(c, node, *comparison, ast::CmpOp::NotIn);
  if (comparison->ops[0] == ast::CmpOp::Is) report(c, node, *comparison, ast::CmpOp::IsNot);
}

static constexpr Hook kHooks[] = {on<check>};
static constexpr std::string_view kMembershipMessages[] = {kMembership};
static constexpr std::string_view kIdentityMessages[] = {kIdentity};

static constexpr RuleInfo kInfo[] = {{.code = codes::E713,
                                      .docs = R"(## What it does
Finds `not x in y`.

## Why is this bad?
The operator `not in` says the same as one reads it, and leaves no doubt what is
negated.

## Example
```python
if not name in known:
    add(name)
```

Use instead:
```python
if name not in known:
    add(name)
```
)",
                                      .messages = kMembershipMessages,
                                      .hooks = kHooks},
                                     {.code = codes::E714,
                                      .docs = R"(## What it does
Finds `not x is y`.

## Why is this bad?
The operator `is not` says the same as one reads it, and leaves no doubt what is
negated.

## Example
```python
if not answer is None:
    show(answer)
```

Use instead:
```python
if answer is not None:
    show(answer)
```
)",
                                      .messages = kIdentityMessages,
                                      .hooks = kHooks}};

extern constinit const RuleFile rules{kInfo};

}  // namespace lint::rules::E713_negated_comparison
