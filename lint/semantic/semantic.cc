#include "lint/semantic/semantic.h"

#include <algorithm>

#include "lint/ast/expressions.h"
#include "lint/ast/statements.h"
#include "lint/semantic/visibility.h"

namespace lint::semantic {

Semantic::Semantic(parser::Parsed& parsed, const SemanticOptions& options)
    : parsed_(parsed), options_(options) {
  if (options.is_stub) flags_.set(Flag::StubFile);
  nodes_.resize(parsed.node_count());
  branches_.push_back(BranchId::None);
  builtin_states_.resize(parsed.name_count() + 1);
  Scope& module = scopes_.emplace_back();
  module.node = &parsed.root();
  module.reserve_names(parsed.name_count() + 16, parsed.arena());
  definitions_.emplace_back().node = &parsed.root();
}

bool Semantic::in_async_context() const {
  for (const Scope* at = &scope(); at != nullptr; at = parent_scope(*at)) {
    if (at->kind == ScopeKind::Class || at->kind == ScopeKind::Lambda) return false;
    if (const auto* function = at->node_as<ast::StmtFunctionDef>()) return function->is_async;
  }
  return false;
}

const ast::Stmt* Semantic::statement_of(const ast::Node& node) const {
  const ast::Node* at = &node;
  while (at != nullptr && !ast::is<ast::Stmt>(at)) at = parent(*at);
  return static_cast<const ast::Stmt*>(at);
}

bool Semantic::dominates(const ast::Node& dominator, const ast::Node& node) const {
  const BranchId wanted = nodes_[index_of_node(dominator)].branch;
  if (wanted == BranchId::None) return true;
  // Branches around have smaller ids.
  BranchId at = nodes_[index_of_node(node)].branch;
  while (at != BranchId::None && index_of(at) > index_of(wanted)) at = branches_[index_of(at)];
  return at == wanted;
}

const Scope* Semantic::first_non_type_parent(const Scope& scope) const {
  const Scope* at = parent_scope(scope);
  while (at != nullptr &&
         (at->kind == ScopeKind::TypeParams || at->kind == ScopeKind::DunderClassCell)) {
    at = parent_scope(*at);
  }
  return at;
}

const Scope* Semantic::function_scope(const ast::StmtFunctionDef& function) const {
  const auto found = std::ranges::find(scopes_, &function, &Scope::node);
  return found == scopes_.end() ? nullptr : &*found;
}

std::vector<ReferenceId> Semantic::references_of(const Binding& binding) const {
  std::vector<ReferenceId> ids;
  for (ReferenceId id = binding.last_reference; id != ReferenceId::None;
       id = references_[index_of(id)].previous) {
    ids.push_back(id);
  }
  std::ranges::reverse(ids);
  return ids;
}

std::vector<BindingId> Semantic::all_bindings(const Scope& scope, ast::Name name) const {
  std::vector<BindingId> ids;
  for (BindingId id = scope.get(name); id != BindingId::None; id = binding(id).shadowed) {
    ids.push_back(id);
  }
  return ids;
}

std::vector<BindingId> Semantic::all_bindings(const Scope& scope, std::string_view name) const {
  const ast::Name interned = parsed_.find_name(name);
  return interned.is_set() ? all_bindings(scope, interned) : std::vector<BindingId>();
}

std::vector<Semantic::Shadowing> Semantic::shadowed_bindings(BindingId id) const {
  std::vector<Shadowing> result;
  while (id != BindingId::None) {
    const Binding& at = binding(id);
    if (at.outer_shadowed != BindingId::None) result.push_back({id, at.outer_shadowed, false});
    if (at.shadowed != BindingId::None) result.push_back({id, at.shadowed, true});
    id = at.shadowed;
  }
  return result;
}

std::vector<BindingId> Semantic::delayed_annotations(BindingId id) const {
  std::vector<BindingId> result;
  for (const DelayedAnnotation& delayed : delayed_annotations_) {
    if (delayed.binding == id) result.push_back(delayed.annotation);
  }
  return result;
}

std::vector<ScopeId> Semantic::rebinding_scopes(BindingId id) const {
  std::vector<ScopeId> result;
  for (const Rebinding& rebinding : rebindings_) {
    if (rebinding.binding == id) result.push_back(rebinding.scope);
  }
  return result;
}

bool Semantic::redefines(const Binding& binding, const Binding& existing) const {
  switch (binding.kind) {
    // Importing another submodule of a package takes nothing away.
    case BindingKind::Import:
    case BindingKind::FromImport:
      if (existing.kind != BindingKind::SubmoduleImport) break;
      return binding.imported->qualified == existing.imported->qualified;
    case BindingKind::SubmoduleImport:
      if (!existing.is_import()) break;
      return binding.imported->qualified == existing.imported->qualified;
    case BindingKind::Deletion:
    case BindingKind::Annotation:
    case BindingKind::FutureImport:
    case BindingKind::Builtin:
      return false;
    case BindingKind::Assignment:
    case BindingKind::NamedExprAssignment:
      if (existing.kind == BindingKind::Assignment ||
          existing.kind == BindingKind::NamedExprAssignment) {
        return false;
      }
      break;
    default:
      break;
  }
  return existing.kind == BindingKind::Class || existing.kind == BindingKind::Function ||
         existing.kind == BindingKind::Import || existing.kind == BindingKind::FromImport ||
         existing.kind == BindingKind::Assignment ||
         existing.kind == BindingKind::NamedExprAssignment;
}

bool Semantic::is_unused(const ast::Expr& expr) const {
  if (const auto* tuple = ast::as<ast::ExprTuple>(expr)) {
    return std::ranges::all_of(tuple->elts, [&](const ast::Expr* elt) { return is_unused(*elt); });
  }
  const auto* name = ast::as<ast::ExprName>(expr);
  if (name == nullptr) return false;
  for (BindingId id : all_bindings(scope(), name->id)) {
    if (binding(id).range.start >= expr.range.start && binding(id).is_used()) return false;
  }
  return true;
}

// Is it typing.<member>[...]?
bool Semantic::is_typing_subscript(const ast::Expr* expr, std::string_view member) const {
  const auto* subscript = ast::as<ast::ExprSubscript>(expr);
  return subscript != nullptr && is_typing_member(*subscript->value, member);
}

bool Semantic::in_nested_union() const {
  const ast::Expr* around = current_expression_parent();
  if (ast::is<ast::ExprTuple>(around)) {
    return is_typing_subscript(current_expression_grandparent(), "Union");
  }
  if (const auto* operation = ast::as<ast::ExprBinOp>(around)) {
    return operation->op == ast::Operator::BitOr;
  }
  return is_typing_subscript(around, "Union");
}

bool Semantic::inside_optional() const {
  return is_typing_subscript(current_expression_parent(), "Optional");
}

bool Semantic::in_nested_literal() const {
  const ast::Expr* around = current_expression_parent();
  return is_typing_subscript(
      ast::is<ast::ExprTuple>(around) ? current_expression_grandparent() : around, "Literal");
}

bool Semantic::in_protocol_or_abstract_method() const {
  return any_scope([&](const Scope& at) {
    if (const auto* class_def = at.node_as<ast::StmtClassDef>()) {
      return std::ranges::any_of(ast::bases_of(*class_def), [&](const ast::Expr* base) {
        return is_typing_member(ast::without_subscript(*base), "Protocol");
      });
    }
    const auto* function = at.node_as<ast::StmtFunctionDef>();
    return function != nullptr && is_abstract(function->decorators, *this);
  });
}

const Binding* Semantic::dunder_all() const {
  for (BindingId id : all_bindings(global_scope(), "__all__")) {
    if (binding(id).kind == BindingKind::Export) return &binding(id);
  }
  return nullptr;
}

}  // namespace lint::semantic
