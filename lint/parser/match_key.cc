#include "lint/parser/match_key.h"

#include <cmath>

#include "lint/ast/node_values.h"
#include "lint/ast/statements.h"

namespace lint::parser {
namespace {

constexpr double kTwoTo64 = 18446744073709551616.0;

}  // namespace

MatchKey::MatchKey(const ast::Expr& expr) {
  if (const auto* number = ast::as<ast::ExprNumberLiteral>(expr)) {
    read_number(*number);
  } else if (const auto* boolean = ast::as<ast::ExprBooleanLiteral>(expr)) {
    read_integer(boolean->value ? 1 : 0);
  } else if (const auto* unary = ast::as<ast::ExprUnaryOp>(expr)) {
    *this = MatchKey(*unary->operand);
    if (unary->op == ast::UnaryOp::USub) negate();
  } else if (const auto* sum = ast::as<ast::ExprBinOp>(expr)) {
    read_sum(*sum);
  } else if (ast::is_literal(expr.kind)) {
    sort_ = Sort::Literal;
    literal_ = &expr;
  }
}

void MatchKey::read_integer(std::uint64_t value) {
  sort_ = Sort::Integer;
  magnitude_ = value;
}

void MatchKey::read_number(const ast::ExprNumberLiteral& number) {
  if (number.is_big) {
    sort_ = Sort::BigInteger;
    big_text_ = number.big_text;
  } else if (number.number_kind == ast::NumberKind::Int) {
    read_integer(number.integer);
  } else {
    sort_ = Sort::Complex;
    (number.number_kind == ast::NumberKind::Float ? real_ : imaginary_) = number.real;
    settle();
  }
}

// A real and an imaginary number, as patterns have them.
void MatchKey::read_sum(const ast::ExprBinOp& sum) {
  const MatchKey left(*sum.left);
  const MatchKey right(*sum.right);
  if (left.sort_ == Sort::Other || right.sort_ == Sort::Other) return;
  sort_ = Sort::Complex;
  real_ = left.real_part();
  imaginary_ = sum.op == ast::Operator::Sub ? -right.imaginary_ : right.imaginary_;
  settle();
}

double MatchKey::real_part() const {
  if (sort_ != Sort::Integer) return real_;
  const auto magnitude = static_cast<double>(magnitude_);
  return is_negative_ ? -magnitude : magnitude;
}

void MatchKey::negate() {
  is_negative_ = !is_negative_ && (sort_ != Sort::Integer || magnitude_ != 0);
  real_ = -real_;
  imaginary_ = -imaginary_;
}

// A whole number is an integer, however it is written.
void MatchKey::settle() {
  const double size = std::fabs(real_);
  if (imaginary_ != 0 || size >= kTwoTo64 || std::trunc(size) != size) return;
  sort_ = Sort::Integer;
  magnitude_ = static_cast<std::uint64_t>(size);
  is_negative_ = real_ < 0;
}

bool MatchKey::operator==(const MatchKey& other) const {
  if (sort_ != other.sort_) return false;
  switch (sort_) {
    case Sort::Other:
      return false;
    case Sort::Integer:
      return magnitude_ == other.magnitude_ && is_negative_ == other.is_negative_;
    case Sort::BigInteger:
      return big_text_ == other.big_text_ && is_negative_ == other.is_negative_;
    case Sort::Complex:
      return real_ == other.real_ && imaginary_ == other.imaginary_;
    case Sort::Literal:
      return ast::equal(literal_, other.literal_);
  }
  return false;
}

}  // namespace lint::parser
