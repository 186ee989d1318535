#include <string>
#include <vector>

#include "lint/ast/statements.h"
#include "lint/check/checker.h"
#include "lint/check/rule.h"
#include "lint/parser/lexer.h"

namespace lint::rules::F632_is_literal {

static bool is_display(const ast::Expr& expr) {
  switch (expr.kind) {
    case ast::Kind::ExprList:
    case ast::Kind::ExprListComp:
    case ast::Kind::ExprSet:
    case ast::Kind::ExprSetComp:
    case ast::Kind::ExprDict:
    case ast::Kind::ExprDictComp:
      return true;
    default:
      return false;
  }
}

static bool compares_by_value(const ast::Expr& expr) {
  return (ast::is_constant(expr) && !ast::is_singleton(expr.kind)) || is_display(expr);
}

// The tokens of an expression; one in a string annotation is lexed anew.
static std::vector<parser::Token> tokens_of(const Checker& c, const ast::Expr& expr) {
  if (!c.semantic().flags().in_string_type_definition()) {
    const auto tokens = parser::tokens_in(c.tokens(), expr.range);
    return {tokens.begin(), tokens.end()};
  }
  parser::LexedText lexed = parser::lex(c.text(expr), parser::Mode::ParenthesizedExpression);
  for (parser::Token& token : lexed.tokens) {
    token.range.start += expr.range.start;
    token.range.end += expr.range.start;
  }
  return std::move(lexed.tokens);
}

// The ranges of the comparison's operators, outside all brackets; those of other
// comparisons in it are in brackets.
static std::vector<TextRange> operator_ranges(const Checker& c, const ast::ExprCompare& node) {
  using enum parser::TokenKind;
  std::vector<TextRange> ranges;
  int depth = 0;
  bool extends_last = false;  // Behind `is` or `not`: `is not`, `not in`.
  for (const parser::Token& token : tokens_of(c, node)) {
    if (parser::is_trivia(token.kind)) continue;
    if (token.kind == LeftParen || token.kind == LeftSquare || token.kind == LeftBrace) ++depth;
    if (token.kind == RightParen || token.kind == RightSquare || token.kind == RightBrace) --depth;
    if (depth > 0) continue;
    const bool is_second = extends_last && (token.kind == Not || token.kind == In);
    extends_last = token.kind == Is || token.kind == Not;
    if (is_second) {
      ranges.back().end = token.range.end;
      extends_last = false;
      continue;
    }
    switch (token.kind) {
      case Is:
      case Not:
      case In:
      case EqualEqual:
      case NotEqual:
      case Less:
      case LessEqual:
      case Greater:
      case GreaterEqual:
        ranges.push_back(token.range);
        break;
      default:
        break;
    }
  }
  return ranges;
}

static void check(Checker& c, const ast::ExprCompare& node) {
  const ast::Expr* left = node.left;
  for (std::size_t i = 0; i < node.ops.size(); ++i) {
    const ast::Expr* const right = node.comparators[i];
    const bool is_identity = node.ops[i] == ast::CmpOp::Is || node.ops[i] == ast::CmpOp::IsNot;
    if (is_identity && (compares_by_value(*left) || compares_by_value(*right))) {
      const bool is_positive = node.ops[i] == ast::CmpOp::Is;
      const std::string better = is_positive ? "==" : "!=";
      Diagnostic& finding =
          c.report(codes::F632, node.range, "Use `" + better + "` to compare constant literals");
      finding.fix_title = is_positive ? "Replace `is` with `==`" : "Replace `is not` with `!=`";
      const std::vector<TextRange> ranges = operator_ranges(c, node);
      if (ranges.size() == node.ops.size()) finding.fix = Fix::safe({ranges[i], better});
    }
    left = right;
  }
}

static constexpr Hook kHooks[] = {on<check>};
static constexpr std::string_view kMessages[] = {"Use `==` to compare constant literals",
                                                 "Use `!=` to compare constant literals"};

static constexpr RuleInfo kInfo[] = {{.code = codes::F632,
                                      .docs = R"(## What it does
Finds `is` and `is not` beside a literal: a number, a string, a list and so on.

## Why is this bad?
`is` asks whether both sides are the same object. Whether two equal numbers or
strings are one object is up to the interpreter, and a list that was written down
just now is never the same object as another. What is meant is `==`.

Python warns about constants since 3.8.

## Example
```python
if status is 200:
    done()
```

Use instead:
```python
if status == 200:
    done()
```
)",
                                      .messages = kMessages,
                                      .hooks = kHooks}};

extern constinit const RuleFile rules{kInfo};

}  // namespace lint::rules::F632_is_literal
