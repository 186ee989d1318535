// How a name that is read finds its binding.
#include "lint/semantic/builder.h"

namespace lint::semantic {

void SemanticBuilder::add_reference(BindingId id, TextRange range, ScopeId scope,
                                    bool is_deletion) {
  const auto reference = static_cast<ReferenceId>(model_.references_.size());
  Binding& bound = binding(id);
  model_.references_.push_back(
      {id, bound.last_reference, model_.node_, range, scope, model_.flags_, is_deletion});
  bound.last_reference = reference;
}

// `import pyarrow as pa` and `import pyarrow.csv`: pa.csv uses both, so a use of
// the alias is one of the submodule.
BindingId SemanticBuilder::find_submodule(ast::Name name, const Scope& scope, BindingId id) const {
  const Binding& alias = model_.binding(id);
  if (alias.kind != BindingKind::Import) return BindingId::None;
  const std::string_view module = alias.imported->qualified.back();
  if (module == name.text()) return BindingId::None;
  const ast::Name package = model_.parsed_.find_name(module);
  if (!package.is_set()) return BindingId::None;
  const BindingId found = scope.get(package);
  if (found == BindingId::None) return BindingId::None;
  const Binding& submodule = model_.binding(found);
  return submodule.kind == BindingKind::SubmoduleImport &&
                 submodule.imported->qualified.front() == alias.imported->qualified.front()
             ? found
             : BindingId::None;
}

void SemanticBuilder::add_submodule_reference(const ast::ExprName& name, ScopeId at, BindingId id) {
  const BindingId submodule = find_submodule(name.id, scope(at), id);
  if (submodule != BindingId::None) add_reference(submodule, name.range, model_.scope_);
}

void SemanticBuilder::add_unresolved(const ast::ExprName& name, bool is_star,
                                     BindingId annotation) {
  model_.unresolved_.push_back(
      {name.id.text(), name.range, model_.handled_exceptions_, is_star, model_.flags_, annotation});
}

// A forward reference prefers the module's names to nearer ones.
bool SemanticBuilder::resolve_forward(const ast::ExprName& name) {
  const BindingId id = scope(ScopeId::Module).get(name.id);
  if (id == BindingId::None || binding(id).is_unbound()) return false;
  add_reference(id, name.range, ScopeId::Module);
  const BindingId submodule = find_submodule(name.id, scope(ScopeId::Module), id);
  if (submodule != BindingId::None) add_reference(submodule, name.range, ScopeId::Module);
  set_resolved(name, id);
  return true;
}

// In a stub `del` hides a name from other modules; what stands before it means
// the deleted one even if it is looked at later.
bool SemanticBuilder::resolve_before_deletion(const ast::ExprName& name, BindingId deletion) {
  if (!model_.flags_.has(Flag::StubFile)) return false;
  const BindingId id = binding(deletion).shadowed;
  if (id == BindingId::None || binding(id).is_unbound() ||
      name.range.start >= binding(deletion).range.start) {
    return false;
  }
  add_reference(id, name.range, model_.scope_);
  set_resolved(name, id);
  return true;
}

// The name is `id` of the scope; GoOn if it is no value there.
SemanticBuilder::Step SemanticBuilder::resolve_to(const ast::ExprName& name, const Scope& found_in,
                                                  BindingId id) {
  const ScopeId at = found_in.id;
  add_reference(id, name.range, model_.scope_);
  if (binding(id).kind == BindingKind::Import) add_submodule_reference(name, at, id);
  const Binding& found = binding(id);
  switch (found.kind) {
    case BindingKind::Annotation:
      if (model_.flags_.has(Flag::StubFile)) break;
      if (!scope(found.scope).is_function()) return Step::GoOn;
      // It makes the name local to the function, without a value.
      add_unresolved(name, false, id);
      return Step::Done;
    case BindingKind::Deletion:
      if (!resolve_before_deletion(name, id)) add_unresolved(name, false);
      return Step::Done;
    case BindingKind::UnboundException:
      if (found.target == BindingId::None) {
        add_unresolved(name, false);
        return Step::Done;
      }
      id = found.target;
      add_reference(id, name.range, model_.scope_);
      if (binding(id).kind == BindingKind::Import) add_submodule_reference(name, at, id);
      break;
    case BindingKind::Global:
    case BindingKind::Nonlocal:
      if (found.target == BindingId::None) break;
      id = found.target;
      add_reference(id, name.range, model_.scope_);
      break;
    default:
      break;
  }
  set_resolved(name, id);
  return Step::Done;
}

// From the body of a module, class, function or comprehension.
SemanticBuilder::Step SemanticBuilder::resolve_from_code(const ast::ExprName& name, bool& is_star) {
  for (ScopeId at = model_.scope_; at != ScopeId::None;) {
    const Scope& here = model_.scope(at);
    at = here.visible_parent;
    if (const BindingId id = here.get(name.id); id != BindingId::None) {
      if (resolve_to(name, here, id) == Step::Done) return Step::Done;
      // What was found has no value; star imports of the scope do not count.
      continue;
    }
    if (here.is_class() && (name.id == "__module__" || name.id == "__qualname__")) {
      return Step::Done;
    }
    is_star = is_star || here.uses_star_imports();
  }
  return Step::GoOn;
}

// From anywhere: names of a class are seen in its body only, not in functions
// inside; the scopes of type parameters and __class__ do not count as inside.
SemanticBuilder::Step SemanticBuilder::resolve_from_any(const ast::ExprName& name, bool& is_star) {
  bool sees_class = true;
  std::uint32_t depth = 0;
  for (ScopeId at = model_.scope_; at != ScopeId::None; ++depth) {
    const Scope& here = model_.scope(at);
    at = here.parent;
    if (here.is_class() && !sees_class) continue;
    sees_class = (here.kind == ScopeKind::TypeParams && depth == 0) ||
                 (here.kind == ScopeKind::DunderClassCell && depth == 1);
    if (const BindingId id = here.get(name.id); id != BindingId::None) {
      if (resolve_to(name, here, id) == Step::Done) return Step::Done;
      continue;
    }
    is_star = is_star || here.uses_star_imports();
  }
  return Step::GoOn;
}

void SemanticBuilder::resolve_load(const ast::ExprName& name) {
  if (model_.flags_.in_forward_reference() && resolve_forward(name)) return;
  bool is_star = false;
  const ScopeKind kind = model_.scope().kind;
  const bool is_code = kind != ScopeKind::TypeParams && kind != ScopeKind::DunderClassCell &&
                       name.id != dunder_class_;
  const Step step = is_code ? resolve_from_code(name, is_star) : resolve_from_any(name, is_star);
  if (step == Step::Done) return;
  if (const BindingId id = materialize_builtin(name.id); id != BindingId::None) {
    add_reference(id, name.range, model_.scope_);
    set_resolved(name, id);
    return;
  }
  add_unresolved(name, is_star);
}

void SemanticBuilder::resolve_delete(const ast::ExprName& name) {
  materialize_builtin(name.id);
  const BindingId id = current_scope().get(name.id);
  if (id != BindingId::None) add_reference(id, name.range, model_.scope_, true);
  if (id == BindingId::None || binding(id).is_unbound()) add_unresolved(name, false);
  if (model_.flags_.any(Flag::ExceptionHandler, Flag::OrElse)) return;
  if (is_conditional()) return;
  const BindingId deletion = append_binding(name.id, name.range, BindingKind::Deletion, 0);
  shadow(deletion, current_scope().add(name.id, deletion, arena_));
}

// Does it depend on a condition whether the current statement runs?
bool SemanticBuilder::is_conditional() const {
  return model_.any_statement(*model_.statement_, [](const ast::Stmt& statement) {
    switch (statement.kind) {
      case ast::Kind::StmtIf:
      case ast::Kind::StmtWhile:
      case ast::Kind::StmtMatch:
        return true;
      case ast::Kind::StmtExpr:
        return ast::is<ast::ExprIf>(static_cast<const ast::StmtExpr&>(statement).value);
      default:
        return false;
    }
  });
}

void SemanticBuilder::resolve_exports() {
  if (!dunder_all_.is_set()) return;
  const Flags before = model_.flags_;
  for (BindingId id : model_.all_bindings(model_.global_scope(), dunder_all_)) {
    if (binding(id).kind != BindingKind::Export) continue;
    for (const ExportedName& exported : *binding(id).exported) {
      const ast::Name name = model_.parsed_.find_name(exported.name);
      BindingId meant = BindingId::None;
      if (name.is_set()) {
        materialize_builtin(name);
        meant = scope(ScopeId::Module).get(name);
      }
      if (meant == BindingId::None) continue;
      model_.flags_.set(Flag::DunderAllDefinition);
      add_reference(meant, exported.range, ScopeId::Module);
      model_.flags_ = before;
    }
  }
}

}  // namespace lint::semantic
