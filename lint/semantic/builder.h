// SemanticBuilder: what the walk calls to fill a Semantic.
//
// The walk visits in evaluation order and tells the builder where it is, which
// names are bound and which are read; the builder knows Python's scoping, not
// the order.  Only one builder may work on a Semantic.
#pragma once

#include <cstdint>
#include <string_view>

#include "lint/semantic/semantic.h"

namespace lint::semantic {

// A place in the file, to come back to.
struct Place {
  const ast::Node* node = nullptr;
  const ast::Stmt* statement = nullptr;
  ScopeId scope = ScopeId::Module;
  BranchId branch = BranchId::None;
  DefinitionId definition = DefinitionId::Module;
  Flags flags;
};

class SemanticBuilder {
 public:
  explicit SemanticBuilder(Semantic& model);

  const Semantic& model() const { return model_; }

  // ---- where the walk is ----
  Place place() const {
    return {model_.node_,   model_.statement_,  model_.scope_,
            model_.branch_, model_.definition_, model_.flags_};
  }
  void go_to(const Place& place);
  Flags flags() const { return model_.flags_; }
  void set_flags(Flags flags) { model_.flags_ = flags; }
  void set(Flag flag) { model_.flags_.set(flag); }
  void clear(Flag flag) { model_.flags_.clear(flag); }

  void enter(const ast::Stmt& statement) {
    record(statement);
    model_.node_ = &statement;
    model_.statement_ = &statement;
  }
  void enter(const ast::Expr& expr) {
    record(expr);
    model_.node_ = &expr;
  }
  void leave(const ast::Stmt& statement) {
    const ast::Node* around = model_.nodes_[Semantic::index_of_node(statement)].parent;
    model_.node_ = around;
    model_.statement_ = static_cast<const ast::Stmt*>(around);
  }
  void leave(const ast::Expr& expr) {
    model_.node_ = model_.nodes_[Semantic::index_of_node(expr)].parent;
  }
  // New nodes were parsed (a string annotation).
  void make_room_for_nodes() { model_.nodes_.resize(model_.parsed_.node_count()); }

  BranchId push_branch();
  void pop_branch() { model_.branch_ = model_.branches_[index_of(model_.branch_)]; }
  void set_branch(BranchId branch) { model_.branch_ = branch; }

  ScopeId push_scope(ScopeKind kind, const ast::Node* node);
  void pop_scope() { model_.scope_ = model_.scopes_[index_of(model_.scope_)].parent; }
  // The scope around methods and lambdas that holds __class__.
  void push_dunder_class_scope();
  void mark_async_comprehension() { current_scope().is_async = true; }
  void mark_locals_call() { current_scope().uses_locals = true; }
  // Finds the body's global statements before it is visited, and gives the module
  // what they declare.
  void declare_globals_of(ast::List<ast::Stmt> body);

  void push_definition(const ast::StmtFunctionDef& function);
  void push_definition(const ast::StmtClassDef& class_def);
  void pop_definition() { model_.definition_ = model_.definition(model_.definition_).parent; }

  // What the handlers of the statement catch is handled from now on; returns what
  // was before, for restore_handled_exceptions().
  std::uint8_t handle_exceptions_of(const ast::StmtTry& statement);
  void restore_handled_exceptions(std::uint8_t bits) { model_.handled_exceptions_ = bits; }

  // ---- names that are bound ----
  BindingId add_binding(ast::Name name, TextRange range, BindingKind kind, std::uint16_t flags = 0);
  void bind_imports(const ast::StmtImport& statement);
  void bind_imports(const ast::StmtImportFrom& statement);
  void bind_globals(const ast::StmtGlobal& statement);
  void bind_nonlocals(const ast::StmtNonlocal& statement);
  // A definition whose body has (or will have) the scope.
  void bind_definition(const ast::Identifier& name, BindingKind kind, ScopeId inner_scope);
  // A name that is a target.
  void bind_target(const ast::ExprName& name);
  // Around the body of a handler with a name; the first returns what the name
  // meant before.
  BindingId bind_exception(const ast::Identifier& name);
  void unbind_exception(const ast::Identifier& name, BindingId previous);

  // ---- names that are read ----
  void resolve_load(const ast::ExprName& name);
  void resolve_delete(const ast::ExprName& name);
  // Resolves the names in __all__, when all else is known.
  void resolve_exports();
  // Visibility and docstrings of definitions, when all else is known.
  void finish_definitions();

 private:
  void record(const ast::Node& node) {
    Semantic::NodeInfo& info = model_.nodes_[Semantic::index_of_node(node)];
    info.parent = model_.node_;
    info.branch = model_.branch_;
  }
  Scope& scope(ScopeId id) { return model_.scopes_[index_of(id)]; }
  Scope& current_scope() { return scope(model_.scope_); }
  Binding& binding(BindingId id) { return model_.bindings_[index_of(id)]; }
  bool is_builtin(ast::Name name) const { return model_.is_builtin_name(name); }

  void link(Scope& added) const;
  BindingId append_binding(ast::Name name, TextRange range, BindingKind kind, std::uint16_t flags);
  BindingId materialize_builtin(ast::Name name);
  void shadow(BindingId id, BindingId shadowed);
  void bind_import(const ast::Alias& alias, ast::Name name, BindingKind kind,
                   const QualifiedName& qualified);
  BindingId find_outer(ast::Name name, ScopeId from) const;
  void bind_dunder_all(const ast::ExprName& name, std::uint16_t flags);
  bool assigns_dunder_all() const;
  BindingKind kind_of_target() const;
  bool is_conditional() const;
  void push_definition(const ast::Node& node, DefinitionKind kind);
  void add_seen_module(std::string_view dotted);

  void add_reference(BindingId id, TextRange range, ScopeId scope, bool is_deletion = false);
  void add_submodule_reference(const ast::ExprName& name, ScopeId scope, BindingId id);
  void add_unresolved(const ast::ExprName& name, bool is_star,
                      BindingId annotation = BindingId::None);
  bool resolve_forward(const ast::ExprName& name);
  enum class Step : std::uint8_t { Done, GoOn };
  Step resolve_from_code(const ast::ExprName& name, bool& is_star);
  Step resolve_from_any(const ast::ExprName& name, bool& is_star);
  Step resolve_to(const ast::ExprName& name, const Scope& scope, BindingId id);
  bool resolve_before_deletion(const ast::ExprName& name, BindingId deletion);
  BindingId find_submodule(ast::Name name, const Scope& scope, BindingId id) const;
  void set_resolved(const ast::ExprName& name, BindingId id) {
    model_.nodes_[Semantic::index_of_node(name)].resolved = index_of(id) + 1;
  }

  Semantic& model_;
  common::Arena& arena_;
  bool has_globals_;  // The text has the keyword somewhere.
  // Unset if the file does not have the names.
  ast::Name dunder_all_;
  ast::Name dunder_class_;
};

}  // namespace lint::semantic
