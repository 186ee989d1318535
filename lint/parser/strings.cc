// String literals: f- and t-strings with their replacement fields, and adjacent
// literals as one expression.
#include "lint/parser/list_parsing.h"
#include "lint/parser/parser.h"
#include "lint/parser/string_decode.h"

namespace lint::parser {
namespace {

bool is_template(const Token& opener) {
  return opener.kind == TokenKind::TStringStart;
}

ast::Conversion conversion_of(std::string_view flag) {
  if (flag == "s") return ast::Conversion::Str;
  if (flag == "r") return ast::Conversion::Repr;
  if (flag == "a") return ast::Conversion::Ascii;
  return ast::Conversion::None;
}

}  // namespace

ast::Expr* Parser::parse_strings() {
  const std::uint32_t from = start();
  const std::size_t first = scratch_size();
  do {
    gather(parse_string_part());
  } while (at(kStringStarts));
  return join_strings(first, range_from(from));
}

ast::StringPart* Parser::parse_string_part() {
  if (at(TokenKind::FStringStart)) return parse_interpolated<ast::StringPartFormatted>();
  if (at(TokenKind::String)) return parse_plain_string();
  ast::StringPart* part = parse_interpolated<ast::StringPartTemplate>();
  add_version_error(Feature::TemplateString, part->range);
  return part;
}

// The decoded text of a token; empty with an error if it cannot be decoded.
std::string_view Parser::decode(const Token& token) {
  const auto value = decode_string(text_, token, arena_);
  if (value) return *value;
  add_error(value.error().message, value.error().range);
  return "";
}

ast::StringPart* Parser::parse_plain_string() {
  const Token token = stream_.current();
  bump();
  const std::string_view value = decode(token);
  if (token.is_bytes) {
    auto* part = make<ast::StringPartBytes>(token.range);
    part->value = value;
    part->flags = token.string_flags;
    return part;
  }
  auto* part = make<ast::StringPartLiteral>(token.range);
  part->value = value;
  part->flags = token.string_flags;
  return part;
}

template <typename T>
ast::StringPart* Parser::parse_interpolated() {
  const Token opener = stream_.current();
  bump();
  const bool is_t_string = is_template(opener);
  const auto elements = parse_string_elements(
      is_t_string ? ListKind::TStringElements : ListKind::FStringElements, opener);
  const bool is_closed = expect(is_t_string ? TokenKind::TStringEnd : TokenKind::FStringEnd);
  T* part = finish<T>(opener.range.start);
  part->elements = elements;
  part->flags = opener.string_flags;
  part->flags.is_unclosed = !is_closed;
  return part;
}

ast::List<ast::StringElement> Parser::parse_string_elements(ListKind list, const Token& opener) {
  const std::size_t from = scratch_size();
  parse_list(list, [&] {
    gather(at(TokenKind::LeftBrace) ? parse_string_field(opener) : parse_string_middle());
  });
  return take_list<ast::StringElement>(from);
}

ast::StringElement* Parser::parse_string_middle() {
  const Token token = stream_.current();
  bump();
  const std::string_view value = decode(token);
  auto* element = make<ast::StringElementLiteral>(token.range);
  element->value = value;
  return element;
}

// {expression = !r:spec}
ast::StringElement* Parser::parse_string_field(const Token& opener) {
  const std::uint32_t from = start();
  bump();
  stream_.relex_string_as_end();
  const ParsedExpr value = parse_expression_list(kYieldOrStarredExpr);
  const TextRange written = value.expr->range;
  if (value.is_bare(ast::Kind::ExprLambda)) {
    add_string_error(opener, "lambda expressions are not allowed without parentheses", written);
  }
  std::string_view leading, trailing;
  if (eat(TokenKind::Equal)) {
    leading = debug_text(from + 1, written.start);
    trailing = debug_text(written.end, start());
  }
  const ast::Conversion conversion =
      eat(TokenKind::Exclamation) ? parse_conversion(opener) : ast::Conversion::None;
  const ast::FormatSpec* format_spec = eat(TokenKind::Colon) ? parse_format_spec(opener) : nullptr;
  stream_.relex_string_as_end();
  if (!eat(TokenKind::RightBrace)) add_string_error(opener, "expecting `}`", range());
  auto* field = finish<ast::StringElementField>(from);
  field->expression = value.expr;
  field->debug_leading = leading;
  field->debug_trailing = trailing;
  field->conversion = conversion;
  field->format_spec = format_spec;
  if (opener.kind == TokenKind::FStringStart && !supports(Feature::BackslashInFString)) {
    const std::uint32_t end = format_spec != nullptr ? format_spec->range.start : field->range.end;
    check_field_syntax(opener, {from, std::max(from, end)});
  }
  return field;
}

// Of a debug field; never with a null pointer.
std::string_view Parser::debug_text(std::uint32_t from, std::uint32_t to) const {
  return {text_.data() + from, to > from ? to - from : 0};
}

// What follows the exclamation mark.
ast::Conversion Parser::parse_conversion(const Token& opener) {
  stream_.relex_raw_string_as_name();
  const TextRange flag = range();
  if (!at(TokenKind::Name)) {
    add_string_error(opener, "invalid conversion character", flag);
    bump();
    return ast::Conversion::None;
  }
  if (previous_end_ != flag.start) {
    add_string_error(opener, "conversion type must come right after the exclamation mark",
                     {previous_end_, flag.start});
  }
  const ast::Conversion conversion = conversion_of(current_text());
  bump();
  if (conversion == ast::Conversion::None) {
    add_string_error(opener, "invalid conversion character", flag);
  }
  return conversion;
}

ast::FormatSpec* Parser::parse_format_spec(const Token& opener) {
  const Nesting nesting(*this);
  const std::uint32_t from = start();
  const auto elements = parse_string_elements(
      is_template(opener) ? ListKind::TStringFormatSpec : ListKind::FStringFormatSpec, opener);
  auto* format_spec = finish<ast::FormatSpec>(from);
  format_spec->elements = elements;
  return format_spec;
}

// Before 3.12 a replacement field could hold neither backslashes nor comments
// nor the quote of its f-string.
void Parser::check_field_syntax(const Token& opener, TextRange field) {
  const std::string_view text = text_of(field);
  bool explains_line_break = false;
  for (std::size_t i = text.find('\\'); i != text.npos; i = text.find('\\', i + 1)) {
    const std::uint32_t at = field.start + static_cast<std::uint32_t>(i);
    add_version_error(Feature::BackslashInFString, {at, at + 1});
    explains_line_break = true;
  }
  const std::string quote(opener.string_flags.quote_size(), opener.string_flags.quote());
  if (const std::size_t i = text.find(quote); i != text.npos) {
    const std::uint32_t at = field.start + static_cast<std::uint32_t>(i);
    add_version_error(Feature::ReusedQuoteInFString, {at, at + opener.string_flags.quote_size()});
  }
  const auto& comments = stream_.comments();
  std::size_t first = comments.size();
  while (first > 0 && stream_.token(comments[first - 1]).range.start >= field.start) --first;
  for (std::size_t i = first; i < comments.size(); ++i) {
    const TextRange comment = stream_.token(comments[i]).range;
    if (!field.contains(comment)) continue;
    add_version_error(Feature::CommentInFString, comment);
    explains_line_break = true;
  }
  if (!opener.string_flags.is_triple && !explains_line_break &&
      text.find_first_of("\r\n") != text.npos) {
    add_version_error(Feature::LineBreakInFString, {field.start, field.start + 1});
  }
}

void Parser::add_string_error(const Token& opener, std::string_view message, TextRange range) {
  add_error((is_template(opener) ? "t-string: " : "f-string: ") + std::string(message), range);
}

}  // namespace lint::parser
