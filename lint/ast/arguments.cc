#include "lint/ast/arguments.h"

namespace lint::ast {

const Keyword* find_keyword(const Arguments& arguments, std::string_view name) {
  for (const Keyword* keyword : arguments.keywords) {
    if (keyword->arg && keyword->arg == name) return keyword;
  }
  return nullptr;
}

const Expr* find_positional(const Arguments& arguments, std::size_t position) {
  if (position >= arguments.args.size()) return nullptr;
  for (std::size_t i = 0; i <= position; ++i) {
    if (is<ExprStarred>(arguments.args[i])) return nullptr;
  }
  return arguments.args[position];
}

Argument find_argument(const Arguments& arguments, std::string_view name, std::size_t position) {
  if (const Keyword* keyword = find_keyword(arguments, name)) {
    return {.positional = nullptr, .keyword = keyword};
  }
  return {.positional = find_positional(arguments, position), .keyword = nullptr};
}

}  // namespace lint::ast
