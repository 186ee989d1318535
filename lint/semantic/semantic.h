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
  std::span<const std::string> typing_modules = {};  // lint.typing-modules
  std::span<const std::string> builtins = {};        // builtins
  // {"pkg", "sub", "mod"} of this file ({"pkg", "__init__"} of a package), empty
  // if it is in no package; resolves relative imports.
  std::span<const std::string> module_path = {};
  // The file's name without its extension, for a file that is in no package.
  std::string_view module_name = {};
};

// What a name means at a place.
struct Symbol {
  enum class Kind : std::uint8_t { Unbound, Bound, Builtin };
  Kind kind = Kind::Unbound;
  BindingId binding = BindingId::None;  // Of Bound.

  bool is_bound() const { return kind == Kind::Bound; }
};

class Semantic {
 public:
  Semantic(parser::Parsed& parsed, const SemanticOptions& options);

  const SemanticOptions& options() const { return options_; }
  const parser::Parsed& parsed() const { return parsed_; }

  // ---- the place that is being visited ----
  Flags flags() const { return flags_; }
  ScopeId scope_id() const { return scope_; }
  const Scope& scope() const { return scopes_[index_of(scope_)]; }
  DefinitionId definition_id() const { return definition_; }
  Context context() const {
    return flags_.in_typing_context() ? Context::Typing : Context::Runtime;
  }
  // In the module, in no statement's body.
  bool at_top_level() const {
    return scope_ == ScopeId::Module && (statement_ == nullptr || parent(*statement_) == nullptr);
  }
  bool in_async_context() const;
  bool seen(SeenModule module) const {
    return (seen_modules_ >> static_cast<int>(module) & 1) != 0;
  }
  bool seen_typing() const {
    return seen(SeenModule::Typing) || seen(SeenModule::TypingExtensions) ||
           seen(SeenModule::Typeshed) || !options_.typing_modules.empty();
  }
  // The statement being visited and the one around it (null at module level).
  const ast::Stmt* current_statement() const { return statement_; }
  const ast::Stmt* current_statement_parent() const { return parent_statement_of(statement_); }
  // The expression being visited, the one around it, and so on up to the
  // statement; null where there is none.
  const ast::Expr* current_expression() const { return ast::as<ast::Expr>(node_); }
  const ast::Expr* current_expression_parent() const { return parent_expression(node_); }
  const ast::Expr* current_expression_grandparent() const {
    return parent_expression(parent_expression(node_));
  }
  // HandledException bits of the try statements around.
  std::uint8_t handled_exceptions() const { return handled_exceptions_; }

  // ---- the tree ----
  // The nearest statement or expression around a visited statement or
  // expression: elif clauses, handlers, comprehensions, keywords... are skipped.
  // Null for the module's statements.
  const ast::Node* parent(const ast::Node& node) const {
    return nodes_[index_of_node(node)].parent;
  }
  // The statement that holds (or is) the node.
  const ast::Stmt* statement_of(const ast::Node& node) const;
  // The statement around the statement that holds (or is) the node; null: none.
  const ast::Stmt* parent_statement(const ast::Node& node) const {
    return parent_statement_of(statement_of(node));
  }
  // The expression directly around the node; null: it belongs to a statement.
  const ast::Expr* parent_expression(const ast::Node* node) const {
    return node == nullptr ? nullptr : ast::as<ast::Expr>(parent(*node));
  }
  // Calls f(const Stmt&) with the statement of the node, the one around it, and
  // so on, until f returns true.  Did it?
  template <typename F>
  bool any_statement(const ast::Node& node, F&& f) const {
    for (const ast::Stmt* at = statement_of(node); at != nullptr; at = parent_statement_of(at)) {
      if (f(*at)) return true;
    }
    return false;
  }
  // Are both in the same arm of all if, try, with and match statements around?
  bool same_branch(const ast::Node& left, const ast::Node& right) const {
    return nodes_[index_of_node(left)].branch == nodes_[index_of_node(right)].branch;
  }
  // Does every way to `node` lead through `dominator`'s arm?
  bool dominates(const ast::Node& dominator, const ast::Node& node) const;

