// Patterns of case clauses.
#include "lint/parser/list_parsing.h"
#include "lint/parser/parser.h"

namespace lint::parser {
namespace {

constexpr std::string_view kMisplacedStar = "Star pattern cannot be used here";

bool is_real_number(const ast::Expr* expr) {
  while (const auto* unary = ast::as<ast::ExprUnaryOp>(expr)) {
    if (unary->op != ast::UnaryOp::UAdd && unary->op != ast::UnaryOp::USub) return false;
    expr = unary->operand;
  }
  const auto* number = ast::as<ast::ExprNumberLiteral>(expr);
  return number != nullptr && number->number_kind != ast::NumberKind::Complex;
}

bool is_imaginary_number(const ast::Expr* expr) {
  const auto* number = ast::as<ast::ExprNumberLiteral>(expr);
  return number != nullptr && number->number_kind == ast::NumberKind::Complex;
}

bool is_number(TokenKind kind) {
  return kind == TokenKind::Int || kind == TokenKind::Float || kind == TokenKind::Complex;
}

}  // namespace

// `case a, b:` needs no brackets.
ast::Pattern* Parser::parse_patterns() {
  const std::uint32_t from = start();
  ast::Pattern* pattern = parse_pattern(true);
  if (at(TokenKind::Comma)) {
    return parse_sequence_pattern(pattern, from, ListKind::SequencePattern, TokenKind::EndOfFile);
  }
  if (ast::is<ast::PatternMatchStar>(pattern)) add_error(kMisplacedStar, pattern);
  return pattern;
}

ast::Pattern* Parser::parse_pattern(bool allows_star) {
  const std::uint32_t from = start();
  ast::Pattern* pattern = parse_closed_pattern(allows_star);
  if (at(TokenKind::VerticalBar)) pattern = parse_or_pattern(pattern, from);
  if (at(TokenKind::As)) pattern = parse_as_pattern(pattern, from);
  return pattern;
}

ast::Pattern* Parser::parse_or_pattern(ast::Pattern* first, std::uint32_t start) {
  if (ast::is<ast::PatternMatchStar>(first)) add_error(kMisplacedStar, first);
  const std::size_t from = scratch_size();
  gather(first);
  while (eat(TokenKind::VerticalBar)) gather(parse_closed_pattern(false));
  const auto patterns = take_list<ast::Pattern>(from);
  auto* pattern = finish<ast::PatternMatchOr>(start);
  pattern->patterns = patterns;
  return pattern;
}

ast::Pattern* Parser::parse_as_pattern(ast::Pattern* inner, std::uint32_t start) {
  bump();
  if (ast::is<ast::PatternMatchStar>(inner)) add_error(kMisplacedStar, inner);
  const ast::Identifier name = parse_pattern_target();
  auto* pattern = finish<ast::PatternMatchAs>(start);
  pattern->pattern = inner;
  pattern->name = name;
  return pattern;
}

ast::Identifier Parser::parse_pattern_target() {
  const ast::Identifier target = parse_identifier();
  if (target == "_") add_error("cannot use '_' as a target", target.range);
  return target;
}

// A pattern without `|` and `as` of its own.
ast::Pattern* Parser::parse_closed_pattern(bool allows_star) {
  const Nesting nesting(*this);
  const std::uint32_t from = start();
  ast::Pattern* pattern = nullptr;
  switch (kind()) {
    case TokenKind::LeftBrace:
      pattern = parse_mapping_pattern();
      break;
    case TokenKind::LeftParen:
    case TokenKind::LeftSquare:
      pattern = parse_grouped_pattern();
      break;
    case TokenKind::Star:
      pattern = parse_star_pattern();
      if (!allows_star) add_error(kMisplacedStar, pattern);
      break;
    default:
      pattern = parse_literal_pattern();
      break;
  }
  if (at(TokenKind::LeftParen)) pattern = parse_class_pattern(pattern, from);
  if (at(TokenKind::Plus) || at(TokenKind::Minus)) pattern = parse_complex_pattern(pattern, from);
  return pattern;
}

ast::Pattern* Parser::parse_star_pattern() {
  const std::uint32_t from = start();
  bump();
  const ast::Identifier name = parse_identifier();
  auto* pattern = finish<ast::PatternMatchStar>(from);
  if (name != "_") pattern->name = name;
  return pattern;
}

// (...) and [...]
ast::Pattern* Parser::parse_grouped_pattern() {
  const std::uint32_t from = start();
  const bool is_list = at(TokenKind::LeftSquare);
  const TokenKind closing = is_list ? TokenKind::RightSquare : TokenKind::RightParen;
  bump();
  if (at(TokenKind::Newline) || at(TokenKind::Colon)) {
    add_error(is_list ? "Missing ']'" : "Missing ')'", range());
  }
  if (eat(closing)) return finish<ast::PatternMatchSequence>(from);
  ast::Pattern* pattern = parse_pattern(true);
  if (is_list || at(TokenKind::Comma)) {
    const ListKind list =
        is_list ? ListKind::SequencePatternSquare : ListKind::SequencePatternParenthesized;
    return parse_sequence_pattern(pattern, from, list, closing);
  }
  expect(closing);
  return pattern;
}

// The rest of a sequence whose first element has been read; `closing` is
// EndOfFile if it has no brackets.
ast::Pattern* Parser::parse_sequence_pattern(ast::Pattern* first, std::uint32_t start,
                                             ListKind list, TokenKind closing) {
  const bool has_brackets = closing != TokenKind::EndOfFile;
  if (has_brackets && (at(closing) || stream_.peek() == closing)) {
    eat(TokenKind::Comma);
  } else {
    expect(TokenKind::Comma);
  }
  const std::size_t from = scratch_size();
  gather(first);
  parse_comma_list(list, [this] { gather(parse_pattern(true)); });
  if (has_brackets) expect(closing);
  const auto patterns = take_list<ast::Pattern>(from);
  auto* sequence = finish<ast::PatternMatchSequence>(start);
  sequence->patterns = patterns;
  return sequence;
}

ast::Pattern* Parser::make_value_pattern(ast::Expr* value) {
  auto* pattern = make<ast::PatternMatchValue>(value->range);
  pattern->value = value;
  return pattern;
}

ast::Pattern* Parser::parse_singleton_pattern(ast::Singleton value) {
  auto* pattern = make<ast::PatternMatchSingleton>(range());
  pattern->value = value;
  bump();
  return pattern;
}

ast::Pattern* Parser::parse_literal_pattern() {
  switch (kind()) {
    case TokenKind::None:
      return parse_singleton_pattern(ast::Singleton::None);
    case TokenKind::True:
      return parse_singleton_pattern(ast::Singleton::True);
    case TokenKind::False:
      return parse_singleton_pattern(ast::Singleton::False);
    case TokenKind::String:
    case TokenKind::FStringStart:
    case TokenKind::TStringStart:
      return make_value_pattern(parse_strings());
    case TokenKind::Int:
    case TokenKind::Float:
    case TokenKind::Complex:
      return make_value_pattern(parse_number());
    default:
      break;
  }
  const auto op = unary_operator(kind());
  if (op && *op != ast::UnaryOp::Not && is_number(stream_.peek())) {
    ast::Expr* number = parse_unary(*op, kPlainExpr);
    if (*op == ast::UnaryOp::UAdd) add_version_error(Feature::UnaryPlusPattern, number->range);
    return make_value_pattern(number);
  }
  if (at(TokenKind::Name) || at(kKeywords)) return parse_name_pattern();
  add_error("Expected a pattern", range());
  return make_value_pattern(make_missing_name());
}

// A capture, a wildcard or the value of a dotted name.
ast::Pattern* Parser::parse_name_pattern() {
  const std::uint32_t from = start();
  if (stream_.peek() == TokenKind::Dot) {
    ast::Expr* value = parse_name();
    while (at(TokenKind::Dot)) {
      value = parse_attribute(value, from, kPlainExpr);
      grow();
    }
    return make_value_pattern(value);
  }
  const ast::Identifier name = parse_identifier();
  auto* pattern = make<ast::PatternMatchAs>(name.range);
  if (name != "_") pattern->name = name;
  return pattern;
}

// 1 + 2j
ast::Pattern* Parser::parse_complex_pattern(ast::Pattern* left, std::uint32_t start) {
  const ast::Operator op = at(TokenKind::Plus) ? ast::Operator::Add : ast::Operator::Sub;
  bump();
  const ast::Expr* real = complex_operand(left, false);
  const ast::Expr* imaginary = complex_operand(parse_closed_pattern(false), true);
  auto* sum = finish<ast::ExprBinOp>(start);
  sum->left = real;
  sum->op = op;
  sum->right = imaginary;
  return make_value_pattern(sum);
}

ast::Expr* Parser::complex_operand(ast::Pattern* pattern, bool is_imaginary) {
  ast::Expr* value = pattern_to_expr(pattern);
  const bool is_fitting = ast::is<ast::PatternMatchValue>(pattern) &&
                          (is_imaginary ? is_imaginary_number(value) : is_real_number(value));
  if (!is_fitting) {
    add_error(is_imaginary ? "Expected an imaginary number in complex literal pattern"
                           : "Expected a real number in complex literal pattern",
              pattern);
  }
  return value;
}

ast::Pattern* Parser::parse_mapping_pattern() {
  const std::uint32_t from = start();
  bump();
  const std::size_t first = scratch_size();
  ast::Identifier rest{};
  parse_comma_list(ListKind::MappingPattern, [&] { parse_mapping_entry(rest); });
  expect(TokenKind::RightBrace);
  const auto entries = take_list<ast::PatternEntry>(first);
  auto* mapping = finish<ast::PatternMatchMapping>(from);
  mapping->entries = entries;
  mapping->rest = rest;
  return mapping;
}

void Parser::parse_mapping_entry(ast::Identifier& rest) {
  const std::uint32_t from = start();
  if (eat(TokenKind::DoubleStar)) {
    const ast::Identifier name = parse_pattern_target();
    if (rest) add_error("Only one double star pattern is allowed", range_from(from));
    rest = name;
    return;
  }
  const ast::Expr* key = mapping_key(parse_closed_pattern(false));
  expect(TokenKind::Colon);
  const ast::Pattern* value = parse_pattern(false);
  auto* entry = finish<ast::PatternEntry>(from);
  entry->key = key;
  entry->pattern = value;
  gather(entry);
  if (rest) add_error("Pattern cannot follow a double star pattern", range_from(from));
}

ast::Expr* Parser::mapping_key(ast::Pattern* pattern) {
  if (!ast::is<ast::PatternMatchValue>(pattern) && !ast::is<ast::PatternMatchSingleton>(pattern)) {
    add_error("Invalid mapping pattern key", pattern);
  }
  return pattern_to_expr(pattern);
}

ast::Pattern* Parser::parse_class_pattern(ast::Pattern* cls, std::uint32_t start) {
  const std::uint32_t arguments_start = this->start();
  const ast::Expr* name = class_of_pattern(cls);
  bump();
  const std::size_t from = scratch_size();
  ClassPatternState state;
  parse_comma_list(ListKind::ClassPatternArguments, [&] { parse_class_pattern_argument(state); });
  expect(TokenKind::RightParen);
  std::stable_partition(scratch_.begin() + static_cast<std::ptrdiff_t>(from), scratch_.end(),
                        [](const ast::Node* node) { return ast::is<ast::Pattern>(node); });
  const auto keywords = take_list<ast::PatternKeyword>(scratch_size() - state.keyword_count);
  const auto patterns = take_list<ast::Pattern>(from);
  auto* arguments = finish<ast::PatternArguments>(arguments_start);
  arguments->patterns = patterns;
  arguments->keywords = keywords;
  auto* pattern = finish<ast::PatternMatchClass>(start);
  pattern->cls = name;
  pattern->arguments = arguments;
  return pattern;
}

ast::Expr* Parser::class_of_pattern(ast::Pattern* pattern) {
  const auto* capture = ast::as<ast::PatternMatchAs>(pattern);
  if (capture != nullptr && capture->pattern == nullptr && capture->name) {
    return make_name(capture->name, capture->name.text().empty() ? ast::ExprContext::Invalid
                                                                 : ast::ExprContext::Load);
  }
  ast::Expr* expr = pattern_to_expr(pattern);
  if (!ast::is<ast::PatternMatchValue>(pattern) || !ast::is<ast::ExprAttribute>(expr)) {
    add_error("Invalid value for a class pattern", pattern);
  }
  return expr;
}

void Parser::parse_class_pattern_argument(ClassPatternState& state) {
  const std::uint32_t from = start();
  ast::Pattern* pattern = parse_pattern(false);
  if (!eat(TokenKind::Equal)) {
    gather(pattern);
    if (state.keyword_count > 0) {
      add_error("Positional patterns cannot follow keyword patterns", range_from(from));
    }
    return;
  }
  ast::Identifier name = missing_identifier();
  const auto* capture = ast::as<ast::PatternMatchAs>(pattern);
  if (capture != nullptr && capture->pattern == nullptr && capture->name) {
    name = capture->name;
  } else {
    add_error("Expected an identifier for the keyword pattern", pattern);
  }
  const ast::Pattern* value = parse_pattern(false);
  auto* keyword = finish<ast::PatternKeyword>(from);
  keyword->attr = name;
  keyword->pattern = value;
  gather(keyword);
  ++state.keyword_count;
}

}  // namespace lint::parser
