// Functions, classes and their decorators.
#include "lint/parser/list_parsing.h"
#include "lint/parser/parser.h"

namespace lint::parser {

ast::Stmt* Parser::parse_function(ast::List<ast::Decorator> decorators, std::uint32_t start,
                                  bool is_async) {
  bump();
  const ast::Identifier name = parse_identifier();
  const ast::TypeParams* type_params = parse_optional_type_params();
  const ast::Parameters* parameters = parse_parameters(false);
  const ast::Expr* returns = eat(TokenKind::Arrow) ? parse_return_annotation() : nullptr;
  expect(TokenKind::Colon);
  const auto body = parse_body("function definition");
  auto* function = finish<ast::StmtFunctionDef>(start);
  function->decorators = decorators;
  function->is_async = is_async;
  function->name = name;
  function->type_params = type_params;
  function->parameters = parameters;
  function->returns = returns;
  function->body = body;
  return function;
}

ast::Expr* Parser::parse_return_annotation() {
  if (!at(kExprStarts)) {
    add_error("Expected an expression", range());
    return nullptr;
  }
  ast::Expr* returns = parse_expression_list().expr;
  const auto* tuple = ast::as<ast::ExprTuple>(returns);
  if (tuple != nullptr && !tuple->parenthesized) {
    add_error("Multiple return types must be parenthesized", tuple);
  }
  return returns;
}

ast::Stmt* Parser::parse_class(ast::List<ast::Decorator> decorators, std::uint32_t start) {
  bump();
  const ast::Identifier name = parse_identifier();
  const ast::TypeParams* type_params = parse_optional_type_params();
  const ast::Arguments* arguments = at(TokenKind::LeftParen) ? parse_arguments(true) : nullptr;
  expect(TokenKind::Colon);
  const auto body = parse_body("`class` definition");
  auto* definition = finish<ast::StmtClassDef>(start);
  definition->decorators = decorators;
  definition->name = name;
  definition->type_params = type_params;
  definition->arguments = arguments;
  definition->body = body;
  return definition;
}

ast::Stmt* Parser::parse_decorated() {
  const std::uint32_t from = start();
  const std::size_t first = scratch_size();
  while (at(TokenKind::At)) {
    gather(parse_decorator());
    expect(TokenKind::Newline);
  }
  const auto decorators = take_list<ast::Decorator>(first);
  if (at(TokenKind::Def)) return parse_function(decorators, from, false);
  if (at(TokenKind::Class)) return parse_class(decorators, from);
  if (at(TokenKind::Async) && stream_.peek() == TokenKind::Def) {
    bump();
    return parse_function(decorators, from, true);
  }
  add_error("Expected class, function definition or async function definition after decorator",
            range());
  return make_missing_function(decorators, from);
}

ast::Decorator* Parser::parse_decorator() {
  const std::uint32_t from = start();
  bump();
  ast::Expr* expression = nullptr;
  if (at(TokenKind::Def) || at(TokenKind::Class)) {
    expression = make_name(parse_missing_identifier(), ast::ExprContext::Invalid);
  } else {
    expression = parse_named_expression().expr;
  }
  if (!supports(Feature::RelaxedDecorator)) {
    if (const ast::Expr* part = relaxed_decorator_part(*expression)) {
      version_errors_.push_back({relaxed_decorator_message(*part, target_version_), part->range});
    }
  }
  auto* decorator = finish<ast::Decorator>(from);
  decorator->expression = expression;
  return decorator;
}

// Decorators without anything to decorate.
ast::Stmt* Parser::make_missing_function(ast::List<ast::Decorator> decorators,
                                         std::uint32_t start) {
  const TextRange whole = range_from(start);
  const ast::Parameters* parameters = make<ast::Parameters>(missing_range());
  auto* function = make<ast::StmtFunctionDef>(whole);
  function->decorators = decorators;
  function->name = missing_identifier();
  function->parameters = parameters;
  return function;
}

const ast::TypeParams* Parser::parse_optional_type_params() {
  if (!at(TokenKind::LeftSquare)) return nullptr;
  const ast::TypeParams* type_params = parse_type_params();
  add_version_error(Feature::TypeParameterList, type_params->range);
  return type_params;
}

ast::TypeParams* Parser::parse_type_params() {
  const std::uint32_t from = start();
  bump();
  const std::size_t first = scratch_size();
  parse_comma_list(ListKind::TypeParams, [this] { gather(parse_type_param()); });
  const auto params = take_list<ast::TypeParam>(first);
  if (params.empty()) add_error("Type parameter list cannot be empty", range());
  expect(TokenKind::RightSquare);
  auto* type_params = finish<ast::TypeParams>(from);
  type_params->params = params;
  return type_params;
}

ast::TypeParam* Parser::parse_type_param() {
  const std::uint32_t from = start();
  if (eat(TokenKind::Star)) {
    return parse_starred_type_param<ast::TypeParamTypeVarTuple>(from, kStarredBitwiseExpr);
  }
  if (eat(TokenKind::DoubleStar)) {
    return parse_starred_type_param<ast::TypeParamParamSpec>(from, kPlainExpr);
  }
  return parse_type_var(from);
}

template <typename T>
ast::TypeParam* Parser::parse_starred_type_param(std::uint32_t start, ExprRules default_rules) {
  const ast::Identifier name = parse_identifier();
  const ast::Expr* default_value =
      eat(TokenKind::Equal) ? parse_optional_expr(default_rules) : nullptr;
  T* param = finish<T>(start);
  param->name = name;
  param->default_value = default_value;
  return param;
}

ast::TypeParam* Parser::parse_type_var(std::uint32_t start) {
  const ast::Identifier name = parse_identifier();
  const ast::Expr* bound = eat(TokenKind::Colon) ? parse_optional_expr() : nullptr;
  const std::uint32_t equal = this->start();
  const ast::Expr* default_value = eat(TokenKind::Equal) ? parse_optional_expr() : nullptr;
  if (default_value != nullptr) {
    add_version_error(Feature::TypeParameterDefault, range_from(equal));
  }
  auto* param = finish<ast::TypeParamTypeVar>(start);
  param->name = name;
  param->bound = bound;
  param->default_value = default_value;
  return param;
}

}  // namespace lint::parser
