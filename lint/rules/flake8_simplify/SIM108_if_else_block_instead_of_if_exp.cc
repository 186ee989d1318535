#include <string>

#include "lint/check/checker.h"
#include "lint/check/rule.h"
#include "lint/fix/generator.h"
#include "lint/semantic/side_effects.h"
#include "lint/semantic/typing.h"

namespace lint::rules::SIM108_if_else_block_instead_of_if_exp {

namespace {

// if test:
//     target = body
// else:
//     target = orelse
struct Choice {
  const ast::Expr& target;
  const ast::Expr& test;
  const ast::Expr& body;
  const ast::Expr& orelse;
};

}  // namespace

// The only statement of a body, if it is `name = value`.
static const ast::StmtAssign* plain_assignment(ast::List<ast::Stmt> body) {
  const auto* assign = body.size() == 1 ? ast::as<ast::StmtAssign>(body[0]) : nullptr;
  if (assign == nullptr || assign->targets.size() != 1) return nullptr;
  return ast::is<ast::ExprName>(assign->targets[0]) ? assign : nullptr;
}

static bool gives_up_control(const ast::Expr& expr) {
  return ast::is<ast::ExprYield>(expr) || ast::is<ast::ExprYieldFrom>(expr) ||
         ast::is<ast::ExprAwait>(expr);
}

static bool is_negation(const ast::Expr& expr, const ast::Expr& of) {
  const auto* operation = ast::as<ast::ExprUnaryOp>(expr);
  return operation != nullptr && operation->op == ast::UnaryOp::Not &&
         ast::equal(operation->operand, &of);
}

static std::string assignment(const Checker& c, const ast::Expr& target, const ast::Expr& value) {
  const ast::Expr* const targets[] = {&target};
  ast::StmtAssign assign{};
  assign.kind = ast::Kind::StmtAssign;
  assign.targets = {targets, 1};
  assign.value = &value;
  return generate(assign, c.lines().style());
}

static std::string binary(const Checker& c, const Choice& choice, ast::BoolOp op) {
  const ast::Expr* const values[] = {&choice.body, &choice.orelse};
  ast::ExprBoolOp operation{};
  operation.kind = ast::Kind::ExprBoolOp;
  operation.op = op;
  operation.values = {values, 2};
  return assignment(c, choice.target, operation);
}

static std::string ternary(const Checker& c, const Choice& choice) {
  ast::ExprIf value{};
  value.kind = ast::Kind::ExprIf;
  value.body = &choice.body;
  value.test = &choice.test;
  value.orelse = &choice.orelse;
  return assignment(c, choice.target, value);
}

// Which of `and` and `or` says the same, if the test is the value or its negation.
static std::optional<ast::BoolOp> binary_operator(const Checker& c, const Choice& choice) {
  std::optional<ast::BoolOp> op;
  if (ast::equal(&choice.test, &choice.body)) {
    op = ast::BoolOp::Or;
  } else if (is_negation(choice.test, choice.body) || is_negation(choice.body, choice.test)) {
    op = ast::BoolOp::And;
  }
  if (op && semantic::contains_effect(choice.test, c.semantic())) op.reset();
  return op;
}

static void report(Checker& c, const ast::StmtIf& node, const Choice& choice) {
  const std::optional<ast::BoolOp> op = binary_operator(c, choice);
  const std::string content = op ? binary(c, choice, *op) : ternary(c, choice);
  if (!fits(c.fix_source(), content, node.range.start, c.settings().pycodestyle.max_line_length,
            c.settings().indent_width)) {
    return;
  }
  const std::string kind = op ? "binary" : "ternary";
  Diagnostic& finding =
      c.report(codes::SIM108, node.range,
               "Use " + kind + " operator `" + content + "` instead of `if`-`else`-block");
  finding.fix_title = "Replace `if`-`else`-block with `" + content + "`";
  if (!c.lines().has_comments(node.range)) {
    finding.fix = Fix::unsafe(replacement(node.range, content));
  }
}

static void check(Checker& c, const ast::StmtIf& node) {
  if (node.clauses.size() != 1 || node.clauses[0]->test != nullptr) return;
  const ast::StmtAssign* body = plain_assignment(node.body);
  if (body == nullptr) return;
  const ast::StmtAssign* orelse = plain_assignment(node.clauses[0]->body);
  if (orelse == nullptr || !ast::equal(body->targets[0], orelse->targets[0])) return;
  if (gives_up_control(*body->value) || gives_up_control(*orelse->value)) return;
  if (semantic::is_sys_version_block(node, c.semantic())) return;
  if (semantic::is_type_checking_block(node, c.semantic())) return;
  report(c, node, {*body->targets[0], *node.test, *body->value, *orelse->value});
}

static constexpr Hook kHooks[] = {on<check>};
static constexpr std::string_view kMessages[] = {
    "Use ternary operator `{contents}` instead of `if`-`else`-block",
    "Use binary operator `{contents}` instead of `if`-`else`-block"};

static constexpr RuleInfo kInfo[] = {{.code = codes::SIM108,
                                      .docs = R"(## What it does
Finds `if` and `else` that do nothing but assign one of two values to a variable.

## Why is this bad?
An expression says it in one line, and says that it is one assignment. Where the
test is the value itself, `or` and `and` are enough.

Nothing is found if the line would be longer than `lint.pycodestyle.max-line-length`.
Tests of `sys.version_info`, `sys.platform` and `TYPE_CHECKING` are left alone, as
tools know them as statements only.

Long tests and values may be easier to read as a block, and tools that measure
coverage by lines see no longer which of the values was used.

## Example
```python
if port:
    address = join(host, port)
else:
    address = host
```

Use instead:
```python
address = join(host, port) if port else host
```

## Fix safety
The fix is unsafe; there is none if comments would get lost.

## Options
- `lint.pycodestyle.max-line-length`
- `indent-width`
)",
                                      .messages = kMessages,
                                      .hooks = kHooks}};

extern constinit const RuleFile rules{kInfo};

}  // namespace lint::rules::SIM108_if_else_block_instead_of_if_exp
