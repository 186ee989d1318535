#include "lint/rules/flake8_comprehensions/braces.h"

namespace lint::rules::flake8_comprehensions {

static bool is_field_brace(const Checker& c, std::uint32_t offset, char brace) {
  return offset < c.text().size() && c.text()[offset] == brace &&
         c.semantic().flags().in_interpolated_string();
}

std::string_view blank_before(const Checker& c, TextRange range) {
  return range.start > 0 && is_field_brace(c, range.start - 1, '{') ? " " : "";
}

std::string_view blank_behind(const Checker& c, TextRange range) {
  return is_field_brace(c, range.end, '}') ? " " : "";
}

const ast::Expr* only_argument_of(const ast::ExprCall& call, std::string_view name) {
  const ast::Arguments& arguments = *call.arguments;
  if (arguments.args.size() != 1 || !arguments.keywords.empty()) return nullptr;
  const auto* function = ast::as<ast::ExprName>(call.func);
  return function != nullptr && function->id == name ? arguments.args[0] : nullptr;
}

}  // namespace lint::rules::flake8_comprehensions
