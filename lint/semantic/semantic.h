// Semantic: what the names of one file mean.
//
// Filled by the checker's walk (check/walk*.cc) in evaluation order, and asked
// by rules while it grows: during the walk it answers for the place that is
// being visited (scope(), flags(), parent()...), afterwards for the whole file.
// All parts live as long as the Parsed they describe.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lint/parser/parsed.h"
#include "lint/semantic/binding.h"
#include "lint/semantic/definition.h"
#include "lint/semantic/ids.h"
#include "lint/semantic/qualified_name.h"
#include "lint/semantic/scope.h"
#include "lint/semantic/semantic_flags.h"

namespace lint::semantic {

// Modules of which rules ask whether the file imports them at all, before they
// resolve a name.
enum class SeenModule : std::uint8_t {
  Collections,
  Datetime,
  Django,
  Logging,
  Mock,
  Numpy,
  Os,
  Pandas,
  Pytest,
  Re,
  Six,
  Subprocess,
  Tarfile,
  Trio,
  Typing,
  TypingExtensions,
  Typeshed,
  Dataclasses,
  Builtins,
  Contextvars,
  Anyio,
  Fastapi,
  Copy,
  Markupsafe,
  Flask,
  Attrs,
  Regex,
  Airflow,
  Hashlib,
  Crypt,
  Count,
};

struct SemanticOptions {
  PythonVersion target_version = kDefaultPython;
  bool is_stub = false;
  bool is_notebook = false;
  bool is_init = false;                              // __init__.py(i)
  std::span<const std::string> typing_modules = {};  // lint.typing-modules
  std::span<const std::string> builtins = {};        // builtins
  // "pkg.sub.mod" of this file, empty if it is in no package; resolves relative imports.
  std::span<const std::string> module_path = {};
};

class Semantic {
 public:
  Semantic(parser::Parsed& parsed, const SemanticOptions& options);

  const SemanticOptions& options() const { return options_; }

  // ---- the place that is being visited ----
  Flags flags() const { return flags_; }
  ScopeId scope_id() const { return scope_; }
  const Scope& scope() const { return scopes_[index_of(scope_)]; }
  DefinitionId definition_id() const { return definition_; }
  Context context() const {
    return flags_.in_typing_context() ? Context::Typing : Context::Runtime;
  }
  bool at_top_level() const { return scope_ == ScopeId::Module && !statement_has_parent(); }
  bool in_async_context() const;
  bool seen(SeenModule module) const {
    return (seen_modules_ >> static_cast<int>(module) & 1) != 0;
  }
  bool seen_typing() const;
  // The statement being visited and the one around it (null at module level).
  const ast::Stmt* current_statement() const;
  const ast::Stmt* current_statement_parent() const;
  // The expression being visited, the one around it, and so on up to the
  // statement; null where there is none.
  const ast::Expr* current_expression() const;
  const ast::Expr* current_expression_parent() const;
  const ast::Expr* current_expression_grandparent() const;
  std::uint8_t handled_exceptions() const { return handled_exceptions_; }

  // ---- the tree ----
  // The node around a visited node; null for the module.  Elif clauses, handlers,
  // comprehensions, keywords... are skipped: parents are statements and
  // expressions (ruff's view), `ast_parent` is the direct one.
  const ast::Node* parent(const ast::Node& node) const;
  const ast::Node* ast_parent(const ast::Node& node) const { return parents_[index_of(node.id)]; }
  // The statement that holds (or is) the node.
  const ast::Stmt* statement_of(const ast::Node& node) const;
  const ast::Stmt* parent_statement(const ast::Node& node) const;
  // Is one reached only through an arm that excludes the other?
  bool same_branch(const ast::Node& left, const ast::Node& right) const;
  // Does every way to `node` lead through `dominator`'s branch?
  bool dominates(const ast::Node& dominator, const ast::Node& node) const;

