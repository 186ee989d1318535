// How tightly expressions bind: a larger precedence needs no parentheses inside
// a smaller one.
#pragma once

#include <cstdint>

#include "lint/ast/ast_nodes.h"

namespace lint::ast {

enum class Precedence : std::uint8_t {
  None,
  Yield,
  Assign,
  Starred,
  Lambda,
  IfElse,
  Or,
  And,
  Not,
  Comparison,  // With membership and identity.
  BitOr,
  BitXor,
  BitAnd,
  Shift,
  Sum,
  Product,
  Sign,  // And ~.
  Power,
  Await,
  Postfix,  // Calls, attributes, subscripts.
  Atom,     // And what brings its own brackets.
};

constexpr bool is_right_associative(Precedence precedence) {
  return precedence == Precedence::Power;
}

constexpr Precedence precedence_of(BoolOp op) {
  return op == BoolOp::Or ? Precedence::Or : Precedence::And;
}
constexpr Precedence precedence_of(UnaryOp op) {
  return op == UnaryOp::Not ? Precedence::Not : Precedence::Sign;
}
constexpr Precedence precedence_of(Operator op) {
  switch (op) {
    case Operator::Add:
    case Operator::Sub:
      return Precedence::Sum;
    case Operator::Mult:
    case Operator::MatMult:
    case Operator::Div:
    case Operator::Mod:
    case Operator::FloorDiv:
      return Precedence::Product;
    case Operator::Pow:
      return Precedence::Power;
    case Operator::LShift:
    case Operator::RShift:
      return Precedence::Shift;
    case Operator::BitOr:
      return Precedence::BitOr;
    case Operator::BitXor:
      return Precedence::BitXor;
    case Operator::BitAnd:
      return Precedence::BitAnd;
  }
  return Precedence::None;
}
Precedence precedence_of(const Expr& expr);

}  // namespace lint::ast
