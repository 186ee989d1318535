// Arguments of calls and class definitions, by name, position and source order.
#pragma once

#include <cstddef>
#include <string_view>

#include "lint/ast/ast_nodes.h"

namespace lint::ast {

inline std::size_t argument_count(const Arguments& arguments) {
  return arguments.args.size() + arguments.keywords.size();
}

// The first `name=...`, or null.
const Keyword* find_keyword(const Arguments& arguments, std::string_view name);

// The positional argument at `position`; null if there is none or if a starred
// argument in front of it hides which one it is.
const Expr* find_positional(const Arguments& arguments, std::size_t position);

// An argument as it was passed: exactly one of the two is set, or none.
struct Argument {
  const Expr* positional = nullptr;
  const Keyword* keyword = nullptr;

  explicit operator bool() const { return positional != nullptr || keyword != nullptr; }
  const Expr* value() const { return keyword != nullptr ? keyword->value : positional; }
  const Node& node() const {
    return keyword != nullptr ? static_cast<const Node&>(*keyword) : *positional;
  }
};

// What the parameter `name` at `position` gets.
Argument find_argument(const Arguments& arguments, std::string_view name, std::size_t position);
inline const Expr* find_argument_value(const Arguments& arguments, std::string_view name,
                                       std::size_t position) {
  return find_argument(arguments, name, position).value();
}

// Calls f(Argument) for each argument as the source has them: f(a, b=c, *d).
template <typename F>
void for_each_argument(const Arguments& arguments, F&& f) {
  std::size_t keyword = 0;
  for (const Expr* arg : arguments.args) {
    while (keyword < arguments.keywords.size() &&
           arguments.keywords[keyword]->range.start < arg->range.start) {
      f(Argument{.positional = nullptr, .keyword = arguments.keywords[keyword++]});
    }
    f(Argument{.positional = arg, .keyword = nullptr});
  }
  while (keyword < arguments.keywords.size()) {
    f(Argument{.positional = nullptr, .keyword = arguments.keywords[keyword++]});
  }
}

}  // namespace lint::ast
