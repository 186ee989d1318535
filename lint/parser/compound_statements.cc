// Statements with blocks, except definitions and match.
#include "lint/parser/list_parsing.h"
#include "lint/parser/parser.h"

namespace lint::parser {

// What follows the colon of a header; `clause` names it in messages.
ast::List<ast::Stmt> Parser::parse_body(std::string_view clause) {
  const TextRange newline = range();
  if (!eat(TokenKind::Newline)) {
    if (at(kSimpleStarts)) return parse_simple_statements();
    add_error("Expected a simple statement", range());
    return {};
  }
  if (at(TokenKind::Indent)) return parse_block();
  add_error("Expected an indented block after " + std::string(clause),
            range().empty() ? newline : range());
  return {};
}

ast::List<ast::Stmt> Parser::parse_block() {
  bump();
  const std::size_t from = scratch_size();
  {
    const Nesting nesting(*this);
    parse_list(ListKind::BlockStatements, [this] { gather(parse_statement()); });
  }
  const auto statements = take_list<ast::Stmt>(from);
  expect(TokenKind::Dedent);
  return statements;
}

// `keyword:` with its body, if it is there.
ast::List<ast::Stmt> Parser::parse_optional_body(TokenKind keyword, std::string_view clause) {
  if (!eat(keyword)) return {};
  expect(TokenKind::Colon);
  return parse_body(clause);
}

ast::Stmt* Parser::parse_if() {
  const std::uint32_t from = start();
  bump();
  const ast::Expr* test = parse_named_expression().expr;
  expect(TokenKind::Colon);
  const auto body = parse_body("`if` statement");
  const std::size_t first_clause = scratch_size();
  const OpenLists outer = open_lists_;
  open_lists_ = outer.with(ListKind::ElifClauses);
  while (at(TokenKind::Elif)) gather(parse_elif_else(true));
  open_lists_ = outer;
  if (at(TokenKind::Else)) gather(parse_elif_else(false));
  const auto clauses = take_list<ast::ElifElseClause>(first_clause);
  auto* statement = finish<ast::StmtIf>(from);
  statement->test = test;
  statement->body = body;
  statement->clauses = clauses;
  return statement;
}

ast::ElifElseClause* Parser::parse_elif_else(bool is_elif) {
  const std::uint32_t from = start();
  bump();
  const ast::Expr* test = is_elif ? parse_named_expression().expr : nullptr;
  expect(TokenKind::Colon);
  const auto body = parse_body(is_elif ? "`elif` clause" : "`else` clause");
  auto* clause = finish<ast::ElifElseClause>(from);
  clause->test = test;
  clause->body = body;
  return clause;
}

ast::Stmt* Parser::parse_for(std::uint32_t start, bool is_async) {
  bump();
  const ast::Expr* target = parse_expression_list(kStarredExpr.with(ExprRule::NoIn)).expr;
  set_context(target, ast::ExprContext::Store);
  check_assignment_target(target);
  expect(TokenKind::In);
  const ParsedExpr iter = parse_expression_list(kStarredBitwiseExpr);
  check_unpacking(iter, Feature::UnpackingInFor);
  expect(TokenKind::Colon);
  const auto body = parse_body("`for` statement");
  const auto orelse = parse_optional_body(TokenKind::Else, "`else` clause");
  auto* statement = finish<ast::StmtFor>(start);
  statement->is_async = is_async;
  statement->target = target;
  statement->iter = iter.expr;
  statement->body = body;
  statement->orelse = orelse;
  return statement;
}

ast::Stmt* Parser::parse_while() {
  const std::uint32_t from = start();
  bump();
  const ast::Expr* test = parse_named_expression().expr;
  expect(TokenKind::Colon);
  const auto body = parse_body("`while` statement");
  const auto orelse = parse_optional_body(TokenKind::Else, "`else` clause");
  auto* statement = finish<ast::StmtWhile>(from);
  statement->test = test;
  statement->body = body;
  statement->orelse = orelse;
  return statement;
}

ast::Stmt* Parser::parse_try() {
  const std::uint32_t from = start();
  bump();
  expect(TokenKind::Colon);
  const auto body = parse_body("`try` statement");
  const std::size_t first_handler = scratch_size();
  const OpenLists outer = open_lists_;
  open_lists_ = outer.with(ListKind::ExceptClauses);
  ExceptState state;
  while (at(TokenKind::Except)) gather(parse_except(state));
  open_lists_ = outer;
  const auto handlers = take_list<ast::ExceptHandler>(first_handler);
  for (TextRange handler : state.mixed) {
    add_error("Cannot have both 'except' and 'except*' on the same 'try'", handler);
  }
  const auto orelse = parse_optional_body(TokenKind::Else, "`else` clause");
  const bool has_finally = at(TokenKind::Finally);
  const auto finalbody = parse_optional_body(TokenKind::Finally, "`finally` clause");
  if (handlers.empty() && !has_finally) {
    add_error("Expected `except` or `finally` after `try` block", range());
  }
  if (has_finally && at(TokenKind::Else)) {
    add_error("`else` block must come before `finally` block", range());
  }
  auto* statement = finish<ast::StmtTry>(from);
  statement->body = body;
  statement->handlers = handlers;
  statement->orelse = orelse;
  statement->finalbody = finalbody;
  statement->is_star = state.is_star;
  return statement;
}

ast::ExceptHandler* Parser::parse_except(ExceptState& state) {
  const std::uint32_t from = start();
  bump();
  const TextRange star = range();
  const bool is_star = eat(TokenKind::Star);
  const ast::Expr* type = parse_exception_types(is_star);
  ast::Identifier name{};
  if (eat(TokenKind::As)) {
    if (at(kNames)) {
      name = parse_identifier();
    } else {
      add_error("Expected name after `as`", range());
    }
  }
  expect(TokenKind::Colon);
  const auto body = parse_body("`except` clause");
  auto* handler = finish<ast::ExceptHandler>(from);
  handler->type = type;
  handler->name = name;
  handler->body = body;
  if (is_star) add_version_error(Feature::ExceptStar, star);
  if (state.is_first) {
    state = {.is_first = false, .is_star = is_star, .mixed = {}};
  } else if (state.is_star != is_star) {
    state.mixed.push_back(handler->range);
  }
  return handler;
}

ast::Expr* Parser::parse_exception_types(bool is_star) {
  if (!at(kExprStarts)) {
    if (is_star || at(TokenKind::As)) add_error("Expected one or more exception types", range());
    return nullptr;
  }
  ast::Expr* types = parse_expression_list().expr;
  const auto* tuple = ast::as<ast::ExprTuple>(types);
  if (tuple == nullptr || tuple->parenthesized) return types;
  if (at(TokenKind::As)) {
    add_error("Multiple exception types must be parenthesized when using `as`", tuple);
  } else {
    add_version_error(Feature::BareExceptionTypes, tuple->range);
  }
  return types;
}

ast::Stmt* Parser::parse_async() {
  const std::uint32_t from = start();
  bump();
  switch (kind()) {
    case TokenKind::Def:
      return parse_function({}, from, true);
    case TokenKind::With:
      return parse_with(from, true);
    case TokenKind::For:
      return parse_for(from, true);
    default:
      break;
  }
  std::string message = "Expected `def`, `with` or `for` to follow `async`, found ";
  message += describe(kind());
  add_error(message, range());
  const Nesting nesting(*this);
  return parse_statement();
}

}  // namespace lint::parser
