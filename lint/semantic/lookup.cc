// What does a name mean at a place?
#include <algorithm>

#include "lint/semantic/builtins.h"
#include "lint/semantic/semantic.h"

namespace lint::semantic {

bool Semantic::is_builtin_name(std::string_view name) const {
  return semantic::is_builtin(name, options_.target_version, options_.is_notebook) ||
         std::ranges::find(options_.builtins, name) != options_.builtins.end();
}

bool Semantic::is_builtin_name(ast::Name name) const {
  if (name.index() >= builtin_states_.size()) builtin_states_.resize(parsed_.name_count());
  BuiltinState& state = builtin_states_[name.index()];
  if (state == BuiltinState::Unknown) {
    state = is_builtin_name(name.text()) ? BuiltinState::Yes : BuiltinState::No;
  }
  return state == BuiltinState::Yes;
}

Symbol Semantic::find_symbol_in(std::string_view name, ScopeId scope,
                                bool is_forward_reference) const {
  const ast::Name interned = parsed_.find_name(name);
  if (interned.is_set()) return find_symbol_in(interned, scope, is_forward_reference);
  // A name that is nowhere in the file is bound nowhere.
  return {is_builtin_name(name) ? Symbol::Kind::Builtin : Symbol::Kind::Unbound};
}

// As SemanticBuilder::resolve_load, without a trace.
Symbol Semantic::find_symbol_in(ast::Name name, ScopeId scope, bool is_forward_reference) const {
  if (is_forward_reference) {
    const BindingId id = global_scope().get(name);
    if (id != BindingId::None && !binding(id).is_unbound()) return {Symbol::Kind::Bound, id};
  }
  bool sees_class = true;
  std::uint32_t depth = 0;
  for (ScopeId at = scope; at != ScopeId::None; ++depth) {
    const Scope& here = this->scope(at);
    at = here.parent;
    if (here.is_class() && !sees_class) continue;
    sees_class = (here.kind == ScopeKind::TypeParams && depth == 0) ||
                 (here.kind == ScopeKind::DunderClassCell && depth == 1);
    const BindingId id = here.get(name);
    if (id == BindingId::None) {
      if (depth == 0 && here.is_class() && (name == "__module__" || name == "__qualname__")) {
        return {};
      }
      continue;
    }
    switch (binding(id).kind) {
      case BindingKind::Annotation:
        continue;
      case BindingKind::Deletion:
        return {};
      case BindingKind::UnboundException:
        if (binding(id).target == BindingId::None) return {};
        return {Symbol::Kind::Bound, binding(id).target};
      default:
        return {Symbol::Kind::Bound, id};
    }
  }
  return {is_builtin_name(name) ? Symbol::Kind::Builtin : Symbol::Kind::Unbound};
}

BindingId Semantic::find_nonlocal(ast::Name name) const {
  for (ScopeId at = scope().parent; at != ScopeId::None; at = scope(at).parent) {
    const Scope& outer = scope(at);
    if (outer.is_module() || outer.is_class()) continue;
    if (const BindingId found = outer.get(name); found != BindingId::None) return found;
  }
  return BindingId::None;
}

bool Semantic::has_builtin_binding_in(std::string_view name, ScopeId scope) const {
  const Symbol symbol = find_symbol_in(name, scope, false);
  return symbol.kind == Symbol::Kind::Builtin ||
         (symbol.is_bound() && binding(symbol.binding).kind == BindingKind::Builtin);
}

bool Semantic::is_global(std::string_view name) const {
  const ast::Name interned = parsed_.find_name(name);
  return (interned.is_set() && global_scope().has(interned)) || is_builtin_name(name);
}

bool Semantic::is_available_in(std::string_view name, ScopeId scope) const {
  const Symbol symbol = find_symbol_in(name, scope, false);
  return !symbol.is_bound() || binding(symbol.binding).kind == BindingKind::Builtin;
}

std::string_view Semantic::builtin_symbol(const ast::Expr& expr) const {
  if (seen(SeenModule::Builtins)) {
    const QualifiedName& name = qualified_name(expr);
    return name.size() == 2 && name.front() == "builtins" ? name.back() : std::string_view();
  }
  const auto* name = ast::as<ast::ExprName>(expr);
  if (name == nullptr || !is_builtin_name(name->id)) return {};
  return has_builtin_binding(name->id.text()) ? name->id.text() : std::string_view();
}

bool Semantic::is_builtin(const ast::Expr& expr, std::string_view name) const {
  if (seen(SeenModule::Builtins)) return qualified_name(expr).is_builtin(name);
  const auto* written = ast::as<ast::ExprName>(expr);
  return written != nullptr && written->id == name && has_builtin_binding(name);
}

BindingId Semantic::only_binding(const ast::ExprName& name) const {
  const BindingId id = resolve_name(name);
  if (id == BindingId::None || binding(id).shadowed != BindingId::None) return BindingId::None;
  return id;
}

BindingId Semantic::lookup_attribute_in(const ast::Expr& value, ScopeId scope) const {
  if (const auto* name = ast::as<ast::ExprName>(value)) {
    return find_symbol_in(name->id, scope, flags_.in_forward_reference()).binding;
  }
  const auto* attribute = ast::as<ast::ExprAttribute>(value);
  if (attribute == nullptr) return BindingId::None;
  const BindingId owner = lookup_attribute_in(*attribute->value, scope);
  if (owner == BindingId::None || binding(owner).kind != BindingKind::Class) {
    return BindingId::None;
  }
  return this->scope(binding(owner).inner_scope).get(attribute->attr.name);
}

namespace {

// Where the binding's statement is over: only then has the name its value.
TextRange range_until_bound(const Binding& binding, const ast::Stmt* statement) {
  const bool is_late = ast::is<ast::StmtAssign>(statement) ||
                       ast::is<ast::StmtAnnAssign>(statement) ||
                       ast::is<ast::StmtClassDef>(statement);
  return is_late ? statement->range : binding.range;
}

}  // namespace

// Until a function is left, only what stands before the name is bound already.
BindingId Semantic::simulate_runtime_load_at(std::string_view text, TextRange range, ScopeId scope,
                                             bool allows_typing_only) const {
  const ast::Name name = parsed_.find_name(text);
  if (!name.is_set()) return BindingId::None;
  const auto is_hidden = [&](const Binding& found) {
    return !allows_typing_only && found.context == Context::Typing;
  };
  bool seen_function = false;
  bool sees_class = true;
  bool order_matters = true;
  std::uint32_t depth = 0;
  for (ScopeId at = scope; at != ScopeId::None; ++depth) {
    const Scope& here = this->scope(at);
    at = here.parent;
    if (seen_function && here.kind != ScopeKind::TypeParams) order_matters = false;
    if (here.is_class() && !sees_class) continue;
    sees_class = (here.kind == ScopeKind::TypeParams && depth == 0) ||
                 (here.kind == ScopeKind::DunderClassCell && depth == 1);
    seen_function = seen_function || here.is_function();
    BindingId id = here.get(name);
    if (order_matters) {
      for (; id != BindingId::None; id = binding(id).shadowed) {
        const Binding& found = binding(id);
        if (is_hidden(found) || found.is_unbound()) continue;
        if (range_until_bound(found, statement_of(found)).end <= range.start) return id;
      }
    } else if (id != BindingId::None) {
      const Binding& found = binding(id);
      if (found.kind == BindingKind::Annotation) continue;
      if (found.kind == BindingKind::Deletion) return BindingId::None;
      if (found.kind == BindingKind::UnboundException) id = found.target;
      if (id == BindingId::None) return BindingId::None;
      if (!is_hidden(binding(id))) return id;
      continue;
    }
    if (depth == 0 && here.is_class() && (name == "__module__" || name == "__qualname__")) {
      return BindingId::None;
    }
  }
  return BindingId::None;
}

}  // namespace lint::semantic
