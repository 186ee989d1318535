#include "lint/rules/flake8_bugbear/infinite_iterables.h"

#include <algorithm>

namespace lint::rules::flake8_bugbear {

static bool repeats_forever(const ast::Arguments& arguments) {
  if (arguments.keywords.empty() && arguments.args.size() == 1) return true;
  if (arguments.args.size() == 2 && ast::is<ast::ExprNoneLiteral>(arguments.args[1])) return true;
  return std::ranges::any_of(arguments.keywords, [](const ast::Keyword* keyword) {
    return keyword->arg == "times" && ast::is<ast::ExprNoneLiteral>(keyword->value);
  });
}

bool is_infinite_iterable(const ast::Expr& expr, const semantic::Semantic& semantic) {
  const auto* call = ast::as<ast::ExprCall>(expr);
  if (call == nullptr) return false;
  const semantic::QualifiedName& name = semantic.qualified_name(*call->func);
  if (name.is_any("itertools.count", "itertools.cycle")) return true;
  return name.is("itertools.repeat") && repeats_forever(*call->arguments);
}

}  // namespace lint::rules::flake8_bugbear
