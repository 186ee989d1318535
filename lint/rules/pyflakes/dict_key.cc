#include "lint/rules/pyflakes/dict_key.h"

#include <bit>
#include <cmath>
#include <optional>

#include "lint/ast/node_values.h"
#include "lint/ast/statements.h"

namespace lint::pyflakes {
namespace {

// An integer below 2^64 with its sign, or any other float.
struct Real {
  bool is_integer = true;
  bool is_negative = false;     // Of integers; zero is not.
  std::uint64_t magnitude = 0;  // Of integers; else the bits of the float.
  bool operator==(const Real&) const = default;

  static Real of(double value) {
    constexpr double kEnd = 18446744073709551616.0;
    if (std::isfinite(value) && std::fabs(value) < kEnd && std::trunc(value) == value) {
      return {true, value < 0, static_cast<std::uint64_t>(std::fabs(value))};
    }
    return {false, false, std::bit_cast<std::uint64_t>(value)};
  }
  bool is_zero() const { return is_integer && magnitude == 0; }
  Real negated() const {
    if (is_integer) return {true, !is_negative && magnitude != 0, magnitude};
    return {false, false, magnitude ^ (std::uint64_t{1} << 63)};
  }
  // As part of a complex number.
  Real rounded() const {
    if (!is_integer) return *this;
    const auto value = static_cast<double>(magnitude);
    return of(is_negative ? -value : value);
  }
};

struct Number {
  Real real;
  Real imaginary;
  bool operator==(const Number&) const = default;
};

std::optional<Number> number_of(const ast::Expr& expr);

// real + imaginary: 1 + 2j
std::optional<Number> complex_of(const ast::ExprBinOp& sum) {
  if (sum.op != ast::Operator::Add && sum.op != ast::Operator::Sub) return std::nullopt;
  const std::optional<Number> left = number_of(*sum.left);
  const auto* right = ast::as<ast::ExprNumberLiteral>(sum.right);
  if (!left || !left->imaginary.is_zero()) return std::nullopt;
  if (right == nullptr || right->number_kind != ast::NumberKind::Complex) return std::nullopt;
  const Real imaginary = Real::of(right->real);
  return Number{left->real.rounded(),
                sum.op == ast::Operator::Sub ? imaginary.negated() : imaginary};
}

std::optional<Number> number_of(const ast::Expr& expr) {
  if (const auto* boolean = ast::as<ast::ExprBooleanLiteral>(expr)) {
    return Number{{true, false, boolean->value ? 1u : 0u}, {}};
  }
  if (const auto* literal = ast::as<ast::ExprNumberLiteral>(expr)) {
    switch (literal->number_kind) {
      case ast::NumberKind::Int:
        if (literal->is_big) return std::nullopt;
        return Number{{true, false, literal->integer}, {}};
      case ast::NumberKind::Float:
        return Number{Real::of(literal->real), {}};
      case ast::NumberKind::Complex:
        return Number{{}, Real::of(literal->real)};
    }
  }
  if (const auto* operation = ast::as<ast::ExprUnaryOp>(expr)) {
    if (operation->op == ast::UnaryOp::UAdd) return number_of(*operation->operand);
    if (operation->op != ast::UnaryOp::USub) return std::nullopt;
    const std::optional<Number> operand = number_of(*operation->operand);
    if (!operand) return std::nullopt;
    return Number{operand->real.negated(), operand->imaginary.negated()};
  }
  const auto* sum = ast::as<ast::ExprBinOp>(expr);
  return sum != nullptr ? complex_of(*sum) : std::nullopt;
}

// Is the value known, so that only values decide, not how they are written?
bool is_known(const ast::Expr& expr) {
  const auto* tuple = ast::as<ast::ExprTuple>(expr);
  if (tuple == nullptr) return ast::is_literal(expr.kind) || number_of(expr).has_value();
  for (const ast::Expr* element : tuple->elts) {
    if (!is_known(*element)) return false;
  }
  return true;
}

std::uint64_t mixed(std::uint64_t seed, std::uint64_t value) {
  ast::mix(seed, value);
  return seed;
}

}  // namespace

std::uint64_t key_hash(const ast::Expr& key) {
  if (const std::optional<Number> number = number_of(key)) {
    return mixed(number->real.magnitude, number->imaginary.magnitude);
  }
  if (const auto* named = ast::as<ast::ExprNamed>(key)) {
    return mixed(ast::hash(named->target), key_hash(*named->value));
  }
  const auto* tuple = ast::as<ast::ExprTuple>(key);
  if (tuple == nullptr || !is_known(key)) return ast::hash(&key);
  std::uint64_t hash = tuple->elts.size();
  for (const ast::Expr* element : tuple->elts) hash = mixed(hash, key_hash(*element));
  return hash;
}

bool is_same_key(const ast::Expr& left, const ast::Expr& right) {
  const std::optional<Number> left_number = number_of(left);
  const std::optional<Number> right_number = number_of(right);
  if (left_number || right_number) return left_number == right_number;
  if (left.kind != right.kind) return false;
  if (const auto* named = ast::as<ast::ExprNamed>(left)) {
    const auto& other = static_cast<const ast::ExprNamed&>(right);
    return ast::equal(named->target, other.target) && is_same_key(*named->value, *other.value);
  }
  const auto* tuple = ast::as<ast::ExprTuple>(left);
  if (tuple == nullptr || !is_known(left) || !is_known(right)) return ast::equal(&left, &right);
  const auto& other = static_cast<const ast::ExprTuple&>(right);
  if (tuple->elts.size() != other.elts.size()) return false;
  for (std::size_t i = 0; i < tuple->elts.size(); ++i) {
    if (!is_same_key(*tuple->elts[i], *other.elts[i])) return false;
  }
  return true;
}

}  // namespace lint::pyflakes
