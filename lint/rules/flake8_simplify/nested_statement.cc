#include "lint/rules/flake8_simplify/nested_statement.h"

#include <algorithm>

namespace lint::rules::flake8_simplify {

std::optional<NestedStatement> NestedStatement::of(const FixSource& source, TextRange outer,
                                                   const ast::Stmt& inner) {
  const auto outer_indentation = source.lines.indentation_at(outer.start);
  const auto inner_indentation = source.lines.indentation_at(inner.range.start);
  if (!outer_indentation || !inner_indentation) return std::nullopt;
  return NestedStatement(source, source.lines.lines_range(outer), *outer_indentation,
                         *inner_indentation);
}

std::string NestedStatement::head_text(TextRange range) const {
  return reindented(
      source_, range,
      {.from = inner_indentation_, .to = std::string(outer_indentation_), .level = {}});
}

std::string NestedStatement::body_text(std::uint32_t start, const ast::Stmt& first) const {
  const TextRange range = {start, lines_.end};
  const auto indentation = source_.lines.indentation_at(first.range.start);
  if (!indentation) return std::string(source_.text(range));
  const std::string_view level =
      outer_indentation_.empty() ? inner_indentation_ : outer_indentation_;
  std::string_view step =
      indentation->substr(std::min(inner_indentation_.size(), indentation->size()));
  if (step == level) step = source_.style().indentation;
  return reindented(source_, range,
                    {.from = *indentation,
                     .to = std::string(outer_indentation_) + std::string(step),
                     .level = level});
}

Edit NestedStatement::edit(std::string text) const {
  return replacement(lines_, std::move(text));
}

std::optional<TextRange> colon_behind(const FixSource& source, std::uint32_t offset) {
  const std::span<const parser::Token> tokens = source.tokens();
  auto token = std::ranges::lower_bound(tokens, offset, {},
                                        [](const parser::Token& t) { return t.range.start; });
  token = std::ranges::find(token, tokens.end(), parser::TokenKind::Colon, &parser::Token::kind);
  if (token == tokens.end()) return std::nullopt;
  return token->range;
}

}  // namespace lint::rules::flake8_simplify
