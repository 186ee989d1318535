#include <algorithm>
#include <string>

#include "lint/check/checker.h"
#include "lint/check/rule.h"
#include "lint/rules/flake8_simplify/nested_statement.h"

namespace lint::rules::SIM117_multiple_with_statements {

using flake8_simplify::NestedStatement;
using parser::Token;
using parser::TokenKind;

static constexpr std::string_view kMessage =
    "Use a single `with` statement with multiple contexts instead of nested `with` statements";

// Timeouts and the like are clearer alone.
static bool stands_alone(const Checker& c, const ast::StmtWith& statement) {
  if (statement.items.size() != 1) return false;
  const auto* call = ast::as<ast::ExprCall>(statement.items[0]->context_expr);
  return call != nullptr &&
         c.qualified_name(*call->func)
             .is_any("asyncio.timeout", "asyncio.timeout_at", "anyio.CancelScope",
                     "anyio.fail_after", "anyio.move_on_after", "trio.fail_after", "trio.fail_at",
                     "trio.move_on_after", "trio.move_on_at");
}

static std::optional<TextRange> colon_of(const Checker& c, const ast::StmtWith& statement) {
  return flake8_simplify::colon_behind(c.fix_source(), statement.items.back()->range.end);
}

namespace {

// Where the parts of a statement's head are; blanks and comments are between them.
struct Head {
  std::uint32_t keyword_end;
  TextRange parentheses;  // Around all items; empty: there are none.
  TextRange items;        // From the first to the last, or to the comma behind it.
  std::uint32_t end;      // Behind the colon.

  bool is_parenthesized() const { return !parentheses.empty(); }
  TextRange opening() const { return {parentheses.start, items.start}; }
  TextRange closing() const { return {items.end, parentheses.end}; }
  // From the keyword to what follows it.
  TextRange gap() const {
    return {keyword_end, is_parenthesized() ? parentheses.start : items.start};
  }
  // From what is in front of the colon.
  TextRange ending() const { return {is_parenthesized() ? parentheses.end : items.end, end}; }
};

}  // namespace

// Are the parentheses at `start` a part of the only item, as in `with (yield):`?
static bool belongs_to_item(std::span<const Token> behind, const ast::StmtWith& statement,
                            std::uint32_t start) {
  const ast::Expr& expr = *statement.items[0]->context_expr;
  if (expr.range.start == start) return true;
  const bool needs_parentheses = ast::is<ast::ExprNamed>(expr) || ast::is<ast::ExprYield>(expr) ||
                                 ast::is<ast::ExprYieldFrom>(expr);
  return needs_parentheses && behind.front().range.start == expr.range.start;
}

// `tokens`: those between the keyword and the colon, without comments.
static bool is_enclosed(std::span<const Token> tokens, const ast::StmtWith& statement) {
  int depth = 0;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    depth += tokens[i].kind == TokenKind::LeftParen;
    depth -= tokens[i].kind == TokenKind::RightParen;
    if (depth == 0) {
      return i > 0 && i + 1 == tokens.size() &&
             !belongs_to_item(tokens.subspan(1), statement, tokens.front().range.start);
    }
  }
  return false;
}

static std::optional<Head> head_of(const Checker& c, const ast::StmtWith& statement) {
  const std::optional<TextRange> colon = colon_of(c, statement);
  if (!colon) return std::nullopt;
  std::vector<Token> tokens;
  for (const Token& token : parser::tokens_in(c.tokens(), {statement.range.start, colon->start})) {
    if (!parser::is_trivia(token.kind)) tokens.push_back(token);
  }
  std::span<const Token> rest(tokens);
  while (!rest.empty() && rest.front().kind != TokenKind::With) rest = rest.subspan(1);
  if (rest.size() < 2) return std::nullopt;
  Head head{
      .keyword_end = rest.front().range.end, .parentheses = {}, .items = {}, .end = colon->end};
  rest = rest.subspan(1);
  if (is_enclosed(rest, statement)) {
    head.parentheses = {rest.front().range.start, rest.back().range.end};
    rest = rest.subspan(1, rest.size() - 2);
  }
  head.items = {rest.front().range.start, rest.back().range.end};
  return head;
}

