#include "lint/semantic/builder.h"

#include <algorithm>
#include <span>

#include "common/scan/scan.h"
#include "lint/semantic/globals.h"
#include "lint/semantic/visibility.h"

namespace lint::semantic {

namespace {

// Does the keyword stand anywhere?  In strings and comments, too.
bool has_global_statement(std::string_view text) {
  static const common::scan::Needle keyword("global");
  for (std::size_t at = keyword.find(text); at != common::scan::npos;
       at = keyword.find(text, at + 1)) {
    const std::size_t behind = at + keyword.text().size();
    if (behind < text.size() && std::string_view(" \t\f\\").contains(text[behind])) return true;
  }
  return false;
}

}  // namespace

SemanticBuilder::SemanticBuilder(Semantic& model)
    : model_(model),
      arena_(model.parsed_.arena()),
      has_globals_(has_global_statement(model.parsed_.text())),
      dunder_all_(model.parsed_.find_name("__all__")),
      dunder_class_(model.parsed_.find_name("__class__")) {
  // What files usually need.
  const std::size_t nodes = model.nodes_.size();
  model.references_.reserve(nodes / 4 + 16);
  model.bindings_.reserve(nodes / 6 + 16);
  model.scopes_.reserve(nodes / 25 + 8);
}

void SemanticBuilder::go_to(const Place& place) {
  model_.node_ = place.node;
  model_.statement_ = place.statement;
  model_.scope_ = place.scope;
  model_.branch_ = place.branch;
  model_.definition_ = place.definition;
  model_.flags_ = place.flags;
}

BranchId SemanticBuilder::push_branch() {
  model_.branches_.push_back(model_.branch_);
  model_.branch_ = static_cast<BranchId>(model_.branches_.size() - 1);
  return model_.branch_;
}

void SemanticBuilder::link(Scope& added) const {
  const Scope* at = &model_.scope(added.parent);
  added.outer_function = at->is_function() || at->is_module() ? added.parent : at->outer_function;
  const auto is_passed = [](const Scope& scope) {
    return scope.is_class() || scope.kind == ScopeKind::DunderClassCell ||
           (scope.kind == ScopeKind::TypeParams && scope.bindings().empty());
  };
  while (is_passed(*at)) at = &model_.scope(at->parent);
  added.visible_parent = at->id;
}

ScopeId SemanticBuilder::push_scope(ScopeKind kind, const ast::Node* node) {
  const auto id = static_cast<ScopeId>(model_.scopes_.size());
  Scope& added = model_.scopes_.emplace_back();
  added.kind = kind;
  added.id = id;
  added.parent = model_.scope_;
  added.node = node;
  link(added);
  model_.scope_ = id;
  return id;
}

void SemanticBuilder::push_dunder_class_scope() {
  push_scope(ScopeKind::DunderClassCell, nullptr);
  if (!dunder_class_.is_set()) return;
  const BindingId id = append_binding(dunder_class_, {}, BindingKind::DunderClassCell, 0);
  current_scope().add(dunder_class_, id, arena_);
}

void SemanticBuilder::declare_globals_of(ast::List<ast::Stmt> body) {
  if (!has_globals_) return;
  const std::vector<ast::Identifier> names = find_global_names(body);
  if (names.empty()) return;
  const std::span<const ast::Identifier> span = names;
  current_scope().globals = {arena_.copy(span), names.size()};
  // At the top level `global x` declares nothing new.  Elsewhere the module has
  // the name even if nothing else binds it.
  if (model_.at_top_level()) return;
  for (const ast::Identifier& identifier : names) {
    materialize_builtin(identifier.name);
    Scope& module = scope(ScopeId::Module);
    const BindingId existing = module.get(identifier.name);
    if (existing != BindingId::None && !binding(existing).is_unbound()) continue;
    const ScopeId here = model_.scope_;
    model_.scope_ = ScopeId::Module;
    const BindingId id =
        append_binding(identifier.name, identifier.range, BindingKind::Assignment, 0);
    model_.scope_ = here;
    shadow(id, scope(ScopeId::Module).add(identifier.name, id, arena_));
  }
}

namespace {

DefinitionKind kind_of_function(DefinitionKind around) {
  switch (around) {
    case DefinitionKind::Module:
      return DefinitionKind::Function;
    case DefinitionKind::Class:
    case DefinitionKind::NestedClass:
      return DefinitionKind::Method;
    default:
      return DefinitionKind::NestedFunction;
  }
}

}  // namespace

void SemanticBuilder::push_definition(const ast::Node& node, DefinitionKind kind) {
  Definition& added = model_.definitions_.emplace_back();
  added.id = static_cast<DefinitionId>(model_.definitions_.size() - 1);
  added.kind = kind;
  added.parent = model_.definition_;
  added.node = &node;
  model_.definition_ = added.id;
}

void SemanticBuilder::push_definition(const ast::StmtFunctionDef& function) {
  push_definition(function, kind_of_function(model_.definition(model_.definition_).kind));
}

void SemanticBuilder::push_definition(const ast::StmtClassDef& class_def) {
  const bool is_top = model_.definition(model_.definition_).kind == DefinitionKind::Module;
  push_definition(class_def, is_top ? DefinitionKind::Class : DefinitionKind::NestedClass);
}

namespace {

std::uint8_t bit_of_exception(std::string_view name) {
  if (name == "NameError") return static_cast<std::uint8_t>(HandledException::NameError);
  if (name == "ModuleNotFoundError") {
    return static_cast<std::uint8_t>(HandledException::ModuleNotFoundError);
  }
  if (name == "ImportError") return static_cast<std::uint8_t>(HandledException::ImportError);
  if (name == "AttributeError") return static_cast<std::uint8_t>(HandledException::AttributeError);
  return 0;
}

}  // namespace

std::uint8_t SemanticBuilder::handle_exceptions_of(const ast::StmtTry& statement) {
  unsigned bits = model_.handled_exceptions_;
  for (const ast::ExceptHandler* handler : statement.handlers) {
    if (const auto* tuple = ast::as<ast::ExprTuple>(handler->type)) {
      for (const ast::Expr* type : tuple->elts) {
        bits |= bit_of_exception(model_.builtin_symbol(*type));
      }
    } else if (handler->type != nullptr) {
      bits |= bit_of_exception(model_.builtin_symbol(*handler->type));
    }
  }
  return std::exchange(model_.handled_exceptions_, static_cast<std::uint8_t>(bits));
}

void SemanticBuilder::finish_definitions() {
  resolve_visibility(model_, model_.definitions_);
}

}  // namespace lint::semantic
