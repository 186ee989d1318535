#include "lint/check/string_annotation.h"

namespace lint {
namespace {

ast::TextRange content_of(const ast::StringPartLiteral& piece) {
  return {piece.range.start + piece.flags.opener_size(),
          piece.range.end - piece.flags.closer_size()};
}

// A string of one piece that means what is written between its quotes.
const ast::StringPartLiteral* plain_piece(const ast::ExprStringLiteral& string,
                                          std::string_view text) {
  if (string.parts.size() != 1) return nullptr;
  const auto* piece = ast::as<ast::StringPartLiteral>(string.parts.front());
  if (piece == nullptr) return nullptr;
  return content_of(*piece).of(text) == string.value ? piece : nullptr;
}

}  // namespace

ParsedAnnotation parse_annotation(parser::Parsed& parsed, const ast::ExprStringLiteral& string) {
  ParsedAnnotation result;
  const ast::StringPartLiteral* const piece = plain_piece(string, parsed.text());
  if (piece != nullptr) {
    result.expr = parsed.parse_expression_at(
        content_of(*piece),
        piece->flags.is_triple ? parser::Mode::ParenthesizedExpression : parser::Mode::Expression,
        &result.error);
  } else {
    result.expr = parsed.parse_relocated_expression(string.value, string.range, &result.error);
  }
  result.is_simple = piece != nullptr;
  return result;
}

}  // namespace lint
