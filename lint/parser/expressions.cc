// Expressions from `a, b` down to operands.
#include <span>
#include <string>

#include "lint/parser/list_parsing.h"
#include "lint/parser/parser.h"

namespace lint::parser {
namespace {

// The sort of expression that binds less tightly than `|`; empty for others.
std::string_view loose_sort(const ast::Expr& expr) {
  switch (expr.kind) {
    case ast::Kind::ExprCompare:
      return "Comparison";
    case ast::Kind::ExprBoolOp:
      return "Boolean";
    case ast::Kind::ExprIf:
      return "Conditional";
    case ast::Kind::ExprLambda:
      return "Lambda";
    case ast::Kind::ExprUnaryOp:
      return static_cast<const ast::ExprUnaryOp&>(expr).op == ast::UnaryOp::Not ? "Boolean" : "";
    default:
      return "";
  }
}

std::string_view sign_of(ast::UnaryOp op) {
  switch (op) {
    case ast::UnaryOp::Invert:
      return "~";
    case ast::UnaryOp::Not:
      return "not";
    case ast::UnaryOp::UAdd:
      return "+";
    case ast::UnaryOp::USub:
      return "-";
  }
  return "";
}

}  // namespace

ParsedExpr Parser::parse_expression_list(ExprRules rules) {
  const std::uint32_t from = start();
  const ParsedExpr first = parse_conditional(rules);
  if (!at(TokenKind::Comma)) return first;
  return {parse_tuple(first.expr, from, false, rules.without(ExprRule::Yield), false)};
}

ParsedExpr Parser::parse_named_expression(ExprRules rules) {
  const std::uint32_t from = start();
  const ParsedExpr expr = parse_conditional(rules);
  return at(TokenKind::ColonEqual) ? parse_named_rest(expr.expr, from) : expr;
}

ParsedExpr Parser::parse_conditional(ExprRules rules) {
  if (at(TokenKind::Lambda)) return {parse_lambda()};
  const std::uint32_t from = start();
  const ParsedExpr expr = parse_simple(rules);
  return at(TokenKind::If) ? parse_conditional_rest(expr.expr, from) : expr;
}

// `:= value`
ParsedExpr Parser::parse_named_rest(ast::Expr* target, std::uint32_t start) {
  bump();
  if (!ast::is<ast::ExprName>(target)) {
    add_error("Assignment expression target must be an identifier", target);
  }
  set_context(target, ast::ExprContext::Store);
  const ast::Expr* value = parse_conditional().expr;
  auto* named = finish<ast::ExprNamed>(start);
  named->target = target;
  named->value = value;
  add_version_error(Feature::NamedExpression, named->range);
  return {named};
}

// `if test else orelse`
ParsedExpr Parser::parse_conditional_rest(ast::Expr* body, std::uint32_t start) {
  bump();
  const ast::Expr* test = parse_simple().expr;
  expect(TokenKind::Else);
  const Nesting nesting(*this);
  const ast::Expr* orelse = parse_conditional().expr;
  auto* conditional = finish<ast::ExprIf>(start);
  conditional->body = body;
  conditional->test = test;
  conditional->orelse = orelse;
  return {conditional};
}

ParsedExpr Parser::parse_binary(ast::Precedence left, ExprRules rules) {
  const Nesting nesting(*this);
  const std::uint32_t from = start();
  const ParsedExpr operand = parse_operand(left, rules);
  if (infix_operator(kind()).group == InfixOperator::Group::None) return operand;
  return parse_operators(operand, from, left, rules);
}

// The operator at hand, `is not` and `not in` included.
InfixOperator Parser::current_operator() {
  InfixOperator op = infix_operator(kind());
  if (at(TokenKind::Is)) {
    if (stream_.peek() == TokenKind::Not) op.op = static_cast<std::uint8_t>(ast::CmpOp::IsNot);
  } else if (at(TokenKind::Not) && stream_.peek() != TokenKind::In) {
    op.group = InfixOperator::Group::None;
  }
  return op;
}

// All operators behind `left` that bind tighter than `precedence`.
ParsedExpr Parser::parse_operators(ParsedExpr left, std::uint32_t start, ast::Precedence precedence,
                                   ExprRules rules) {
  while (true) {
    if (at(TokenKind::In) && rules.has(ExprRule::NoIn)) break;
    const InfixOperator op = current_operator();
    if (op.group == InfixOperator::Group::None || op.precedence < precedence) break;
    if (op.precedence == precedence && !is_right_associative(precedence)) break;
    grow();
    if (op.group == InfixOperator::Group::Boolean) {
      left.expr = parse_bool_op(left.expr, start, static_cast<ast::BoolOp>(op.op), rules);
    } else if (op.group == InfixOperator::Group::Comparison) {
      left.expr = parse_comparison(left.expr, start, rules);
    } else {
      bump();
      const ast::Expr* right = parse_binary(op.precedence, rules).expr;
      auto* operation = finish<ast::ExprBinOp>(start);
      operation->left = left.expr;
      operation->op = static_cast<ast::Operator>(op.op);
      operation->right = right;
      left.expr = operation;
    }
  }
  return left;
}

ast::Expr* Parser::parse_bool_op(ast::Expr* left, std::uint32_t start, ast::BoolOp op,
                                 ExprRules rules) {
  const TokenKind token = kind();
  const std::size_t from = scratch_size();
  gather(left);
  while (eat(token)) gather(parse_binary(ast::precedence_of(op), rules).expr);
  const auto values = take_list<ast::Expr>(from);
  auto* operation = finish<ast::ExprBoolOp>(start);
  operation->op = op;
  operation->values = values;
  return operation;
}

void Parser::bump_comparison(ast::CmpOp op) {
  bump();
  if (op == ast::CmpOp::IsNot || op == ast::CmpOp::NotIn) bump();
}

ast::Expr* Parser::parse_comparison(ast::Expr* left, std::uint32_t start, ExprRules rules) {
  const std::size_t from = scratch_size();
  const std::size_t first_op = comparison_ops_.size();
  do {
    const InfixOperator op = current_operator();
    if (op.group != InfixOperator::Group::Comparison) break;
    comparison_ops_.push_back(static_cast<ast::CmpOp>(op.op));
    bump_comparison(comparison_ops_.back());
    gather(parse_binary(ast::Precedence::Comparison, rules).expr);
  } while (!(at(TokenKind::In) && rules.has(ExprRule::NoIn)));
  const auto comparators = take_list<ast::Expr>(from);
  auto* comparison = finish<ast::ExprCompare>(start);
  comparison->left = left;
  comparison->comparators = comparators;
  const auto ops = std::span<const ast::CmpOp>(comparison_ops_).subspan(first_op);
  comparison->ops = {arena_.copy(ops), ops.size()};
  comparison_ops_.resize(first_op);
  return comparison;
}

// An operand of an operator of precedence `left`, with prefix operators, calls,
// attributes and subscripts.
ParsedExpr Parser::parse_operand(ast::Precedence left, ExprRules rules) {
  switch (kind()) {
    case TokenKind::Plus:
    case TokenKind::Minus:
    case TokenKind::Tilde:
    case TokenKind::Not:
    case TokenKind::Star:
    case TokenKind::Await:
    case TokenKind::Lambda:
    case TokenKind::Yield:
      return parse_prefixed(left, rules);
    default:
      break;
  }
  const std::uint32_t from = start();
  ParsedExpr atom = parse_atom(rules);
  atom.expr = parse_postfix(atom.expr, from, rules);
  return atom;
}

ParsedExpr Parser::parse_prefixed(ast::Precedence left, ExprRules rules) {
  if (const auto op = unary_operator(kind())) return {parse_checked_unary(*op, left, rules)};
  if (at(TokenKind::Star)) {
    ast::Expr* starred = parse_starred(rules);
    if (left > ast::Precedence::None || !rules.has(ExprRule::Starred)) {
      add_error("Starred expression cannot be used here", starred);
    }
    return {starred};
  }
  if (at(TokenKind::Await)) {
    ast::Expr* await = parse_await();
    if (left >= ast::Precedence::Await) add_error("Await expression cannot be used here", await);
    return {await};
  }
  if (at(TokenKind::Lambda)) {
    ast::Expr* lambda = parse_lambda();
    add_error("Lambda expression cannot be used here", lambda);
    return {lambda};
  }
  ast::Expr* yield = parse_yield();
  if (left > ast::Precedence::None || !rules.has(ExprRule::Yield)) {
    add_error("Yield expression cannot be used here", yield);
  }
  return {yield};
}

ast::Expr* Parser::parse_checked_unary(ast::UnaryOp op, ast::Precedence left, ExprRules rules) {
  ast::Expr* unary = parse_unary(op, rules);
  if (op == ast::UnaryOp::Not) {
    if (left > ast::Precedence::Not) {
      add_error("Boolean 'not' expression cannot be used here", unary);
    }
  } else if (left > ast::Precedence::Sign && left != ast::Precedence::Power) {
    std::string message = "Unary '";
    message += sign_of(op);
    message += "' expression cannot be used here";
    add_error(message, unary);
  }
  return unary;
}

ast::Expr* Parser::parse_unary(ast::UnaryOp op, ExprRules rules) {
  const std::uint32_t from = start();
  bump();
  const ast::Expr* operand = parse_binary(ast::precedence_of(op), rules).expr;
  auto* unary = finish<ast::ExprUnaryOp>(from);
  unary->op = op;
  unary->operand = operand;
  return unary;
}

ast::Expr* Parser::parse_await() {
  const std::uint32_t from = start();
  bump();
  const ast::Expr* value = parse_binary(ast::Precedence::Await, kPlainExpr).expr;
  auto* await = finish<ast::ExprAwait>(from);
  await->value = value;
  return await;
}

ast::Expr* Parser::parse_starred(ExprRules rules) {
  const std::uint32_t from = start();
  bump();
  const ast::Expr* value = rules.has(ExprRule::StarredBitwise)
                               ? parse_bitwise_or().expr
                               : parse_conditional(rules.without(ExprRule::Starred)).expr;
  auto* starred = finish<ast::ExprStarred>(from);
  starred->value = value;
  return starred;
}

// What may follow * and ** in a display.
ParsedExpr Parser::parse_bitwise_or() {
  const ParsedExpr expr = parse_conditional();
  if (expr.is_parenthesized) return expr;
  const std::string_view sort = loose_sort(*expr.expr);
  if (!sort.empty()) {
    add_error(std::string(sort) + " expression cannot be used here", expr.expr);
  }
  return expr;
}

ast::Expr* Parser::parse_yield() {
  const std::uint32_t from = start();
  bump();
  if (eat(TokenKind::From)) {
    const ast::Expr* value = parse_expression_list().expr;
    const auto* tuple = ast::as<ast::ExprTuple>(value);
    if (tuple != nullptr && !tuple->parenthesized) {
      add_error("Unparenthesized tuple expression cannot be used here", tuple);
    }
    auto* yield = finish<ast::ExprYieldFrom>(from);
    yield->value = value;
    return yield;
  }
  const ast::Expr* value = nullptr;
  if (at(kExprStarts)) {
    const ParsedExpr list = parse_expression_list(kStarredBitwiseExpr);
    check_unpacking(list, Feature::UnpackingInYield);
    value = list.expr;
  }
  auto* yield = finish<ast::ExprYield>(from);
  yield->value = value;
  return yield;
}

ast::Expr* Parser::parse_lambda() {
  const Nesting nesting(*this);
  const std::uint32_t from = start();
  bump();
  const ast::Parameters* parameters = at(TokenKind::Colon) ? nullptr : parse_parameters(true);
  expect(TokenKind::Colon);
  const ast::Expr* body = parse_conditional().expr;
  auto* lambda = finish<ast::ExprLambda>(from);
  lambda->parameters = parameters;
  lambda->body = body;
  return lambda;
}

// An expression where one must be; null with an error if there is none.
ast::Expr* Parser::parse_optional_expr(ExprRules rules) {
  if (at(kExprStarts)) return parse_conditional(rules).expr;
  add_error("Expected an expression", range());
  return nullptr;
}

// Reports starred elements of a tuple without parentheses.
void Parser::check_unpacking(const ParsedExpr& list, Feature feature) {
  if (supports(feature)) return;
  const auto* tuple = ast::as<ast::ExprTuple>(list.expr);
  if (tuple == nullptr || tuple->parenthesized) return;
  for (const ast::Expr* element : tuple->elts) {
    if (ast::is<ast::ExprStarred>(element)) add_version_error(feature, element->range);
  }
}

}  // namespace lint::parser
