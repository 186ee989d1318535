// Names, numbers and what else is one token or brings its own brackets.
#include <charconv>
#include <cstdlib>
#include <string>

#include "lint/parser/identifiers.h"
#include "lint/parser/parser.h"

namespace lint::parser {
namespace {

std::string without_underscores(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (char c : text) {
    if (c != '_') result += c;
  }
  return result;
}

double float_value(std::string_view text) {
  // std::from_chars does not tell overflow from underflow.
  return std::strtod(without_underscores(text).c_str(), nullptr);
}

struct IntegerValue {
  std::uint64_t value = 0;
  bool is_big = false;
};

int radix_of(std::string_view text) {
  if (text.size() < 2 || text[0] != '0') return 10;
  switch (text[1] | 0x20) {
    case 'x':
      return 16;
    case 'o':
      return 8;
    case 'b':
      return 2;
    default:
      return 10;
  }
}

// Underscores are rare, and end what from_chars() reads.
IntegerValue integer_value(std::string_view text) {
  const int radix = radix_of(text);
  if (radix != 10) text.remove_prefix(2);
  IntegerValue result;
  const auto read = [&](std::string_view digits) {
    const char* const end = digits.data() + digits.size();
    const auto [behind, problem] = std::from_chars(digits.data(), end, result.value, radix);
    result.is_big = problem == std::errc::result_out_of_range;
    return behind == end;
  };
  if (!read(text)) read(without_underscores(text));
  return result;
}

}  // namespace

ast::ExprName* Parser::make_name(const ast::Identifier& identifier, ast::ExprContext context) {
  auto* name = make<ast::ExprName>(identifier.range);
  name->id = identifier.name;
  name->ctx = context;
  return name;
}

ast::ExprName* Parser::make_missing_name() {
  return make_name(missing_identifier(), ast::ExprContext::Invalid);
}

ast::Identifier Parser::parse_identifier(ExprRules rules) {
  const Token token = stream_.current();
  if (token.kind == TokenKind::Name) {
    const ast::Name name = token.is_non_ascii
                               ? interner_.intern_copy(normalize_identifier(current_text()))
                               : interner_.intern(current_text());
    bump();
    return {name, token.range};
  }
  if (is_soft_keyword(token.kind)) {
    const ast::Name name = interner_.intern(current_text());
    stream_.make_name();
    bump();
    return {name, token.range};
  }
  const bool is_loop = rules.has(ExprRule::NoFor) &&
                       (token.kind == TokenKind::For ||
                        (token.kind == TokenKind::Async && stream_.peek() == TokenKind::For));
  const bool is_membership = rules.has(ExprRule::NoIn) && token.kind == TokenKind::In;
  if (!is_keyword(token.kind) || is_loop || is_membership) return parse_missing_identifier();
  std::string message = "Expected an identifier, but found a keyword ";
  message += describe(token.kind);
  message += " that cannot be used here";
  add_error(message, token.range);
  const ast::Name name = interner_.intern(current_text());
  bump();
  return {name, token.range};
}

ast::Identifier Parser::parse_missing_identifier() {
  add_error("Expected an identifier", range());
  return missing_identifier();
}

ast::Identifier Parser::parse_dotted_name() {
  const std::uint32_t from = start();
  const ast::Identifier first = parse_identifier();
  if (!at(TokenKind::Dot)) return first;
  std::string name(first.text());
  while (eat(TokenKind::Dot)) {
    name += '.';
    name += parse_identifier().text();
  }
  const TextRange whole = range_from(from);
  // Without blanks and the like the source already says it.
  const std::string_view written = text_of(whole);
  return {written == name ? interner_.intern(written) : interner_.intern_copy(name), whole};
}

ast::ExprName* Parser::parse_name(ExprRules rules) {
  const ast::Identifier identifier = parse_identifier(rules);
  return make_name(identifier,
                   identifier.text().empty() ? ast::ExprContext::Invalid : ast::ExprContext::Load);
}

ast::Expr* Parser::parse_number() {
  const TokenKind number_kind = kind();
  const std::string_view text = current_text();
  auto* number = make<ast::ExprNumberLiteral>(range());
  bump();
  if (number_kind == TokenKind::Int) {
    const IntegerValue value = integer_value(text);
    number->integer = value.value;
    number->is_big = value.is_big;
    if (value.is_big) number->big_text = text;
  } else if (number_kind == TokenKind::Float) {
    number->number_kind = ast::NumberKind::Float;
    number->real = float_value(text);
  } else {
    number->number_kind = ast::NumberKind::Complex;
    number->real = float_value(text.substr(0, text.size() - 1));
  }
  return number;
}

ast::Expr* Parser::parse_boolean(bool value) {
  auto* literal = make<ast::ExprBooleanLiteral>(range());
  literal->value = value;
  bump();
  return literal;
}

ParsedExpr Parser::parse_atom(ExprRules rules) {
  switch (kind()) {
    case TokenKind::Name:
      return {parse_name(rules)};
    case TokenKind::Int:
    case TokenKind::Float:
    case TokenKind::Complex:
      return {parse_number()};
    case TokenKind::True:
      return {parse_boolean(true)};
    case TokenKind::False:
      return {parse_boolean(false)};
    case TokenKind::None: {
      auto* literal = make<ast::ExprNoneLiteral>(range());
      bump();
      return {literal};
    }
    case TokenKind::Ellipsis: {
      auto* literal = make<ast::ExprEllipsisLiteral>(range());
      bump();
      return {literal};
    }
    case TokenKind::EscapeCommand:
      return {parse_assigned_command()};
    case TokenKind::String:
    case TokenKind::FStringStart:
    case TokenKind::TStringStart:
      return {parse_strings()};
    case TokenKind::LeftParen:
      return parse_parenthesized();
    case TokenKind::LeftSquare:
      return {parse_bracketed()};
    case TokenKind::LeftBrace:
      return {parse_braced()};
    default:
      break;
  }
  if (at(kKeywords)) return {parse_name(rules)};
  add_error("Expected an expression", range());
  return {make_missing_name()};
}

}  // namespace lint::parser
