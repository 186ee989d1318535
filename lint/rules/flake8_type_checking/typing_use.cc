#include "lint/rules/flake8_type_checking/typing_use.h"

#include <algorithm>
#include <string>
#include <vector>

namespace lint::type_checking {
namespace {

using semantic::Binding;
using semantic::BindingId;
using semantic::Flag;
using semantic::Flags;
using semantic::Scope;
using semantic::ScopeId;
using semantic::Semantic;

constexpr PythonVersion kLazyImports{3, 15};

TypingUse use_at(Flags place, const LintSettings& settings) {
  if (place.has(Flag::TypeCheckingBlock)) return TypingUse::TypingOnly;
  if (!place.has(Flag::TypeDefinition)) return TypingUse::Runtime;
  if (place.has(Flag::TypingOnlyAnnotation) || place.in_string_type_definition()) {
    return TypingUse::TypingOnly;
  }
  if (!place.has(Flag::RuntimeEvaluatedAnnotation)) return TypingUse::Runtime;
  if (settings.future_annotations) return TypingUse::Future;
  return settings.flake8_type_checking.quote_annotations ? TypingUse::Quote : TypingUse::Runtime;
}

bool is_runtime_import(const Binding& binding, const Checker& c) {
  return binding.is_import() && binding.context == semantic::Context::Runtime &&
         typing_use(binding, c) == TypingUse::Runtime;
}

// Imports that the program needs, by scope; found when first asked for.
struct RuntimeImports {
  bool is_filled = false;
  std::vector<BindingId> bindings;
};

const std::vector<BindingId>& runtime_imports(Checker& c) {
  auto& imports = c.state<RuntimeImports>();
  if (imports.is_filled) return imports.bindings;
  imports.is_filled = true;
  for (const Scope& scope : c.semantic().scopes()) {
    for (const Scope::Entry& entry : scope.bindings()) {
      if (is_runtime_import(c.semantic().binding(entry.binding), c)) {
        imports.bindings.push_back(entry.binding);
      }
    }
  }
  return imports.bindings;
}

bool is_in_or_around(const Semantic& semantic, ScopeId around, const Scope& scope) {
  for (const Scope* at = &scope; at != nullptr; at = semantic.parent_scope(*at)) {
    if (at->id == around) return true;
  }
  return false;
}

// The elements of __lazy_modules__, if the module assigns it literally.
std::vector<std::string_view> lazy_modules(const Semantic& semantic) {
  const std::vector<BindingId> ids =
      semantic.all_bindings(semantic.global_scope(), "__lazy_modules__");
  if (ids.size() != 1) return {};
  const auto* assign = ast::as<ast::StmtAssign>(semantic.statement_of(semantic.binding(ids[0])));
  if (assign == nullptr) return {};
  ast::List<ast::Expr> elements;
  if (const auto* list = ast::as<ast::ExprList>(assign->value)) elements = list->elts;
  if (const auto* tuple = ast::as<ast::ExprTuple>(assign->value)) elements = tuple->elts;
  if (const auto* set = ast::as<ast::ExprSet>(assign->value)) elements = set->elts;
  std::vector<std::string_view> modules;
  for (const ast::Expr* element : elements) {
    const auto* string = ast::as<ast::ExprStringLiteral>(element);
    if (string == nullptr) return {};
    modules.push_back(string->value);
  }
  return modules;
}

std::string source_of(const Binding& import) {
  std::string module;
  for (const std::string_view segment : import.imported->source()) {
    if (!module.empty() && !module.ends_with('.')) module += '.';
    module += segment;
  }
  return module;
}

// In the module itself, and in no try statement.
bool allows_lazy(const Binding& import, const Semantic& semantic) {
  return import.scope == ScopeId::Module &&
         !semantic.any_statement(*import.source, [](const ast::Stmt& statement) {
           return ast::is<ast::StmtTry>(statement);
         });
}

}  // namespace

TypingUse typing_use(const Binding& binding, const Checker& c) {
  TypingUse use = TypingUse::TypingOnly;
  c.semantic().any_reference(binding, [&](const semantic::Reference& reference) {
    use = std::min(use, use_at(reference.flags, c.settings()));
    return use == TypingUse::Runtime;
  });
  return use;
}

bool is_loaded_anyway(const Binding& import, const Scope& scope, Checker& c) {
  const Semantic& semantic = c.semantic();
  return std::ranges::any_of(runtime_imports(c), [&](BindingId id) {
    const Binding& other = semantic.binding(id);
    return std::ranges::equal(import.imported->module(), other.imported->module()) &&
           is_in_or_around(semantic, other.scope, scope);
  });
}

bool is_lazy(const Binding& import, const Checker& c) {
  if (c.target_version() < kLazyImports) return false;
  const auto* plain = ast::as<ast::StmtImport>(import.source);
  const auto* from = ast::as<ast::StmtImportFrom>(import.source);
  if ((plain != nullptr && plain->is_lazy) || (from != nullptr && from->is_lazy)) return true;
  if (!allows_lazy(import, c.semantic())) return false;
  const std::vector<std::string_view> modules = lazy_modules(c.semantic());
  return std::ranges::find(modules, source_of(import)) != modules.end();
}

bool can_be_lazy(const Binding& import, const Checker& c) {
  if (c.target_version() < kLazyImports || !allows_lazy(import, c.semantic())) return false;
  const auto* plain = ast::as<ast::StmtImport>(import.source);
  const auto* from = ast::as<ast::StmtImportFrom>(import.source);
  const std::size_t count = plain != nullptr ? plain->names.size() : from->names.size();
  return count == 1 && !c.settings().flake8_tidy_imports.ban_lazy.selects(source_of(import));
}

}  // namespace lint::type_checking
