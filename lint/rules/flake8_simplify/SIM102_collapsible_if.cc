#include <string>

#include "lint/check/checker.h"
#include "lint/check/rule.h"
#include "lint/parser/parentheses.h"
#include "lint/rules/flake8_simplify/nested_statement.h"
#include "lint/semantic/typing.h"

namespace lint::rules::SIM102_collapsible_if {

using flake8_simplify::NestedStatement;

static constexpr std::string_view kMessage =
    "Use a single `if` statement instead of nested `if` statements";

namespace {

// The last `if` or `elif` of a statement.
struct Branch {
  const ast::Node& node;
  const ast::Expr& test;
  ast::List<ast::Stmt> body;
};

}  // namespace

static bool is_main_check(const ast::Expr& test) {
  const auto* comparison = ast::as<ast::ExprCompare>(test);
  if (comparison == nullptr || comparison->comparators.size() != 1) return false;
  const auto* name = ast::as<ast::ExprName>(comparison->left);
  const auto* string = ast::as<ast::ExprStringLiteral>(comparison->comparators[0]);
  return name != nullptr && name->id == "__name__" && string != nullptr &&
         string->value == "__main__";
}

static std::optional<Branch> last_branch(const ast::StmtIf& statement) {
  const ast::ElifElseClause* clause =
      statement.clauses.empty() ? nullptr : statement.clauses.back();
  if (clause != nullptr && clause->test == nullptr) return std::nullopt;
  const Branch branch = clause != nullptr ? Branch{*clause, *clause->test, clause->body}
                                          : Branch{statement, *statement.test, statement.body};
  if (ast::is<ast::ExprBooleanLiteral>(branch.test) || is_main_check(branch.test)) {
    return std::nullopt;
  }
  return branch;
}

// The only statement of the body if it is an `if` without elif and else.
static const ast::StmtIf* nested_if(ast::List<ast::Stmt> body) {
  const auto* inner = body.size() == 1 ? ast::as<ast::StmtIf>(body[0]) : nullptr;
  return inner != nullptr && inner->clauses.empty() ? inner : nullptr;
}

// An operand of `and`, with parentheses if it needs them.
static std::string operand(const Checker& c, const ast::Expr& test, const ast::Node& parent,
                           const NestedStatement* nested) {
  const auto parentheses = parser::parenthesized_range(c.tokens(), test, parent);
  const TextRange range = parentheses.value_or(test.range);
  const std::string text =
      nested != nullptr ? nested->head_text(range) : std::string(c.text(range));
  const auto* operation = ast::as<ast::ExprBoolOp>(test);
  const bool binds_loosely = (operation != nullptr && operation->op == ast::BoolOp::Or) ||
                             ast::is<ast::ExprIf>(test) || ast::is<ast::ExprLambda>(test) ||
                             ast::is<ast::ExprNamed>(test);
  return binds_loosely && !parentheses ? "(" + text + ")" : text;
}

// if a:
//     if b:       to     if a and b:
static std::optional<Edit> combination(const Checker& c, const Branch& outer,
                                       const ast::StmtIf& inner) {
  const FixSource source = c.fix_source();
  const auto nested = NestedStatement::of(source, outer.node.range, inner);
  const auto outer_colon = flake8_simplify::colon_behind(source, outer.test.range.end);
  const auto inner_colon = flake8_simplify::colon_behind(source, inner.test->range.end);
  if (!nested || !outer_colon || !inner_colon) return std::nullopt;
  const TextRange test = parser::range_with_parentheses(c.tokens(), outer.test, outer.node);
  std::string text(nested->indentation());
  text += c.text({outer.node.range.start, test.start});
  text += operand(c, outer.test, outer.node, nullptr) + " and ";
  text += operand(c, *inner.test, inner, &*nested);
  text += c.text({test.end, outer_colon->end});
  text += nested->body_text(inner_colon->end, *inner.body.front());
  return nested->edit(std::move(text));
}

static std::optional<Fix> fix(const Checker& c, const Branch& outer, const ast::StmtIf& inner) {
  if (c.lines().intersects_comment({outer.node.range.start, inner.range.start})) {
    return std::nullopt;
  }
  std::optional<Edit> edit = combination(c, outer, inner);
  if (!edit || !fits(c.fix_source(), edit->content, outer.node.range.start,
                     c.settings().pycodestyle.max_line_length, c.settings().indent_width)) {
    return std::nullopt;
  }
  return c.is_preview() ? Fix::safe(*std::move(edit)) : Fix::unsafe(*std::move(edit));
}

static void check(Checker& c, const ast::StmtIf& node) {
  const std::optional<Branch> outer = last_branch(node);
  const ast::StmtIf* inner = outer ? nested_if(outer->body) : nullptr;
  if (inner == nullptr) return;
  const ast::StmtIf* deepest = inner;
  while (const ast::StmtIf* next = nested_if(deepest->body)) deepest = next;
  const auto colon = flake8_simplify::colon_behind(c.fix_source(), deepest->test->range.end);
  if (!colon) return;
  if (semantic::is_sys_version_block(node, c.semantic())) return;
  if (semantic::is_type_checking_block(node, c.semantic())) return;

  Diagnostic& finding =
      c.report(codes::SIM102, {outer->node.range.start, colon->end}, std::string(kMessage));
  finding.fix_title = "Combine `if` statements using `and`";
  finding.fix = fix(c, *outer, *inner);
}

static constexpr Hook kHooks[] = {on<check>};
static constexpr std::string_view kMessages[] = {kMessage};

static constexpr RuleInfo kInfo[] = {{.code = codes::SIM102,
                                      .docs = R"(## What it does
Finds `if` whose body is nothing but another `if`, both without `else`.

## Why is this bad?
`and` says that both have to be true, in one line and with one level of indentation
less.

`if __name__ == "__main__":`, `if True:`, `if TYPE_CHECKING:` and tests of
`sys.version_info` and `sys.platform` are left alone.

## Example
```python
if user:
    if user.is_admin:
        delete(page)
```

Use instead:
```python
if user and user.is_admin:
    delete(page)
```

## Fix safety
The fix is unsafe, except in preview mode. There is none if comments stand between
the two, or if lines would be longer than `lint.pycodestyle.max-line-length`.

## Options
- `lint.pycodestyle.max-line-length`
- `indent-width`
)",
                                      .messages = kMessages,
                                      .hooks = kHooks}};

extern constinit const RuleFile rules{kInfo};

}  // namespace lint::rules::SIM102_collapsible_if