// with a:
//     with b:     to     with a, b:
static std::optional<Edit> combination(const Checker& c, const ast::StmtWith& outer,
                                       const ast::StmtWith& inner) {
  const auto nested = NestedStatement::of(c.fix_source(), outer.range, inner);
  const std::optional<Head> head = head_of(c, outer);
  const std::optional<Head> inner_head = head_of(c, inner);
  if (!nested || !head || !inner_head) return std::nullopt;
  std::string text(nested->indentation());
  text += c.text({outer.range.start, head->keyword_end});
  text += c.text(head->gap());
  if (head->is_parenthesized()) {
    text += c.text(head->opening());
  } else if (inner_head->is_parenthesized()) {
    text += nested->head_text(inner_head->opening());
  }
  text += c.text(head->items);
  if (!text.ends_with(',')) text += ", ";
  text += nested->head_text(inner_head->items);
  if (head->is_parenthesized()) {
    text += c.text(head->closing());
  } else if (inner_head->is_parenthesized()) {
    text += nested->head_text(inner_head->closing());
  }
  text += c.text(head->ending());
  text += nested->body_text(inner_head->end, *inner.body.front());
  return nested->edit(std::move(text));
}

static std::optional<Fix> fix(const Checker& c, const ast::StmtWith& outer,
                              const ast::StmtWith& inner) {
  if (c.lines().intersects_comment({outer.range.start, inner.range.start})) return std::nullopt;
  std::optional<Edit> edit = combination(c, outer, inner);
  if (!edit || !fits(c.fix_source(), edit->content, outer.range.start,
                     c.settings().pycodestyle.max_line_length, c.settings().indent_width)) {
    return std::nullopt;
  }
  return Fix::safe(*std::move(edit));
}

static void check(Checker& c, const ast::StmtWith& node) {
  const auto* inner = node.body.size() == 1 ? ast::as<ast::StmtWith>(node.body[0]) : nullptr;
  if (inner == nullptr || inner->is_async != node.is_async) return;
  // The outermost two are combined first.
  const auto* parent = ast::as<ast::StmtWith>(c.semantic().parent_statement(node));
  if (parent != nullptr && parent->body.size() == 1) return;
  if (stands_alone(c, node) || stands_alone(c, *inner)) return;
  const std::optional<TextRange> colon = colon_of(c, *inner);
  if (!colon) return;
  Diagnostic& finding =
      c.report(codes::SIM117, {node.range.start, colon->end}, std::string(kMessage));
  finding.fix_title = "Combine `with` statements";
  finding.fix = fix(c, node, *inner);
}

static constexpr Hook kHooks[] = {on<check>};
static constexpr std::string_view kMessages[] = {kMessage};

static constexpr RuleInfo kInfo[] = {{.code = codes::SIM117,
                                      .docs = R"(## What it does
Finds `with` whose body is nothing but another `with`.

## Why is this bad?
One statement can enter several contexts, one after the other, with one level of
indentation less.

`with` and `async with` cannot be combined. Timeouts and cancel scopes of `asyncio`,
`anyio` and `trio` may stand alone.

## Example
```python
with open(source) as reader:
    with open(target, "w") as writer:
        writer.write(reader.read())
```

Use instead:
```python
with open(source) as reader, open(target, "w") as writer:
    writer.write(reader.read())
```

## Fix safety
There is no fix if comments stand between the two, or if lines would be longer than
`lint.pycodestyle.max-line-length`.

## Options
- `lint.pycodestyle.max-line-length`
- `indent-width`
)",
                                      .messages = kMessages,
                                      .hooks = kHooks}};

extern constinit const RuleFile rules{kInfo};

}  // namespace lint::rules::SIM117_multiple_with_statements
