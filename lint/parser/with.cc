// with statements: whether `with (` opens a list of items or the first item's
// expression shows only behind the closing parenthesis.
#include <vector>

#include "lint/parser/list_parsing.h"
#include "lint/parser/parser.h"

namespace lint::parser {
namespace {

// What may be an element of a tuple or in parentheses, but no item.
bool needs_parentheses(const ast::Expr* expr) {
  return ast::is<ast::ExprNamed>(expr) || ast::is<ast::ExprStarred>(expr) ||
         ast::is<ast::ExprYield>(expr) || ast::is<ast::ExprYieldFrom>(expr);
}

std::string_view misuse(const ast::Expr* expr) {
  if (ast::is<ast::ExprNamed>(expr)) {
    return "Unparenthesized named expression cannot be used here";
  }
  return ast::is<ast::ExprStarred>(expr) ? "Starred expression cannot be used here"
                                         : "Yield expression cannot be used here";
}

}  // namespace

ast::Stmt* Parser::parse_with(std::uint32_t start, bool is_async) {
  bump();
  const auto items = parse_with_items();
  expect(TokenKind::Colon);
  const auto body = parse_body("`with` statement");
  auto* statement = finish<ast::StmtWith>(start);
  statement->is_async = is_async;
  statement->items = items;
  statement->body = body;
  return statement;
}

ast::List<ast::WithItem> Parser::parse_with_items() {
  if (!at(kExprStarts)) {
    add_error("Expected the start of an expression after `with` keyword", range());
    return {};
  }
  const std::size_t from = scratch_size();
  const auto parse_items = [this](ListKind list) {
    parse_comma_list(list, [this] { gather(parse_with_item(kPlainExpr).item); });
  };
  if (!at(TokenKind::LeftParen)) {
    parse_items(ListKind::WithItems);
  } else if (parse_parenthesized_with_items()) {
    expect(TokenKind::RightParen);
  } else {
    parse_items(ListKind::WithItemsExpression);
  }
  return take_list<ast::WithItem>(from);
}

// True, with the items gathered and at the closing parenthesis, if it is a
// list of items; else nothing was read.
bool Parser::parse_parenthesized_with_items() {
  const Mark mark = this->mark();
  const TextRange parenthesis = range();
  bump();
  std::vector<ParsedWithItem> items;
  const bool has_trailing_comma = parse_comma_list(ListKind::WithItemsParenthesized, [&] {
    items.push_back(parse_with_item(kYieldOrStarredExpr));
    gather(items.back().item);
  });
  if (!are_with_items(items)) {
    rewind(mark);
    return false;
  }
  if (items.size() > 1 || has_trailing_comma) {
    add_version_error(Feature::ParenthesizedWithItems, parenthesis);
  }
  return true;
}

bool Parser::are_with_items(const std::vector<ParsedWithItem>& items) {
  bool has_target = false;
  bool has_other_expr = false;
  for (const ParsedWithItem& parsed : items) {
    has_target |= parsed.item->optional_vars != nullptr;
    has_other_expr |= !parsed.is_parenthesized && needs_parentheses(parsed.item->context_expr);
  }
  if (!has_target) {
    // Without a target only `(a, b):` is a list; `(a, b).c:` is an expression.
    if (!at(TokenKind::RightParen) || items.empty() || has_other_expr) return false;
    const TokenKind next = stream_.peek();
    return next == TokenKind::Colon || next == TokenKind::Newline;
  }
  for (const ParsedWithItem& parsed : items) {
    const ast::Expr* expr = parsed.item->context_expr;
    if (!parsed.is_parenthesized && needs_parentheses(expr)) add_error(misuse(expr), expr);
  }
  return true;
}

Parser::ParsedWithItem Parser::parse_with_item(ExprRules rules) {
  const std::uint32_t from = start();
  const bool is_tentative = rules.has(ExprRule::Yield);
  const ParsedExpr context = is_tentative ? parse_named_expression(rules) : parse_conditional();
  const ast::Expr* target = nullptr;
  if (eat(TokenKind::As)) {
    target = parse_conditional(kStarredExpr).expr;
    check_assignment_target(target);
    set_context(target, ast::ExprContext::Store);
  }
  auto* item = finish<ast::WithItem>(from);
  item->context_expr = context.expr;
  item->optional_vars = target;
  return {item, context.is_parenthesized};
}

}  // namespace lint::parser
