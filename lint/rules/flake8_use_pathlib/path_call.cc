#include "lint/rules/flake8_use_pathlib/path_call.h"

#include <algorithm>

#include "lint/ast/arguments.h"
#include "lint/semantic/type_checks.h"

namespace lint::rules::flake8_use_pathlib {

bool has_only_keywords(const ast::Arguments& arguments,
                       std::initializer_list<std::string_view> keywords) {
  return std::ranges::none_of(
             arguments.args, [](const ast::Expr* arg) { return ast::is<ast::ExprStarred>(arg); }) &&
         std::ranges::all_of(arguments.keywords, [&](const ast::Keyword* keyword) {
           return keyword->arg &&
                  std::ranges::find(keywords, keyword->arg.text()) != keywords.end();
         });
}

bool is_set(const ast::Arguments& arguments, std::string_view name, std::size_t position) {
  const ast::Expr* const value = ast::find_argument_value(arguments, name, position);
  return value != nullptr && !ast::is<ast::ExprNoneLiteral>(value);
}

bool is_file_descriptor(const Checker& c, const ast::Expr& expr) {
  if (const auto* number = ast::as<ast::ExprNumberLiteral>(expr)) {
    return number->number_kind == ast::NumberKind::Int;
  }
  semantic::BindingId binding = semantic::BindingId::None;
  if (ast::is<ast::ExprAttribute>(expr)) {
    binding = c.semantic().lookup_attribute(expr);
  } else {
    // What a factory is called with does not matter: int(x)().
    const ast::Expr* name = &expr;
    while (const auto* call = ast::as<ast::ExprCall>(name)) name = call->func;
    if (const auto* plain = ast::as<ast::ExprName>(name)) {
      binding = c.semantic().only_binding(*plain);
    }
  }
  return binding != semantic::BindingId::None &&
         semantic::is_int(c.semantic().binding(binding), c.semantic());
}

std::optional<Fix> replace_by_method(const Checker& c, const ast::ExprCall& call,
                                     const ast::Expr& path, const std::string& method) {
  const auto symbol =
      c.importer().get_or_import({.module = "pathlib", .member = "Path"}, call.range.start);
  if (!symbol) return std::nullopt;
  const auto* path_call = ast::as<ast::ExprCall>(path);
  const bool is_path =
      path_call != nullptr && c.qualified_name(*path_call->func).is("pathlib.Path");
  const std::string object =
      is_path ? std::string(c.text(path)) : symbol->name + "(" + std::string(c.text(path)) + ")";
  return Fix::of(
      c.lines().intersects_comment(call.range) ? Applicability::Unsafe : Applicability::Safe,
      {{call.range, object + "." + method}, symbol->edit});
}

}  // namespace lint::rules::flake8_use_pathlib
