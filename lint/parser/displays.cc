// What stands in brackets: lists, tuples, sets, dictionaries, comprehensions.
#include "lint/parser/list_parsing.h"
#include "lint/parser/parser.h"

namespace lint::parser {
namespace {

constexpr std::string_view kNoStarred = "Starred expression cannot be used here";

}  // namespace

// [...]
ast::Expr* Parser::parse_bracketed() {
  const std::uint32_t from = start();
  bump();
  if (at(kLineEnds)) add_error("Missing closing bracket `]`", range());
  if (eat(TokenKind::RightSquare)) return finish<ast::ExprList>(from);
  const ParsedExpr first = parse_named_expression(kStarredBitwiseExpr.with(ExprRule::NoFor));
  if (!at_comprehension()) return parse_list_display(first.expr, from);
  if (first.is_bare(ast::Kind::ExprStarred)) {
    add_version_error(Feature::UnpackingInListComprehension, first.expr->range);
  }
  return parse_comprehension_rest<ast::ExprListComp>(first.expr, from, TokenKind::RightSquare);
}

ast::Expr* Parser::parse_list_display(ast::Expr* first, std::uint32_t start) {
  if (!at(kSequenceEnds)) expect(TokenKind::Comma);
  const std::size_t from = scratch_size();
  gather(first);
  parse_comma_list(ListKind::ListElements,
                   [this] { gather(parse_named_expression(kStarredBitwiseExpr).expr); });
  expect(TokenKind::RightSquare);
  const auto elements = take_list<ast::Expr>(from);
  auto* list = finish<ast::ExprList>(start);
  list->elts = elements;
  return list;
}

// (...)
ParsedExpr Parser::parse_parenthesized() {
  const std::uint32_t from = start();
  bump();
  if (at(kLineEnds)) add_error("Missing closing parenthesis `)`", range());
  if (eat(TokenKind::RightParen)) {
    auto* tuple = finish<ast::ExprTuple>(from);
    tuple->parenthesized = true;
    return {tuple};
  }
  const ParsedExpr first = parse_named_expression(kYieldOrStarredExpr.with(ExprRule::NoFor));
  if (at(TokenKind::Comma)) {
    return {parse_tuple(first.expr, from, true, kStarredBitwiseExpr, true)};
  }
  if (at_comprehension()) {
    if (first.is_bare(ast::Kind::ExprStarred)) {
      add_version_error(Feature::UnpackingInGenerator, first.expr->range);
    }
    return {parse_generator(first.expr, from, true)};
  }
  if (ast::is<ast::ExprStarred>(first.expr)) add_error(kNoStarred, first.expr);
  expect(TokenKind::RightParen);
  return {first.expr, true};
}

// The rest of a tuple whose first element has been read.
ast::Expr* Parser::parse_tuple(ast::Expr* first, std::uint32_t start, bool is_parenthesized,
                               ExprRules rules, bool allows_named) {
  if (!at(kSequenceEnds)) expect(TokenKind::Comma);
  const std::size_t from = scratch_size();
  gather(first);
  const ListKind list =
      is_parenthesized ? ListKind::TupleElementsParenthesized : ListKind::TupleElements;
  parse_comma_list(list, [&] {
    gather(allows_named ? parse_named_expression(rules).expr : parse_conditional(rules).expr);
  });
  if (is_parenthesized) expect(TokenKind::RightParen);
  const auto elements = take_list<ast::Expr>(from);
  auto* tuple = finish<ast::ExprTuple>(start);
  tuple->elts = elements;
  tuple->parenthesized = is_parenthesized;
  return tuple;
}

// {...}
ast::Expr* Parser::parse_braced() {
  const std::uint32_t from = start();
  bump();
  if (at(kLineEnds)) add_error("Missing closing brace `}`", range());
  if (eat(TokenKind::RightBrace)) return finish<ast::ExprDict>(from);
  if (at(TokenKind::DoubleStar)) return parse_dict_after_unpacking(from);
  const ParsedExpr first = parse_named_expression(kStarredBitwiseExpr.with(ExprRule::NoFor));
  if (at(TokenKind::Colon)) return parse_dict_after_key(first, from);
  if (!at_comprehension()) return parse_set_display(first, from);
  if (first.is_bare(ast::Kind::ExprStarred)) {
    add_version_error(Feature::UnpackingInSetComprehension, first.expr->range);
  } else if (first.is_bare(ast::Kind::ExprNamed)) {
    add_version_error(Feature::BareNamedInSetComprehension, first.expr->range);
  }
  return parse_comprehension_rest<ast::ExprSetComp>(first.expr, from, TokenKind::RightBrace);
}

ast::Expr* Parser::parse_set_display(const ParsedExpr& first, std::uint32_t start) {
  if (!at(kSequenceEnds)) expect(TokenKind::Comma);
  const std::size_t from = scratch_size();
  const auto add = [this](const ParsedExpr& element) {
    if (element.is_bare(ast::Kind::ExprNamed)) {
      add_version_error(Feature::BareNamedInSet, element.expr->range);
    }
    gather(element.expr);
  };
  add(first);
  parse_comma_list(ListKind::SetElements,
                   [&] { add(parse_named_expression(kStarredBitwiseExpr)); });
  expect(TokenKind::RightBrace);
  const auto elements = take_list<ast::Expr>(from);
  auto* set = finish<ast::ExprSet>(start);
  set->elts = elements;
  return set;
}

// At the ** of `{**x`.
ast::Expr* Parser::parse_dict_after_unpacking(std::uint32_t start) {
  const std::uint32_t from = this->start();
  bump();
  ast::Expr* value = parse_bitwise_or().expr;
  const TextRange unpacking{from, value->range.end};
  if (at_comprehension()) {
    add_version_error(Feature::UnpackingInDictComprehension, unpacking);
  } else if (at(TokenKind::Colon)) {
    add_error(kNoStarred, unpacking);
    bump();
    return parse_dict_or_comprehension(value, parse_conditional().expr, start);
  }
  return parse_dict_or_comprehension(nullptr, value, start);
}

// At the colon of `{key:`.
ast::Expr* Parser::parse_dict_after_key(const ParsedExpr& key, std::uint32_t start) {
  if (key.is_bare(ast::Kind::ExprStarred)) {
    add_error(kNoStarred, key.expr);
  } else if (key.is_bare(ast::Kind::ExprNamed)) {
    add_error("Unparenthesized named expression cannot be used here", key.expr);
  }
  bump();
  const ParsedExpr value =
      at(TokenKind::DoubleStar) ? parse_misplaced_unpacking() : parse_conditional();
  return parse_dict_or_comprehension(key.expr, value.expr, start);
}

// The ** of `{key: **value`.
ParsedExpr Parser::parse_misplaced_unpacking() {
  const std::uint32_t from = start();
  bump();
  const ParsedExpr value = parse_bitwise_or();
  add_error(kNoStarred, {from, value.expr->range.end});
  return value;
}

ast::Expr* Parser::parse_dict_or_comprehension(ast::Expr* key, ast::Expr* value,
                                               std::uint32_t start) {
  if (!at_comprehension()) return parse_dict_display(key, value, start);
  const auto generators = parse_generators();
  expect(TokenKind::RightBrace);
  auto* comprehension = finish<ast::ExprDictComp>(start);
  comprehension->key = key;
  comprehension->value = value;
  comprehension->generators = generators;
  return comprehension;
}

ast::Expr* Parser::parse_dict_display(ast::Expr* key, ast::Expr* value, std::uint32_t start) {
  if (!at(kSequenceEnds)) expect(TokenKind::Comma);
  const std::size_t from = scratch_size();
  gather(make_dict_item(key, value));
  parse_comma_list(ListKind::DictElements, [this] { gather(parse_dict_item()); });
  expect(TokenKind::RightBrace);
  const auto items = take_list<ast::DictItem>(from);
  auto* dict = finish<ast::ExprDict>(start);
  dict->items = items;
  return dict;
}

ast::DictItem* Parser::parse_dict_item() {
  if (eat(TokenKind::DoubleStar)) return make_dict_item(nullptr, parse_bitwise_or().expr);
  ast::Expr* key = parse_conditional().expr;
  expect(TokenKind::Colon);
  return make_dict_item(key, parse_conditional().expr);
}

ast::DictItem* Parser::make_dict_item(ast::Expr* key, ast::Expr* value) {
  const std::uint32_t first = key != nullptr ? key->range.start : value->range.start;
  // After an error the value may be missing behind a blank.
  auto* item = make<ast::DictItem>({std::min(first, value->range.end), value->range.end});
  item->key = key;
  item->value = value;
  return item;
}

ast::List<ast::Comprehension> Parser::parse_generators() {
  const std::size_t from = scratch_size();
  while (at_comprehension()) gather(parse_comprehension());
  return take_list<ast::Comprehension>(from);
}

ast::Comprehension* Parser::parse_comprehension() {
  const std::uint32_t from = start();
  const bool is_async = eat(TokenKind::Async);
  expect(TokenKind::For);
  const ast::Expr* target = parse_expression_list(kStarredExpr.with(ExprRule::NoIn)).expr;
  set_context(target, ast::ExprContext::Store);
  check_assignment_target(target);
  expect(TokenKind::In);
  const ast::Expr* iter = parse_simple().expr;
  const std::size_t first_if = scratch_size();
  while (eat(TokenKind::If)) gather(parse_simple().expr);
  const auto ifs = take_list<ast::Expr>(first_if);
  auto* comprehension = finish<ast::Comprehension>(from);
  comprehension->is_async = is_async;
  comprehension->target = target;
  comprehension->iter = iter;
  comprehension->ifs = ifs;
  return comprehension;
}

ast::Expr* Parser::parse_generator(ast::Expr* elt, std::uint32_t start, bool is_parenthesized) {
  const auto generators = parse_generators();
  if (is_parenthesized) expect(TokenKind::RightParen);
  auto* generator = finish<ast::ExprGenerator>(start);
  generator->elt = elt;
  generator->generators = generators;
  generator->parenthesized = is_parenthesized;
  return generator;
}

template <typename T>
T* Parser::parse_comprehension_rest(ast::Expr* elt, std::uint32_t start, TokenKind closing) {
  const auto generators = parse_generators();
  expect(closing);
  T* comprehension = finish<T>(start);
  comprehension->elt = elt;
  comprehension->generators = generators;
  return comprehension;
}

}  // namespace lint::parser
