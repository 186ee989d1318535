// What the rules about annotations ask: may a newer form stand here?
#pragma once

#include "lint/ast/names.h"
#include "lint/check/checker.h"

namespace lint::pyupgrade {

// Cheap and necessary for `expr` to have a qualified name of typing: it begins with
// something imported, or is a class (in typing_extensions.py itself).
inline bool may_be_typing_member(const semantic::Semantic& semantic, const ast::Expr& expr) {
  if (!semantic.seen_typing()) return false;
  const ast::ExprName* const head = ast::root_name(expr);
  if (head == nullptr) return false;
  const semantic::BindingId id = semantic.resolve_name(*head);
  if (id == semantic::BindingId::None) return false;
  const semantic::Binding& binding = semantic.binding(id);
  return binding.is_import() || binding.kind == semantic::BindingKind::Class;
}

// May a fix add `from __future__ import annotations`?
inline bool may_add_future_import(const Checker& c) {
  return c.is_preview() && c.settings().future_annotations &&
         !c.semantic().flags().future_annotations_or_stub();
}

// Are annotations never evaluated, or will a fix see to that?
inline bool may_defer_annotations(const Checker& c) {
  const bool is_deferred = c.semantic().flags().future_annotations_or_stub() ||
                           (c.is_preview() && c.settings().future_annotations);
  return is_deferred && !c.settings().pyupgrade.keep_runtime_typing;
}

}  // namespace lint::pyupgrade
