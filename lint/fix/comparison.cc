#include "lint/fix/comparison.h"

#include "lint/parser/parentheses.h"

namespace lint {

std::string_view text_of(ast::CmpOp op) {
  switch (op) {
    case ast::CmpOp::Eq:
      return " == ";
    case ast::CmpOp::NotEq:
      return " != ";
    case ast::CmpOp::Lt:
      return " < ";
    case ast::CmpOp::LtE:
      return " <= ";
    case ast::CmpOp::Gt:
      return " > ";
    case ast::CmpOp::GtE:
      return " >= ";
    case ast::CmpOp::Is:
      return " is ";
    case ast::CmpOp::IsNot:
      return " is not ";
    case ast::CmpOp::In:
      return " in ";
    case ast::CmpOp::NotIn:
      return " not in ";
  }
  return {};
}

std::string comparison_text(const parser::Parsed& parsed, const ast::ExprCompare& comparison,
                            std::span<const ast::CmpOp> ops, const ast::Node& parent) {
  std::string result;
  const auto add_operand = [&](const ast::Expr& operand) {
    const common::TextRange range =
        parser::range_with_parentheses(parsed.tokens(), operand, parent);
    result += range.of(parsed.text());
  };
  add_operand(*comparison.left);
  for (std::size_t i = 0; i < ops.size(); ++i) {
    result += text_of(ops[i]);
    add_operand(*comparison.comparators[i]);
  }
  return result;
}

}  // namespace lint
