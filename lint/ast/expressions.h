// Small questions about expressions that rules and the semantic model share.
#pragma once

#include "lint/ast/ast_nodes.h"

namespace lint::ast {

// list in list[int]; else the expression.
inline const Expr& map_subscript(const Expr& expr) {
  const auto* subscript = as<ExprSubscript>(expr);
  return subscript != nullptr ? *subscript->value : expr;
}

// f in f(x); else the expression.
inline const Expr& map_callable(const Expr& expr) {
  const auto* call = as<ExprCall>(expr);
  return call != nullptr ? *call->func : expr;
}

// x in *x; else the expression.
inline const Expr& map_starred(const Expr& expr) {
  const auto* starred = as<ExprStarred>(expr);
  return starred != nullptr ? *starred->value : expr;
}

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

}  // namespace lint::ast