  // ---- scopes, bindings, references ----
  const Scope& scope(ScopeId id) const { return scopes_[index_of(id)]; }
  std::span<const Scope> scopes() const { return scopes_; }
  const Scope& global_scope() const { return scopes_[0]; }
  const Scope* parent_scope(const Scope& scope) const {
    return scope.parent == ScopeId::None ? nullptr : &scopes_[index_of(scope.parent)];
  }
  // The nearest scope around that is neither of type parameters nor of
  // __class__; null: none.
  const Scope* first_non_type_parent(const Scope& scope) const;
  const Scope* function_scope(const ast::StmtFunctionDef& function) const;
  // Calls f(const Scope&) from the current scope outwards until f returns true.
  template <typename F>
  bool any_scope(F&& f) const {
    for (const Scope* at = &scope(); at != nullptr; at = parent_scope(*at)) {
      if (f(*at)) return true;
    }
    return false;
  }
  const Binding& binding(BindingId id) const { return bindings_[index_of(id)]; }
  std::span<const Binding> bindings() const { return bindings_; }
  BindingId id_of(const Binding& binding) const {
    return static_cast<BindingId>(&binding - bindings_.data());
  }
  // The statement that binds, or holds what binds; null for builtins.
  const ast::Stmt* statement_of(const Binding& binding) const {
    return binding.source == nullptr ? nullptr : statement_of(*binding.source);
  }
  const Reference& reference(ReferenceId id) const { return references_[index_of(id)]; }
  // References from the first to the last.
  std::vector<ReferenceId> references_of(const Binding& binding) const;
  // Does f(const Reference&) hold for one of them?  From the last to the first.
  template <typename F>
  bool any_reference(const Binding& binding, F&& f) const {
    for (ReferenceId id = binding.last_reference; id != ReferenceId::None;
         id = references_[index_of(id)].previous) {
      if (f(references_[index_of(id)])) return true;
    }
    return false;
  }
  // Calls f(const Reference&) in order of resolution.
  template <typename F>
  void for_each_reference(const Binding& binding, F&& f) const {
    for (ReferenceId id : references_of(binding)) f(references_[index_of(id)]);
  }
  std::span<const UnresolvedReference> unresolved_references() const { return unresolved_; }
  // What the binding shadows in its own scope; None: nothing.
  BindingId shadowed_binding(BindingId id) const { return binding(id).shadowed; }
  // Every binding the scope ever had of the name, latest first.
  std::vector<BindingId> all_bindings(const Scope& scope, ast::Name name) const;
  std::vector<BindingId> all_bindings(const Scope& scope, std::string_view name) const;
  // What a binding of a scope, and those it shadows in turn, shadow: in a scope
  // around (is_same_scope: false), then in the same scope.
  struct Shadowing {
    BindingId binding;
    BindingId shadowed;
    bool is_same_scope;
  };
  std::vector<Shadowing> shadowed_bindings(BindingId id) const;
  // Annotations without a value behind the binding in its scope (x = 1; x: int).
  std::vector<BindingId> delayed_annotations(BindingId id) const;
  // In the order of the walk; visibility is known when it has ended.
  std::span<const Definition> definitions() const { return definitions_; }
  const Definition& definition(DefinitionId id) const { return definitions_[index_of(id)]; }
  // Scopes that rebind a binding through global or nonlocal.
  std::vector<ScopeId> rebinding_scopes(BindingId id) const;
  // Does `binding` redefine `existing` (the relation behind F811)?
  bool redefines(const Binding& binding, const Binding& existing) const;

