#include "lint/ast/operator_precedence.h"

namespace lint::ast {

Precedence precedence_of(const Expr& expr) {
  switch (expr.kind) {
    case Kind::ExprBoolOp:
      return precedence_of(static_cast<const ExprBoolOp&>(expr).op);
    case Kind::ExprBinOp:
      return precedence_of(static_cast<const ExprBinOp&>(expr).op);
    case Kind::ExprUnaryOp:
      return precedence_of(static_cast<const ExprUnaryOp&>(expr).op);
    case Kind::ExprNamed:
      return Precedence::Assign;
    case Kind::ExprLambda:
      return Precedence::Lambda;
    case Kind::ExprIf:
      return Precedence::IfElse;
    case Kind::ExprCompare:
      return Precedence::Comparison;
    case Kind::ExprStarred:
      return Precedence::Starred;
    case Kind::ExprAwait:
      return Precedence::Await;
    case Kind::ExprYield:
    case Kind::ExprYieldFrom:
      return Precedence::Yield;
    case Kind::ExprCall:
    case Kind::ExprAttribute:
    case Kind::ExprSubscript:
    case Kind::ExprSlice:
      return Precedence::Postfix;
    case Kind::ExprEscapeCommand:
      return Precedence::None;
    default:
      return Precedence::Atom;
  }
}

}  // namespace lint::ast