  // ---- scopes, bindings, references ----
  const Scope& scope(ScopeId id) const { return scopes_[index_of(id)]; }
  std::span<const Scope> scopes() const { return scopes_; }
  const Scope& global_scope() const { return scopes_[0]; }
  // The nearest scope around that is not of type parameters; null: none.
  const Scope* first_non_type_parent(const Scope& scope) const;
  const Scope* function_scope(const ast::StmtFunctionDef& function) const;
  const Binding& binding(BindingId id) const { return bindings_[index_of(id)]; }
  Binding& binding(BindingId id) { return bindings_[index_of(id)]; }
  std::span<const Binding> bindings() const { return bindings_; }
  BindingId id_of(const Binding& binding) const {
    return static_cast<BindingId>(&binding - bindings_.data());
  }
  const Reference& reference(ReferenceId id) const { return references_[index_of(id)]; }
  // Calls f(const Reference&) in order of resolution.
  template <typename F>
  void for_each_reference(const Binding& binding, F&& f) const {
    for (ReferenceId id = binding.first_reference; id != ReferenceId::None;
         id = references_[index_of(id)].next) {
      f(references_[index_of(id)]);
    }
  }
  std::span<const UnresolvedReference> unresolved_references() const { return unresolved_; }
  // What the binding shadows in its own scope; None: nothing.
  BindingId shadowed_binding(BindingId id) const { return shadowed_[index_of(id)]; }
  // Every binding the scope ever had of the name, latest first.
  std::vector<BindingId> all_bindings(const Scope& scope, ast::Name name) const;
  // Bindings that `bindings` of a scope shadow in this or an outer scope, for F811.
  struct Shadowing {
    BindingId binding;
    BindingId shadowed;
    bool is_same_scope;
  };
  std::vector<Shadowing> shadowed_bindings(const Scope& scope, BindingId id) const;
  std::span<const Definition> definitions() const { return definitions_; }
  const Definition& definition(DefinitionId id) const { return definitions_[index_of(id)]; }
  // Scopes that rebind a binding through global or nonlocal.
  std::span<const ScopeId> rebinding_scopes(BindingId id) const;
  // Does `binding` redefine `existing` without use between (the relation behind F811)?
  bool redefines(const Binding& binding, const Binding& existing) const;

  // ---- names to meanings ----
  // The binding an already visited name was resolved to.
  BindingId resolve_name(const ast::ExprName& name) const { return resolved_[index_of(name.id)]; }
  // The same, if the name has only this binding in its scope.
  BindingId only_binding(const ast::ExprName& name) const;
  // Looks the name up from the current scope outwards, as Python would.
  BindingId lookup(std::string_view name) const { return lookup_in(name, scope_); }
  BindingId lookup_in(std::string_view name, ScopeId scope) const;
  // What an attribute chain (C.x, self.x) is bound to in its class; None: unknown.
  BindingId lookup_attribute(const ast::Expr& value) const;
  // What the name would mean if it were evaluated now, at run time.
  BindingId simulate_runtime_load(const ast::ExprName& name) const;
  // os.path.join for a name or attribute chain; empty if it is not an import
  // or a builtin.  Cached per node.
  const QualifiedName& qualified_name(const ast::Expr& expr) const;
  // Of a subscript's value or a call's function: sees through them.
  bool is_builtin(const ast::Expr& expr, std::string_view name) const {
    return qualified_name(expr).is_builtin(name);
  }
  // Does the name still mean the builtin here?
  bool has_builtin_binding(std::string_view name) const;
  // Is the name free (unbound, or only a builtin)?
  bool is_available(std::string_view name) const { return is_available_in(name, scope_); }
  bool is_available_in(std::string_view name, ScopeId scope) const;
  // typing.NAME, typing_extensions.NAME, or from a configured typing module.
  bool is_typing_member(const ast::Expr& expr, std::string_view member) const;
  bool is_typing_name(const QualifiedName& name, std::string_view member) const;
  // How `module.member` is written here if it was imported: "path.join", and the
  // binding that brings it; nullopt: not imported.
  struct ImportedSymbol {
    std::string name;
    BindingId binding;
    TextRange range;
    Context context;
  };
  std::optional<ImportedSymbol> imported_symbol(std::string_view module,
                                                std::string_view member) const;
  // The statement's value is dropped.
  bool is_unused(const ast::Expr& expr) const;
  bool in_nested_union() const;
  bool inside_optional() const;
  bool in_nested_literal() const;
  bool in_protocol_or_abstract_method() const;

  // __all__ of the module, if it was understood.
  const Binding* dunder_all() const;

 private:
  friend class SemanticBuilder;  // semantic/builder.h: what the walk calls to fill this.

  bool statement_has_parent() const;

  parser::Parsed& parsed_;
  SemanticOptions options_;
  Flags flags_;
  ScopeId scope_ = ScopeId::Module;
  DefinitionId definition_ = DefinitionId::Module;
  std::uint8_t handled_exceptions_ = 0;
  std::uint64_t seen_modules_ = 0;
  const ast::Node* node_ = nullptr;  // Being visited: a statement or expression.

  std::vector<Scope> scopes_;
  std::vector<Binding> bindings_;
  std::vector<Reference> references_;
  std::vector<UnresolvedReference> unresolved_;
  std::vector<Definition> definitions_;
  std::vector<BindingId> shadowed_;        // By BindingId.
  std::vector<const ast::Node*> parents_;  // By NodeId: the direct parent.
  std::vector<BindingId> resolved_;        // By NodeId, of ExprName.
};

}  // namespace lint::semantic