  // ---- names to meanings ----
  // The binding an already visited name was resolved to; None for one that is not
  // visited, as in a tree that a rule has parsed for itself.
  BindingId resolve_name(const ast::ExprName& name) const {
    const std::uint32_t index = index_of_node(name);
    if (index >= nodes_.size()) return BindingId::None;
    return static_cast<BindingId>(nodes_[index].resolved - 1);
  }
  // The same, if the name has only this binding in its scope.
  BindingId only_binding(const ast::ExprName& name) const;
  // Looks the name up from the current scope outwards, as Python would; None if
  // it is unbound or a builtin.
  BindingId lookup(std::string_view name) const { return find_symbol(name).binding; }
  // What the name means at the current place.
  Symbol find_symbol(std::string_view name) const {
    return find_symbol_in(name, scope_, flags_.in_forward_reference());
  }
  Symbol find_symbol_in(std::string_view name, ScopeId scope, bool is_forward_reference) const;
  // What `nonlocal name` would mean here; None: no function around binds it.
  BindingId find_nonlocal(ast::Name name) const;
  // What an attribute chain C.D.x is bound to in its class; None: unknown.
  BindingId lookup_attribute(const ast::Expr& value) const {
    return lookup_attribute_in(value, scope_);
  }
  BindingId lookup_attribute_in(const ast::Expr& value, ScopeId scope) const;
  // What the name would mean if it were evaluated at run time where it stands;
  // once the whole file was visited.
  BindingId simulate_runtime_load(const ast::ExprName& name, bool allows_typing_only) const {
    return simulate_runtime_load_at(name.id.text(), name.range, scope_, allows_typing_only);
  }
  BindingId simulate_runtime_load_at(std::string_view name, TextRange range, ScopeId scope,
                                     bool allows_typing_only) const;
  // os.path.join for a name or attribute chain; empty if it is not an import,
  // a builtin or a class or function of this file.  Lives as long as the model.
  const QualifiedName& qualified_name(const ast::Expr& expr) const;
  // Is it `name` of the builtins, not shadowed, or builtins.name?
  bool is_builtin(const ast::Expr& expr, std::string_view name) const;
  // The name of the builtin that the expression is; empty: none.
  std::string_view builtin_symbol(const ast::Expr& expr) const;
  // Does the name still mean the builtin here?
  bool has_builtin_binding(std::string_view name) const {
    return has_builtin_binding_in(name, scope_);
  }
  bool has_builtin_binding_in(std::string_view name, ScopeId scope) const;
  // Does the module have the name, or is it a builtin?
  bool is_global(std::string_view name) const;
  // Is the name free (unbound, or only a builtin)?
  bool is_available(std::string_view name) const { return is_available_in(name, scope_); }
  bool is_available_in(std::string_view name, ScopeId scope) const;
  // typing.NAME, typing_extensions.NAME, or from a configured typing module.
  bool is_typing_member(const ast::Expr& expr, std::string_view member) const;
  bool is_typing_name(const QualifiedName& name, std::string_view member) const;
  // How `module.member` is written here if it was imported ("path.join"), and the
  // binding that brings it; nullopt: not imported.
  struct ImportedSymbol {
    std::string name;
    BindingId binding;
    TextRange range;  // Of the statement.
    Context context;
  };
  std::optional<ImportedSymbol> imported_symbol(std::string_view module,
                                                std::string_view member) const;
  // A name, or tuple of names, that nobody reads from here on.
  bool is_unused(const ast::Expr& expr) const;
  // Of the expression being visited: is it directly in Union[...] or a | b, in
  // Optional[...], in Literal[...]?
  bool in_nested_union() const;
  bool inside_optional() const;
  bool in_nested_literal() const;
  bool in_protocol_or_abstract_method() const;

  // The latest assignment to the module's __all__ that was understood; null: none.
  const Binding* dunder_all() const;

 private:
  friend class SemanticBuilder;  // semantic/builder.h: what the walk calls to fill this.

  // What is known about a visited node.  Trivial: zeroes stand for nothing.
  struct NodeInfo {
    const ast::Node* parent;
    BranchId branch;
    std::uint32_t resolved;  // Of ExprName: the binding's index + 1.
  };
  struct Rebinding {
    BindingId binding;
    ScopeId scope;
  };
  struct DelayedAnnotation {
    BindingId binding;
    BindingId annotation;
  };

  static std::uint32_t index_of_node(const ast::Node& node) {
    return static_cast<std::uint32_t>(node.id);
  }
  const ast::Stmt* parent_statement_of(const ast::Stmt* statement) const {
    return statement == nullptr ? nullptr : static_cast<const ast::Stmt*>(parent(*statement));
  }
  Symbol find_symbol_in(ast::Name name, ScopeId scope, bool is_forward_reference) const;
  bool is_builtin_name(ast::Name name) const;
  bool is_builtin_name(std::string_view name) const;
  QualifiedName resolve_qualified_name(const ast::Expr& expr, const ast::ExprName& head) const;
  bool is_typing_subscript(const ast::Expr* expr, std::string_view member) const;

  parser::Parsed& parsed_;
  SemanticOptions options_;
  Flags flags_;
  ScopeId scope_ = ScopeId::Module;
  DefinitionId definition_ = DefinitionId::Module;
  BranchId branch_ = BranchId::None;
  std::uint8_t handled_exceptions_ = 0;
  std::uint32_t seen_modules_ = 0;
  const ast::Node* node_ = nullptr;  // Being visited: a statement or expression.
  const ast::Stmt* statement_ = nullptr;

  std::vector<NodeInfo> nodes_;     // By NodeId.
  std::vector<BranchId> branches_;  // By BranchId: the branch around.
  std::vector<Scope> scopes_;
  std::vector<Binding> bindings_;
  std::vector<Reference> references_;
  std::vector<UnresolvedReference> unresolved_;
  std::vector<Definition> definitions_;
  std::vector<Rebinding> rebindings_;
  std::vector<DelayedAnnotation> delayed_annotations_;
  // By Name::index(): is it a builtin?
  enum class BuiltinState : std::uint8_t { Unknown, No, Yes };
  mutable std::vector<BuiltinState> builtin_states_;
  // By NodeId, of visited names and attributes; made when first asked.
  mutable std::vector<const QualifiedName*> qualified_names_;
};

}  // namespace lint::semantic
