// Bases of classes, and searches in trees.
#pragma once

#include "lint/ast/ast_nodes.h"

namespace lint::ast {

// The positional arguments of a class statement.
inline List<Expr> bases_of(const StmtClassDef& class_def) {
  return class_def.arguments != nullptr ? class_def.arguments->args : List<Expr>();
}

// f(node) for the node and everything in it, outermost first, until f returns
// true.  Did it?
template <typename F>
bool any_in(const Node& node, F&& f) {
  if (f(node)) return true;
  bool found = false;
  for_each_child(node, [&](const Node& child) { found = found || any_in(child, f); });
  return found;
}

// The same for expressions only; defaults of a lambda's parameters are not looked at.
template <typename F>
bool any_expr(const Expr& expr, F&& f) {
  const auto visit = [&](const Node& node, const auto& self) -> bool {
    const auto* at = as<Expr>(node);
    if (at != nullptr && f(*at)) return true;
    bool found = false;
    for_each_child(node, [&](const Node& child) {
      found = found || (!is<Parameters>(child) && self(child, self));
    });
    return found;
  };
  return visit(expr, visit);
}

}  // namespace lint::ast
