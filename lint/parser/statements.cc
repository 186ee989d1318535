// Simple statements and the lines that they stand on.
#include "lint/parser/list_parsing.h"
#include "lint/parser/parser.h"

namespace lint::parser {
namespace {

constexpr std::string_view kSameLine =
    "Simple statements must be separated by newlines or semicolons";
constexpr std::string_view kCompoundOnSameLine =
    "Compound statements are not allowed on the same line as simple statements";
constexpr std::string_view kBareTuple = "Unparenthesized tuple expression cannot be used here";

}  // namespace

ast::Stmt* Parser::parse_statement() {
  switch (kind()) {
    case TokenKind::If:
      return parse_if();
    case TokenKind::For:
      return parse_for(start(), false);
    case TokenKind::While:
      return parse_while();
    case TokenKind::Def:
      return parse_function({}, start(), false);
    case TokenKind::Class:
      return parse_class({}, start());
    case TokenKind::Try:
      return parse_try();
    case TokenKind::With:
      return parse_with(start(), false);
    case TokenKind::At:
      return parse_decorated();
    case TokenKind::Async:
      return parse_async();
    case TokenKind::Match:
      if (ast::Stmt* match = parse_match_or_null()) return match;
      break;
    default:
      break;
  }
  return parse_statement_line();
}

// One simple statement; those behind a semicolon follow as statements of the
// block.
ast::Stmt* Parser::parse_statement_line() {
  ast::Stmt* statement = parse_simple_statement();
  const bool has_semicolon = eat(TokenKind::Semicolon);
  if (eat(TokenKind::Newline)) return statement;
  if (!has_semicolon && at(kSimpleStarts)) {
    add_error(kSameLine, range());
  } else if (at(kCompoundStarts)) {
    add_error(kCompoundOnSameLine, range());
  }
  return statement;
}

// The rest of the line behind a colon.
ast::List<ast::Stmt> Parser::parse_simple_statements() {
  const std::size_t from = scratch_size();
  do {
    gather(parse_simple_statement());
    if (eat(TokenKind::Semicolon)) continue;
    if (!at(kSimpleStarts)) break;
    add_error(kSameLine, range());
  } while (at(kSimpleStarts));
  if (!eat(TokenKind::Newline)) {
    if (at(kCompoundStarts)) {
      add_error(kCompoundOnSameLine, range());
    } else {
      expect(TokenKind::Newline);
    }
  }
  return take_list<ast::Stmt>(from);
}

ast::Stmt* Parser::parse_simple_statement() {
  switch (kind()) {
    case TokenKind::Return:
      return parse_return();
    case TokenKind::Import:
      return parse_import(start(), false);
    case TokenKind::From:
      return parse_import_from(start(), false);
    case TokenKind::Pass:
      return parse_keyword_statement<ast::StmtPass>();
    case TokenKind::Continue:
      return parse_keyword_statement<ast::StmtContinue>();
    case TokenKind::Break:
      return parse_keyword_statement<ast::StmtBreak>();
    case TokenKind::Raise:
      return parse_raise();
    case TokenKind::Del:
      return parse_delete();
    case TokenKind::Assert:
      return parse_assert();
    case TokenKind::Global:
      return parse_scope_names<ast::StmtGlobal>("Global statement must have at least one name");
    case TokenKind::Nonlocal:
      return parse_scope_names<ast::StmtNonlocal>("Nonlocal statement must have at least one name");
    case TokenKind::EscapeCommand:
      return parse_escape_command();
    case TokenKind::Lazy:
    case TokenKind::Type:
      if (ast::Stmt* statement = parse_soft_keyword_statement()) return statement;
      break;
    default:
      break;
  }
  return parse_expression_statement();
}

// `lazy import` and `type X = ...`; null if the soft keyword is a name.
ast::Stmt* Parser::parse_soft_keyword_statement() {
  const std::uint32_t from = start();
  if (at(TokenKind::Type)) {
    const auto [first, second] = stream_.peek_two();
    const bool is_alias =
        kNames.contains(first) && (second == TokenKind::LeftSquare || second == TokenKind::Equal);
    return is_alias ? parse_type_alias() : nullptr;
  }
  const TokenKind next = stream_.peek();
  if (next != TokenKind::Import && next != TokenKind::From) return nullptr;
  add_version_error(Feature::LazyImport, range());
  bump();
  return next == TokenKind::Import ? parse_import(from, true) : parse_import_from(from, true);
}

ast::Stmt* Parser::parse_expression_statement() {
  const std::uint32_t from = start();
  const ParsedExpr expr = parse_expression_list(kYieldOrStarredExpr);
  if (at(TokenKind::Equal)) return parse_assign(expr.expr, from);
  if (at(TokenKind::Colon)) return parse_annotated_assign(expr, from);
  if (const auto op = augmented_operator(kind())) {
    return parse_augmented_assign(expr.expr, *op, from);
  }
  if (at(TokenKind::Question)) return parse_help_command(expr);
  auto* statement = finish<ast::StmtExpr>(from);
  statement->value = expr.expr;
  return statement;
}

ast::Stmt* Parser::parse_assign(ast::Expr* target, std::uint32_t start) {
  bump();
  const std::size_t from = scratch_size();
  gather(target);
  ast::Expr* value = parse_expression_list(kYieldOrStarredExpr).expr;
  if (at(TokenKind::Equal)) {
    parse_list(ListKind::AssignmentTargets, [&] {
      bump();
      gather(value);
      value = parse_expression_list(kYieldOrStarredExpr).expr;
    });
  }
  const auto targets = take_list<ast::Expr>(from);
  for (const ast::Expr* each : targets) {
    set_context(each, ast::ExprContext::Store);
    check_assignment_target(each);
  }
  auto* assign = finish<ast::StmtAssign>(start);
  assign->targets = targets;
  assign->value = value;
  return assign;
}

ast::Stmt* Parser::parse_annotated_assign(const ParsedExpr& target, std::uint32_t start) {
  bump();
  check_annotated_target(target.expr);
  set_context(target.expr, ast::ExprContext::Store);
  const ast::Expr* annotation = parse_conditional().expr;
  const ast::Expr* value = nullptr;
  if (eat(TokenKind::Equal)) {
    if (at(kExprStarts)) {
      value = parse_expression_list(kYieldOrStarredExpr).expr;
    } else {
      add_error("Expected an expression", range());
    }
  }
  auto* assign = finish<ast::StmtAnnAssign>(start);
  assign->target = target.expr;
  assign->annotation = annotation;
  assign->value = value;
  assign->simple = target.is_bare(ast::Kind::ExprName);
  return assign;
}

ast::Stmt* Parser::parse_augmented_assign(ast::Expr* target, ast::Operator op,
                                          std::uint32_t start) {
  bump();
  if (!ast::is<ast::ExprName>(target) && !ast::is<ast::ExprAttribute>(target) &&
      !ast::is<ast::ExprSubscript>(target)) {
    add_error("Invalid augmented assignment target", target);
  }
  set_context(target, ast::ExprContext::Store);
  const ast::Expr* value = parse_expression_list(kYieldOrStarredExpr).expr;
  auto* assign = finish<ast::StmtAugAssign>(start);
  assign->target = target;
  assign->op = op;
  assign->value = value;
  return assign;
}

template <typename T>
ast::Stmt* Parser::parse_keyword_statement() {
  const std::uint32_t from = start();
  bump();
  return finish<T>(from);
}

ast::Stmt* Parser::parse_return() {
  const std::uint32_t from = start();
  bump();
  const ast::Expr* value = nullptr;
  if (at(kExprStarts)) {
    const ParsedExpr list = parse_expression_list(kStarredBitwiseExpr);
    check_unpacking(list, Feature::UnpackingInReturn);
    value = list.expr;
  }
  auto* statement = finish<ast::StmtReturn>(from);
  statement->value = value;
  return statement;
}

ast::Stmt* Parser::parse_raise() {
  const std::uint32_t from = start();
  bump();
  const ast::Expr* exc = nullptr;
  if (at(TokenKind::From)) {
    add_error("Exception missing in `raise` statement with cause", range());
  } else if (!at(TokenKind::Newline)) {
    exc = parse_raised();
  }
  const ast::Expr* cause = eat(TokenKind::From) ? parse_raised() : nullptr;
  auto* statement = finish<ast::StmtRaise>(from);
  statement->exc = exc;
  statement->cause = cause;
  return statement;
}

ast::Expr* Parser::parse_raised() {
  ast::Expr* expr = parse_expression_list().expr;
  const auto* tuple = ast::as<ast::ExprTuple>(expr);
  if (tuple != nullptr && !tuple->parenthesized) add_error(kBareTuple, tuple);
  return expr;
}

ast::Stmt* Parser::parse_delete() {
  const std::uint32_t from = start();
  bump();
  const std::size_t first = scratch_size();
  parse_comma_list(ListKind::DeleteTargets, [this] {
    ast::Expr* target = parse_conditional(kStarredExpr).expr;
    set_context(target, ast::ExprContext::Del);
    check_delete_target(target);
    gather(target);
  });
  const auto targets = take_list<ast::Expr>(first);
  if (targets.empty()) add_error("Delete statement must have at least one target", range());
  auto* statement = finish<ast::StmtDelete>(from);
  statement->targets = targets;
  return statement;
}

ast::Stmt* Parser::parse_assert() {
  const std::uint32_t from = start();
  bump();
  const ast::Expr* test = parse_conditional().expr;
  const ast::Expr* msg = eat(TokenKind::Comma) ? parse_optional_expr() : nullptr;
  auto* statement = finish<ast::StmtAssert>(from);
  statement->test = test;
  statement->msg = msg;
  return statement;
}

// global and nonlocal
template <typename T>
ast::Stmt* Parser::parse_scope_names(std::string_view empty_message) {
  const std::uint32_t from = start();
  bump();
  identifiers_.clear();
  parse_comma_list(ListKind::Identifiers, [this] { identifiers_.push_back(parse_identifier()); });
  if (identifiers_.empty()) add_error(empty_message, range());
  T* statement = finish<T>(from);
  statement->names = {arena_.copy(std::span<const ast::Identifier>(identifiers_)),
                      identifiers_.size()};
  return statement;
}

ast::Stmt* Parser::parse_type_alias() {
  const std::uint32_t from = start();
  add_version_error(Feature::TypeAlias, range());
  bump();
  ast::ExprName* name = parse_name();
  set_context(name, ast::ExprContext::Store);
  const ast::TypeParams* type_params = at(TokenKind::LeftSquare) ? parse_type_params() : nullptr;
  expect(TokenKind::Equal);
  const ast::Expr* value = parse_conditional().expr;
  auto* alias = finish<ast::StmtTypeAlias>(from);
  alias->name = name;
  alias->type_params = type_params;
  alias->value = value;
  return alias;
}

}  // namespace lint::parser
