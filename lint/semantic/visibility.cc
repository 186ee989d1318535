#include "lint/semantic/visibility.h"

#include <algorithm>
#include <optional>

#include "lint/ast/statements.h"

namespace lint::semantic {
namespace {

template <typename F>
bool any_decorator(Decorators decorators, F&& f) {
  return std::ranges::any_of(
      decorators, [&](const ast::Decorator* decorator) { return f(*decorator->expression); });
}

}  // namespace

bool is_staticmethod(Decorators decorators, const Semantic& semantic) {
  return any_decorator(
      decorators, [&](const ast::Expr& expr) { return semantic.is_builtin(expr, "staticmethod"); });
}

bool is_classmethod(Decorators decorators, const Semantic& semantic) {
  return any_decorator(
      decorators, [&](const ast::Expr& expr) { return semantic.is_builtin(expr, "classmethod"); });
}

bool is_overload(Decorators decorators, const Semantic& semantic) {
  return any_decorator(decorators, [&](const ast::Expr& expr) {
    return semantic.is_typing_member(expr, "overload");
  });
}

bool is_override(Decorators decorators, const Semantic& semantic) {
  return any_decorator(decorators, [&](const ast::Expr& expr) {
    return semantic.is_typing_member(expr, "override");
  });
}

bool is_final(Decorators decorators, const Semantic& semantic) {
  return any_decorator(
      decorators, [&](const ast::Expr& expr) { return semantic.is_typing_member(expr, "final"); });
}

bool is_abstract(Decorators decorators, const Semantic& semantic) {
  return any_decorator(decorators, [&](const ast::Expr& expr) {
    return semantic.qualified_name(expr).is_any("abc.abstractmethod", "abc.abstractclassmethod",
                                                "abc.abstractstaticmethod", "abc.abstractproperty");
  });
}

bool is_property(Decorators decorators, std::span<const std::string> extra,
                 const Semantic& semantic) {
  return any_decorator(decorators, [&](const ast::Expr& expr) {
    const QualifiedName& name = semantic.qualified_name(ast::without_call(expr));
    if (!name) return false;
    return name.is_any("builtins.property", "enum.property", "functools.cached_property",
                       "abc.abstractproperty", "types.DynamicClassAttribute") ||
           std::ranges::any_of(extra, [&](const std::string& dotted) {
             return name.is(dotted) || name.is_builtin(dotted);
           });
  });
}

bool is_validator(Decorators decorators, const Semantic& semantic) {
  return any_decorator(decorators, [&](const ast::Expr& expr) {
    const auto* attribute = ast::as<ast::ExprAttribute>(expr);
    if (attribute == nullptr || !(attribute->attr == "validator")) return false;
    const auto* name = ast::as<ast::ExprName>(attribute->value);
    if (name == nullptr) return false;
    const BindingId id = semantic.resolve_name(*name);
    return id != BindingId::None && semantic.binding(id).kind == BindingKind::Assignment;
  });
}

namespace {

bool is_private_module(std::string_view name) {
  return name.starts_with('_') && !is_magic(name);
}

Visibility visibility_if(bool is_private) {
  return is_private ? Visibility::Private : Visibility::Public;
}

Visibility module_visibility(const SemanticOptions& options) {
  if (options.module_path.empty()) return visibility_if(is_private_module(options.module_name));
  return visibility_if(std::ranges::any_of(
      options.module_path, [](const std::string& segment) { return is_private_module(segment); }));
}

// @name.setter, @name.deleter
bool is_setter_or_deleter(const ast::Expr& decorator, ast::Name property) {
  const auto* attribute = ast::as<ast::ExprAttribute>(decorator);
  if (attribute == nullptr) return false;
  const auto* name = ast::as<ast::ExprName>(attribute->value);
  return name != nullptr && name->id == property &&
         (attribute->attr == "setter" || attribute->attr == "deleter");
}

using Exports = std::vector<std::string_view>;

// Everything that the module's __all__ lists; nullopt: it has none.
std::optional<Exports> exports_of(const Semantic& semantic) {
  std::optional<Exports> exports;
  for (BindingId id : semantic.all_bindings(semantic.global_scope(), "__all__")) {
    const Binding& binding = semantic.binding(id);
    if (binding.kind != BindingKind::Export) continue;
    if (!exports) exports.emplace();
    for (const ExportedName& name : *binding.exported) exports->push_back(name.name);
  }
  return exports;
}

class VisibilityResolver {
 public:
  VisibilityResolver(const Semantic& semantic, std::span<Definition> definitions)
      : semantic_(semantic), definitions_(definitions), exports_(exports_of(semantic)) {
    if (exports_) std::ranges::sort(*exports_);
  }

  void resolve(Definition& definition) {
    definition.is_exported = is_listed(name_of(definition));
    definition.docstring = docstring_of(body_of(definition));
    definition.visibility = visibility_of(definition);
  }

 private:
  static std::string_view name_of(const Definition& definition) {
    if (const auto* function = definition.function()) return function->name.text();
    if (const auto* class_def = definition.class_def()) return class_def->name.text();
    return {};
  }
  static ast::List<ast::Stmt> body_of(const Definition& definition) {
    if (const auto* function = definition.function()) return function->body;
    if (const auto* class_def = definition.class_def()) return class_def->body;
    const auto* module = ast::as<ast::ModModule>(definition.node);
    return module != nullptr ? module->body : ast::List<ast::Stmt>();
  }
  static const ast::ExprStringLiteral* docstring_of(ast::List<ast::Stmt> body) {
    if (body.empty()) return nullptr;
    const auto* statement = ast::as<ast::StmtExpr>(body.front());
    return statement != nullptr ? ast::as<ast::ExprStringLiteral>(statement->value) : nullptr;
  }

  bool is_listed(std::string_view name) const {
    return exports_ && std::ranges::binary_search(*exports_, name);
  }

  Visibility visibility_of(const Definition& definition) const {
    const Definition& parent = definitions_[index_of(definition.parent)];
    const bool is_hidden = parent.visibility == Visibility::Private;
    const bool has_underscore = name_of(definition).starts_with('_');
    switch (definition.kind) {
      case DefinitionKind::Module:
        return module_visibility(semantic_.options());
      case DefinitionKind::Class:
      case DefinitionKind::Function:
        return visibility_if(is_hidden || has_underscore || (exports_ && !definition.is_exported));
      case DefinitionKind::NestedClass:
        return visibility_if(is_hidden || has_underscore || parent.is_function());
      case DefinitionKind::NestedFunction:
        return Visibility::Private;
      case DefinitionKind::Method:
        return is_hidden ? Visibility::Private : method_visibility(*definition.function());
    }
    return Visibility::Private;
  }

  const Semantic& semantic_;
  std::span<Definition> definitions_;
  std::optional<Exports> exports_;
};

}  // namespace

Visibility method_visibility(const ast::StmtFunctionDef& function) {
  const bool is_part_of_property = any_decorator(function.decorators, [&](const ast::Expr& expr) {
    return is_setter_or_deleter(expr, function.name.name);
  });
  if (is_part_of_property) return Visibility::Private;
  const std::string_view name = function.name.text();
  return visibility_if(name.starts_with('_') && !is_magic(name));
}

void resolve_visibility(const Semantic& semantic, std::span<Definition> definitions) {
  VisibilityResolver resolver(semantic, definitions);
  for (Definition& definition : definitions) resolver.resolve(definition);
}

}  // namespace lint::semantic
