#include "lint/ast/statements.h"

#include <algorithm>

#include "lint/ast/names.h"

namespace lint::ast {

const ExprStringLiteral* docstring_of(const List<Stmt>& body) {
  if (body.empty() || !is_docstring_stmt(*body[0])) return nullptr;
  return static_cast<const ExprStringLiteral*>(static_cast<const StmtExpr*>(body[0])->value);
}

List<Stmt> without_docstring(const List<Stmt>& body) {
  if (docstring_of(body) == nullptr) return body;
  return {body.begin() + 1, body.size() - 1};
}

bool is_stub_body(const List<Stmt>& body) {
  return !body.empty() && std::all_of(body.begin(), body.end(), [](const Stmt* stmt) {
    const auto* expr = as<StmtExpr>(stmt);
    return is<StmtPass>(stmt) || (expr != nullptr && is<ExprEllipsisLiteral>(expr->value));
  });
}

bool is_compound(const Stmt& stmt) {
  switch (stmt.kind) {
    case Kind::StmtFunctionDef:
    case Kind::StmtClassDef:
    case Kind::StmtWhile:
    case Kind::StmtFor:
    case Kind::StmtMatch:
    case Kind::StmtWith:
    case Kind::StmtIf:
    case Kind::StmtTry:
      return true;
    default:
      return false;
  }
}

bool is_assignment_to_dunder(const Stmt& stmt) {
  const Expr* target = nullptr;
  if (const auto* assign = as<StmtAssign>(stmt)) {
    if (assign->targets.size() == 1) target = assign->targets[0];
  } else if (const auto* annotated = as<StmtAnnAssign>(stmt)) {
    target = annotated->target;
  }
  const auto* name = as<ExprName>(target);
  return name != nullptr && is_dunder(name->id.text());
}

bool is_constant(const Expr& expr) {
  const auto* tuple = as<ExprTuple>(expr);
  if (tuple == nullptr) return is_literal(expr.kind);
  return std::all_of(tuple->elts.begin(), tuple->elts.end(),
                     [](const Expr* element) { return is_constant(*element); });
}

}  // namespace lint::ast
