// Small questions about statements and expressions that many rules ask.
#pragma once

#include "lint/ast/ast_nodes.h"

namespace lint::ast {

// An expression statement of nothing but a string: a docstring if it is the
// first of its body.
inline bool is_docstring_stmt(const Stmt& stmt) {
  const auto* expr = as<StmtExpr>(stmt);
  return expr != nullptr && is<ExprStringLiteral>(expr->value);
}
// The string of a body's docstring, or null.
const ExprStringLiteral* docstring_of(const List<Stmt>& body);
List<Stmt> without_docstring(const List<Stmt>& body);

// pass and ... only, at least one.
bool is_stub_body(const List<Stmt>& body);
// Has a block of its own.
bool is_compound(const Stmt& stmt);
// __all__ = ..., with or without annotation.
bool is_assignment_to_dunder(const Stmt& stmt);

// f of f(...), else the expression itself; the others likewise.
inline const Expr& without_call(const Expr& expr) {
  const auto* call = as<ExprCall>(expr);
  return call != nullptr ? *call->func : expr;
}
inline const Expr& without_subscript(const Expr& expr) {
  const auto* subscript = as<ExprSubscript>(expr);
  return subscript != nullptr ? *subscript->value : expr;
}
inline const Expr& without_star(const Expr& expr) {
  const auto* starred = as<ExprStarred>(expr);
  return starred != nullptr ? *starred->value : expr;
}

// Strings, bytes, numbers, True, False, None and the ellipsis; no f-strings.
constexpr bool is_literal(Kind kind) {
  return kind >= Kind::ExprStringLiteral && kind <= Kind::ExprEllipsisLiteral;
}
// True, False, None, ...
constexpr bool is_singleton(Kind kind) {
  return kind >= Kind::ExprBooleanLiteral && kind <= Kind::ExprEllipsisLiteral;
}
// A literal or a tuple of constants.
bool is_constant(const Expr& expr);
inline bool is_boolean(const Expr& expr, bool value) {
  const auto* literal = as<ExprBooleanLiteral>(expr);
  return literal != nullptr && literal->value == value;
}

}  // namespace lint::ast
