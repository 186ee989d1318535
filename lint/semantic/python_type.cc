#include "lint/semantic/python_type.h"

#include <bit>

namespace lint::semantic {
namespace {

// bool < int < float < complex
int rank_of(PythonType number) {
  switch (number) {
    case PythonType::Bool:
      return 0;
    case PythonType::Integer:
      return 1;
    case PythonType::Float:
      return 2;
    default:
      return 3;
  }
}

bool is_subtype(PythonType type, PythonType of) {
  if (type == of) return true;
  return is_number(type) && is_number(of) && rank_of(type) < rank_of(of);
}

// What arithmetic gives; never bool.
PythonType coerce(PythonType left, PythonType right) {
  if (left == PythonType::Complex || right == PythonType::Complex) return PythonType::Complex;
  if (left == PythonType::Float || right == PythonType::Float) return PythonType::Float;
  return PythonType::Integer;
}

}  // namespace

PythonType ResolvedType::atom() const {
  return static_cast<PythonType>(std::countr_zero(static_cast<unsigned>(bits_)));
}

ResolvedType ResolvedType::with(PythonType type) const {
  ResolvedType result = *this;
  const bool is_covered = !all_of([&](PythonType other) { return !is_subtype(type, other); });
  if (!is_covered) result.bits_ = static_cast<std::uint16_t>(result.bits_ | bit(type));
  result.kind_ = Kind::Union;
  return result;
}

ResolvedType ResolvedType::join(ResolvedType other) const {
  if (kind_ == Kind::TypeError || other.kind_ == Kind::TypeError) return type_error();
  if (!is_known() || !other.is_known()) return {};
  if (is_atom() && other.is_atom()) {
    if (is_subtype(atom(), other.atom())) return other;
    if (is_subtype(other.atom(), atom())) return *this;
    return with(other.atom());
  }
  if (is_atom()) return other.with(atom());
  ResolvedType result = *this;
  other.all_of([&](PythonType type) {
    result = result.with(type);
    return true;
  });
  return result;
}

namespace {

ResolvedType type_of_number(const ast::ExprNumberLiteral& number) {
  switch (number.number_kind) {
    case ast::NumberKind::Int:
      return PythonType::Integer;
    case ast::NumberKind::Float:
      return PythonType::Float;
    case ast::NumberKind::Complex:
      return PythonType::Complex;
  }
  return {};
}

ResolvedType type_of_unary(const ast::ExprUnaryOp& operation) {
  if (operation.op == ast::UnaryOp::Not) return PythonType::Bool;
  const ResolvedType operand = type_of(*operation.operand);
  if (!operand.is_atom()) return {};
  const PythonType type = operand.atom();
  if (type == PythonType::Bool || type == PythonType::Integer) return PythonType::Integer;
  if (operation.op == ast::UnaryOp::Invert || !is_number(type)) return ResolvedType::type_error();
  return type;
}

ResolvedType type_of_sum(PythonType left, PythonType right) {
  if (is_number(left) && is_number(right)) return coerce(left, right);
  const bool is_sequence = left == PythonType::String || left == PythonType::Bytes ||
                           left == PythonType::List || left == PythonType::Tuple;
  return left == right && is_sequence ? ResolvedType(left) : ResolvedType::type_error();
}

ResolvedType type_of_product(PythonType left, PythonType right) {
  if (is_number(left) && is_number(right)) return coerce(left, right);
  const bool is_repetition = (left == PythonType::String && right == PythonType::Integer) ||
                             (left == PythonType::Integer && right == PythonType::String);
  return is_repetition ? ResolvedType(PythonType::String) : ResolvedType::type_error();
}

ResolvedType type_of_binary(ast::Operator op, PythonType left, PythonType right) {
  const bool are_numbers = is_number(left) && is_number(right);
  switch (op) {
    case ast::Operator::Add:
      return type_of_sum(left, right);
    case ast::Operator::Mult:
      return type_of_product(left, right);
    case ast::Operator::Sub:
      if (left == PythonType::Set && right == PythonType::Set) return PythonType::Set;
      return are_numbers ? ResolvedType(coerce(left, right)) : ResolvedType::type_error();
    case ast::Operator::Mod:
      return are_numbers ? ResolvedType(coerce(left, right)) : ResolvedType();
    case ast::Operator::FloorDiv:
    case ast::Operator::Pow:
      return are_numbers ? ResolvedType(coerce(left, right)) : ResolvedType::type_error();
    case ast::Operator::Div: {
      if (!are_numbers) return ResolvedType::type_error();
      const PythonType type = coerce(left, right);
      return type == PythonType::Integer ? PythonType::Float : type;
    }
    case ast::Operator::BitAnd:
    case ast::Operator::BitOr:
    case ast::Operator::BitXor:
    case ast::Operator::LShift:
    case ast::Operator::RShift:
      if (!are_numbers || coerce(left, right) != PythonType::Integer) {
        return ResolvedType::type_error();
      }
      return PythonType::Integer;
    case ast::Operator::MatMult:
      return {};
  }
  return {};
}

ResolvedType type_of_binary(const ast::ExprBinOp& operation) {
  const ResolvedType left = type_of(*operation.left);
  // Formatting gives text, whatever is put in.
  if (operation.op == ast::Operator::Mod &&
      (left.is(PythonType::String) || left.is(PythonType::Bytes))) {
    return left;
  }
  if (!left.is_atom()) return {};
  const ResolvedType right = type_of(*operation.right);
  return right.is_atom() ? type_of_binary(operation.op, left.atom(), right.atom()) : ResolvedType();
}

ResolvedType type_of_choice(const ast::ExprBoolOp& operation) {
  ResolvedType result = type_of(*operation.values.front());
  for (std::size_t i = 1; i < operation.values.size(); ++i) {
    result = result.join(type_of(*operation.values[i]));
  }
  return result;
}

}  // namespace

ResolvedType type_of(const ast::Expr& expr) {
  switch (expr.kind) {
    case ast::Kind::ExprDict:
    case ast::Kind::ExprDictComp:
      return PythonType::Dict;
    case ast::Kind::ExprSet:
    case ast::Kind::ExprSetComp:
      return PythonType::Set;
    case ast::Kind::ExprList:
    case ast::Kind::ExprListComp:
      return PythonType::List;
    case ast::Kind::ExprTuple:
      return PythonType::Tuple;
    case ast::Kind::ExprGenerator:
      return PythonType::Generator;
    case ast::Kind::ExprFString:
    case ast::Kind::ExprStringLiteral:
      return PythonType::String;
    case ast::Kind::ExprBytesLiteral:
      return PythonType::Bytes;
    case ast::Kind::ExprNumberLiteral:
      return type_of_number(static_cast<const ast::ExprNumberLiteral&>(expr));
    case ast::Kind::ExprBooleanLiteral:
      return PythonType::Bool;
    case ast::Kind::ExprNoneLiteral:
      return PythonType::None;
    case ast::Kind::ExprEllipsisLiteral:
      return PythonType::Ellipsis;
    case ast::Kind::ExprNamed:
      return type_of(*static_cast<const ast::ExprNamed&>(expr).value);
    case ast::Kind::ExprIf: {
      const auto& choice = static_cast<const ast::ExprIf&>(expr);
      return type_of(*choice.body).join(type_of(*choice.orelse));
    }
    case ast::Kind::ExprBoolOp:
      return type_of_choice(static_cast<const ast::ExprBoolOp&>(expr));
    case ast::Kind::ExprUnaryOp:
      return type_of_unary(static_cast<const ast::ExprUnaryOp&>(expr));
    case ast::Kind::ExprBinOp:
      return type_of_binary(static_cast<const ast::ExprBinOp&>(expr));
    default:
      return {};
  }
}

}  // namespace lint::semantic
