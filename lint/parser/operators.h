// Operators as tokens.
#pragma once

#include <array>
#include <cstdint>
#include <optional>

#include "lint/ast/ast_nodes.h"
#include "lint/ast/operator_precedence.h"
#include "lint/parser/token.h"

namespace lint::parser {

// What stands between two operands.
struct InfixOperator {
  enum class Group : std::uint8_t { None, Binary, Boolean, Comparison };
  Group group = Group::None;
  ast::Precedence precedence = ast::Precedence::None;
  std::uint8_t op = 0;  // An Operator, BoolOp or CmpOp.
};

namespace internal {

constexpr auto make_infix_operators() {
  using enum TokenKind;
  std::array<InfixOperator, static_cast<std::size_t>(EndOfFile) + 1> table{};
  const auto add = [&](TokenKind kind, ast::Operator op) {
    table[static_cast<std::size_t>(kind)] = {InfixOperator::Group::Binary, ast::precedence_of(op),
                                             static_cast<std::uint8_t>(op)};
  };
  const auto add_bool = [&](TokenKind kind, ast::BoolOp op) {
    table[static_cast<std::size_t>(kind)] = {InfixOperator::Group::Boolean, ast::precedence_of(op),
                                             static_cast<std::uint8_t>(op)};
  };
  const auto add_comparison = [&](TokenKind kind, ast::CmpOp op) {
    table[static_cast<std::size_t>(kind)] = {InfixOperator::Group::Comparison,
                                             ast::Precedence::Comparison,
                                             static_cast<std::uint8_t>(op)};
  };
  add(Plus, ast::Operator::Add);
  add(Minus, ast::Operator::Sub);
  add(Star, ast::Operator::Mult);
  add(At, ast::Operator::MatMult);
  add(Slash, ast::Operator::Div);
  add(Percent, ast::Operator::Mod);
  add(DoubleStar, ast::Operator::Pow);
  add(LeftShift, ast::Operator::LShift);
  add(RightShift, ast::Operator::RShift);
  add(VerticalBar, ast::Operator::BitOr);
  add(Circumflex, ast::Operator::BitXor);
  add(Ampersand, ast::Operator::BitAnd);
  add(DoubleSlash, ast::Operator::FloorDiv);
  add_bool(And, ast::BoolOp::And);
  add_bool(Or, ast::BoolOp::Or);
  add_comparison(EqualEqual, ast::CmpOp::Eq);
  add_comparison(NotEqual, ast::CmpOp::NotEq);
  add_comparison(Less, ast::CmpOp::Lt);
  add_comparison(LessEqual, ast::CmpOp::LtE);
  add_comparison(Greater, ast::CmpOp::Gt);
  add_comparison(GreaterEqual, ast::CmpOp::GtE);
  add_comparison(Is, ast::CmpOp::Is);
  add_comparison(In, ast::CmpOp::In);
  // Only if `in` follows.
  add_comparison(Not, ast::CmpOp::NotIn);
  return table;
}
inline constexpr auto kInfixOperators = make_infix_operators();

}  // namespace internal

constexpr InfixOperator infix_operator(TokenKind kind) {
  return internal::kInfixOperators[static_cast<std::size_t>(kind)];
}

constexpr std::optional<ast::UnaryOp> unary_operator(TokenKind kind) {
  switch (kind) {
    case TokenKind::Plus:
      return ast::UnaryOp::UAdd;
    case TokenKind::Minus:
      return ast::UnaryOp::USub;
    case TokenKind::Tilde:
      return ast::UnaryOp::Invert;
    case TokenKind::Not:
      return ast::UnaryOp::Not;
    default:
      return std::nullopt;
  }
}

constexpr std::optional<ast::Operator> augmented_operator(TokenKind kind) {
  switch (kind) {
    case TokenKind::PlusEqual:
      return ast::Operator::Add;
    case TokenKind::MinusEqual:
      return ast::Operator::Sub;
    case TokenKind::StarEqual:
      return ast::Operator::Mult;
    case TokenKind::AtEqual:
      return ast::Operator::MatMult;
    case TokenKind::SlashEqual:
      return ast::Operator::Div;
    case TokenKind::PercentEqual:
      return ast::Operator::Mod;
    case TokenKind::DoubleStarEqual:
      return ast::Operator::Pow;
    case TokenKind::LeftShiftEqual:
      return ast::Operator::LShift;
    case TokenKind::RightShiftEqual:
      return ast::Operator::RShift;
    case TokenKind::VerticalBarEqual:
      return ast::Operator::BitOr;
    case TokenKind::CircumflexEqual:
      return ast::Operator::BitXor;
    case TokenKind::AmpersandEqual:
      return ast::Operator::BitAnd;
    case TokenKind::DoubleSlashEqual:
      return ast::Operator::FloorDiv;
    default:
      return std::nullopt;
  }
}

}  // namespace lint::parser
