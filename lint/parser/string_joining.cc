// Adjacent string literals are one expression; of which kind depends on all.
#include <algorithm>
#include <span>

#include "lint/parser/parser.h"

namespace lint::parser {
namespace {

using Parts = std::span<ast::Node* const>;

std::size_t count_of(Parts parts, ast::Kind kind) {
  return static_cast<std::size_t>(std::ranges::count(parts, kind, &ast::Node::kind));
}

// Why the first two neighbours that do not fit do not; empty if all do.
std::string_view mix_problem(Parts parts) {
  for (std::size_t i = 1; i < parts.size(); ++i) {
    const ast::Kind left = parts[i - 1]->kind;
    const ast::Kind right = parts[i]->kind;
    if (left == right) continue;
    if (left == ast::Kind::StringPartTemplate || right == ast::Kind::StringPartTemplate) {
      return "Cannot mix t-string literals with string or bytes literals";
    }
    if (left == ast::Kind::StringPartBytes || right == ast::Kind::StringPartBytes) {
      return "Bytes literal cannot be mixed with non-bytes literals";
    }
  }
  return "";
}

std::string_view value_of(const ast::Node* part) {
  const auto* bytes = ast::as<ast::StringPartBytes>(part);
  return bytes != nullptr ? bytes->value : static_cast<const ast::StringPartLiteral*>(part)->value;
}

}  // namespace

ast::Expr* Parser::join_strings(std::size_t from, TextRange range) {
  const Parts parts(scratch_.data() + from, scratch_.size() - from);
  const std::size_t byte_count = count_of(parts, ast::Kind::StringPartBytes);
  const std::size_t template_count = count_of(parts, ast::Kind::StringPartTemplate);
  if (byte_count == parts.size()) {
    return make_joined_text<ast::ExprBytesLiteral>(from, range);
  }
  if (template_count == parts.size()) return make_joined<ast::ExprTString>(from, range);
  const bool is_formatted = count_of(parts, ast::Kind::StringPartFormatted) > 0;
  if (byte_count + template_count > 0) {
    add_error(mix_problem(parts), range);
    replace_misfits(from);
  }
  if (is_formatted || template_count > 0) return make_joined<ast::ExprFString>(from, range);
  return make_joined_text<ast::ExprStringLiteral>(from, range);
}

// Parts that cannot be in a string or f-string become empty literals.
void Parser::replace_misfits(std::size_t from) {
  for (std::size_t i = from; i < scratch_.size(); ++i) {
    const ast::Kind kind = scratch_[i]->kind;
    if (kind != ast::Kind::StringPartBytes && kind != ast::Kind::StringPartTemplate) continue;
    auto* literal = make<ast::StringPartLiteral>(scratch_[i]->range);
    literal->value = "";
    scratch_[i] = literal;
  }
}

template <typename T>
ast::Expr* Parser::make_joined(std::size_t from, TextRange range) {
  const auto parts = take_list<ast::StringPart>(from);
  T* expr = make<T>(range);
  expr->parts = parts;
  return expr;
}

template <typename T>
ast::Expr* Parser::make_joined_text(std::size_t from, TextRange range) {
  std::string_view value = value_of(scratch_[from]);
  if (scratch_.size() - from > 1) {
    std::string joined;
    for (std::size_t i = from; i < scratch_.size(); ++i) joined += value_of(scratch_[i]);
    value = arena_.copy(std::string_view(joined));
  }
  const auto parts = take_list<ast::StringPart>(from);
  T* expr = make<T>(range);
  expr->parts = parts;
  expr->value = value;
  return expr;
}

}  // namespace lint::parser
