// Calls, attributes and subscripts.
#include "lint/parser/list_parsing.h"
#include "lint/parser/parser.h"

namespace lint::parser {
namespace {

constexpr TokenSet kIndexEnds = kLineEnds | TokenSet{TokenKind::RightSquare, TokenKind::Comma};
constexpr TokenSet kUpperEnds = kIndexEnds | TokenSet{TokenKind::Colon};

}  // namespace

ast::Expr* Parser::parse_postfix(ast::Expr* left, std::uint32_t start, ExprRules rules) {
  while (true) {
    switch (kind()) {
      case TokenKind::Dot:
        left = parse_attribute(left, start, rules);
        break;
      case TokenKind::LeftSquare:
        left = parse_subscript(left, start);
        break;
      case TokenKind::LeftParen: {
        const ast::Arguments* arguments = parse_arguments(false);
        auto* call = finish<ast::ExprCall>(start);
        call->func = left;
        call->arguments = arguments;
        left = call;
        break;
      }
      default:
        return left;
    }
    grow();
  }
}

ast::Expr* Parser::parse_attribute(ast::Expr* value, std::uint32_t start, ExprRules rules) {
  bump();
  const ast::Identifier name = parse_identifier(rules);
  auto* attribute = finish<ast::ExprAttribute>(start);
  attribute->value = value;
  attribute->attr = name;
  return attribute;
}

ast::Expr* Parser::parse_subscript(ast::Expr* value, std::uint32_t start) {
  bump();
  const std::uint32_t slice_start = this->start();
  ast::Expr* slice = nullptr;
  if (eat(TokenKind::RightSquare)) {
    slice = make_name({empty_name_, range_from(slice_start)}, ast::ExprContext::Invalid);
    add_error("Expected index or slice expression", slice);
  } else {
    slice = parse_slice();
    if (at(TokenKind::Comma) || ast::is<ast::ExprStarred>(slice)) {
      slice = parse_slice_tuple(slice, slice_start);
    }
    expect(TokenKind::RightSquare);
  }
  auto* subscript = finish<ast::ExprSubscript>(start);
  subscript->value = value;
  subscript->slice = slice;
  return subscript;
}

// x[a, *b]; a lone *a is a tuple, too.
ast::Expr* Parser::parse_slice_tuple(ast::Expr* first, std::uint32_t start) {
  const std::size_t from = scratch_size();
  gather(first);
  if (eat(TokenKind::Comma)) {
    parse_comma_list(ListKind::Slices, [this] { gather(parse_slice()); });
  }
  const auto elements = take_list<ast::Expr>(from);
  auto* tuple = finish<ast::ExprTuple>(start);
  tuple->elts = elements;
  check_unpacking({tuple}, Feature::StarInIndex);
  return tuple;
}

ast::Expr* Parser::parse_slice() {
  const std::uint32_t from = start();
  const ast::Expr* lower = nullptr;
  if (at(kExprStarts)) {
    const ParsedExpr expr = parse_named_expression(kStarredExpr);
    const bool is_bare_named = expr.is_bare(ast::Kind::ExprNamed);
    if (at(kIndexEnds)) {
      if (is_bare_named) add_version_error(Feature::BareNamedInIndex, expr.expr->range);
      return expr.expr;
    }
    if (expr.is_bare(ast::Kind::ExprStarred)) {
      add_error("Starred expression cannot be used here", expr.expr);
    } else if (is_bare_named) {
      add_error("Unparenthesized named expression cannot be used here", expr.expr);
    }
    lower = expr.expr;
  }
  expect(TokenKind::Colon);
  const ast::Expr* upper = at(kUpperEnds) ? nullptr : parse_conditional().expr;
  const bool has_step = eat(TokenKind::Colon) && !at(kIndexEnds);
  const ast::Expr* step = has_step ? parse_conditional().expr : nullptr;
  auto* slice = finish<ast::ExprSlice>(from);
  slice->lower = lower;
  slice->upper = upper;
  slice->step = step;
  return slice;
}

ast::Arguments* Parser::parse_arguments(bool is_class) {
  const std::uint32_t from = start();
  bump();
  if (eat(TokenKind::RightParen)) return finish<ast::Arguments>(from);
  const std::size_t first = scratch_size();
  ArgumentsState state;
  const bool has_trailing_comma =
      parse_comma_list(ListKind::Arguments, [&] { parse_argument(state); });
  expect(TokenKind::RightParen);
  ast::Arguments* arguments = finish_arguments(first, from);
  check_generators(*arguments, is_class, has_trailing_comma);
  return arguments;
}

void Parser::parse_argument(ArgumentsState& state) {
  const std::uint32_t from = start();
  if (eat(TokenKind::DoubleStar)) {
    const ast::Expr* value = parse_conditional().expr;
    auto* keyword = finish<ast::Keyword>(from);
    keyword->value = value;
    gather(keyword);
    state.has_unpacking = true;
    return;
  }
  ParsedExpr argument = parse_named_expression(kStarredExpr);
  const bool is_starred = argument.is_bare(ast::Kind::ExprStarred);
  if (at_comprehension()) {
    if (is_starred) add_version_error(Feature::UnpackingInGenerator, argument.expr->range);
    argument = {parse_generator(argument.expr, from, false)};
  } else if (is_starred && state.has_unpacking) {
    add_error("Iterable argument unpacking cannot follow keyword argument unpacking",
              argument.expr);
  }
  if (at(TokenKind::Equal)) {
    state.has_keyword = true;
    parse_keyword_argument(argument, from);
    return;
  }
  if (!argument.is_bare(ast::Kind::ExprStarred)) {
    if (state.has_unpacking) {
      add_error("Positional argument cannot follow keyword argument unpacking", argument.expr);
    } else if (state.has_keyword) {
      add_error("Positional argument cannot follow keyword argument", argument.expr);
    }
  }
  gather(argument.expr);
}

// `= value`
void Parser::parse_keyword_argument(const ParsedExpr& name, std::uint32_t start) {
  const TextRange name_range = range_from(start);
  bump();
  ast::Identifier identifier{empty_name_, name.expr->range};
  if (const auto* expr = ast::as<ast::ExprName>(name.expr)) {
    identifier.name = expr->id;
    if (name.is_parenthesized) add_version_error(Feature::ParenthesizedKeywordName, name_range);
  } else {
    add_error("Expected a parameter name", name.expr);
  }
  const ast::Expr* value = parse_conditional().expr;
  auto* keyword = finish<ast::Keyword>(start);
  keyword->arg = identifier;
  keyword->value = value;
  gather(keyword);
}

// Parts what was gathered into positional and keyword arguments.
ast::Arguments* Parser::finish_arguments(std::size_t from, std::uint32_t start) {
  const auto first = scratch_.begin() + static_cast<std::ptrdiff_t>(from);
  std::size_t keyword_count = 0;
  for (auto i = first; i != scratch_.end(); ++i) keyword_count += ast::is<ast::Keyword>(*i);
  if (keyword_count > 0 && keyword_count < scratch_.size() - from) {
    std::stable_partition(first, scratch_.end(),
                          [](const ast::Node* node) { return !ast::is<ast::Keyword>(node); });
  }
  const auto keywords = take_list<ast::Keyword>(scratch_.size() - keyword_count);
  const auto args = take_list<ast::Expr>(from);
  auto* arguments = finish<ast::Arguments>(start);
  arguments->args = args;
  arguments->keywords = keywords;
  return arguments;
}

// f(x for x in y) needs no parentheses of its own, f(x for x in y, z) does.
void Parser::check_generators(const ast::Arguments& arguments, bool is_class,
                              bool has_trailing_comma) {
  const bool is_alone = arguments.args.size() + arguments.keywords.size() <= 1;
  if (is_alone && !has_trailing_comma && !is_class) return;
  for (const ast::Expr* arg : arguments.args) {
    const auto* generator = ast::as<ast::ExprGenerator>(arg);
    if (generator != nullptr && !generator->parenthesized) {
      add_error("Unparenthesized generator expression cannot be used here", generator);
    }
  }
}

}  // namespace lint::parser
