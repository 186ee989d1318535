#include "lint/parser/parentheses.h"

#include <algorithm>

namespace lint::parser {
namespace {

std::size_t first_at_or_behind(std::span<const Token> tokens, std::uint32_t offset) {
  const auto found = std::ranges::lower_bound(tokens, offset, {},
                                              [](const Token& token) { return token.range.start; });
  return static_cast<std::size_t>(found - tokens.begin());
}

}  // namespace

std::optional<TextRange> parenthesized_range(std::span<const Token> tokens, const ast::Expr& expr,
                                             const ast::Node& parent) {
  const std::uint32_t limit = parent.range.end - (ast::is<ast::Arguments>(parent) ? 1 : 0);
  std::size_t left = first_at_or_behind(tokens, expr.range.start);
  std::size_t right = first_at_or_behind(tokens, expr.range.end);
  std::optional<TextRange> result;
  while (true) {
    while (right < tokens.size() && is_trivia(tokens[right].kind)) ++right;
    while (left > 0 && is_trivia(tokens[left - 1].kind)) --left;
    if (right == tokens.size() || left == 0 || tokens[right].range.end > limit) break;
    if (tokens[right].kind != TokenKind::RightParen) break;
    if (tokens[left - 1].kind != TokenKind::LeftParen) break;
    --left;
    result = {tokens[left].range.start, tokens[right].range.end};
    ++right;
  }
  return result;
}

TextRange range_with_parentheses(std::span<const Token> tokens, const ast::Expr& expr,
                                 const ast::Node& parent) {
  return parenthesized_range(tokens, expr, parent).value_or(expr.range);
}

}  // namespace lint::parser
