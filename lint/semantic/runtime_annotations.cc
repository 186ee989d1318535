#include "lint/semantic/runtime_annotations.h"

#include <algorithm>
#include <optional>

#include "lint/ast/statements.h"
#include "lint/semantic/class_info.h"
#include "lint/semantic/type_checks.h"

namespace lint::semantic {
namespace {

constexpr PythonVersion kDefersAnnotations{3, 14};

bool has_decorator(ast::List<ast::Decorator> decorators, const Semantic& semantic,
                   std::span<const std::string> wanted) {
  if (wanted.empty()) return false;
  return std::ranges::any_of(decorators, [&](const ast::Decorator* decorator) {
    const ast::Expr& expr = ast::without_call(*decorator->expression);
    const QualifiedName& name = semantic.qualified_name(expr);
    return is_any_configured(name ? name : resolve_assignment(expr, semantic), wanted);
  });
}

bool are_annotations_deferred(const Semantic& semantic) {
  return semantic.flags().future_annotations_or_stub() ||
         semantic.options().target_version >= kDefersAnnotations;
}

}  // namespace

bool is_read_at_runtime(const ast::StmtFunctionDef& function, const Semantic& semantic,
                        const RuntimeReaders& readers) {
  return has_decorator(function.decorators, semantic, readers.decorators);
}

bool is_read_at_runtime(const ast::StmtClassDef& class_def, const Semantic& semantic,
                        const RuntimeReaders& readers) {
  if (!readers.base_classes.empty() &&
      any_qualified_base_class(class_def, semantic, [&](const QualifiedName& name) {
        return is_any_configured(name, readers.base_classes);
      })) {
    return true;
  }
  return has_decorator(class_def.decorators, semantic, readers.decorators);
}

namespace {

// What the readers of a class or function make of its annotations; nullopt: it
// has none.
template <typename T>
std::optional<AnnotationUse> use_by_readers(const T* definition, const Semantic& semantic,
                                            const RuntimeRequirements& requirements) {
  if (definition == nullptr) return std::nullopt;
  if (is_read_at_runtime(*definition, semantic, requirements.required)) {
    return AnnotationUse::RuntimeRequired;
  }
  if (is_read_at_runtime(*definition, semantic, requirements.ambiguous)) {
    return AnnotationUse::RuntimeAmbiguous;
  }
  return std::nullopt;
}

}  // namespace

AnnotationUse annotation_use_here(const Semantic& semantic,
                                  const RuntimeRequirements& requirements) {
  const Scope& scope = semantic.scope();
  if (auto use = use_by_readers(scope.node_as<ast::StmtClassDef>(), semantic, requirements)) {
    return *use;
  }
  if (auto use = use_by_readers(scope.node_as<ast::StmtFunctionDef>(), semantic, requirements)) {
    return *use;
  }
  if (are_annotations_deferred(semantic)) return AnnotationUse::TypingOnly;
  return scope.is_class() || scope.is_module() ? AnnotationUse::RuntimeEvaluated
                                               : AnnotationUse::TypingOnly;
}

AnnotationUse annotation_use_of(const ast::StmtFunctionDef& function, const Semantic& semantic,
                                const RuntimeRequirements& requirements) {
  if (auto use = use_by_readers(&function, semantic, requirements)) return *use;
  return are_annotations_deferred(semantic) ? AnnotationUse::TypingOnly
                                            : AnnotationUse::RuntimeEvaluated;
}

bool is_dataclass_marker(const ast::Expr& annotation, const Semantic& semantic) {
  if (!semantic.seen(SeenModule::Dataclasses)) return false;
  const auto* class_def = semantic.scope().node_as<ast::StmtClassDef>();
  if (class_def == nullptr) return false;
  const bool is_dataclass =
      std::ranges::any_of(class_def->decorators, [&](const ast::Decorator* decorator) {
        return semantic.qualified_name(ast::without_call(*decorator->expression))
            .is("dataclasses.dataclass");
      });
  if (!is_dataclass) return false;
  const QualifiedName& name = semantic.qualified_name(ast::without_subscript(annotation));
  return name.is_any("dataclasses.InitVar", "dataclasses.KW_ONLY") ||
         semantic.is_typing_name(name, "ClassVar");
}

bool is_singledispatch_implementation(const ast::StmtFunctionDef& function,
                                      const Semantic& semantic) {
  return std::ranges::any_of(function.decorators, [&](const ast::Decorator* decorator) {
    const auto* attribute = ast::as<ast::ExprAttribute>(decorator->expression);
    if (attribute == nullptr || !(attribute->attr == "register")) return false;
    const BindingId id = semantic.lookup_attribute(*attribute->value);
    if (id == BindingId::None || semantic.binding(id).kind != BindingKind::Function) return false;
    const auto* interface =
        semantic.scope(semantic.binding(id).inner_scope).node_as<ast::StmtFunctionDef>();
    return interface != nullptr &&
           std::ranges::any_of(interface->decorators, [&](const ast::Decorator* outer) {
             return semantic.qualified_name(*outer->expression)
                 .is_any("functools.singledispatch", "functools.singledispatchmethod");
           });
  });
}

}  // namespace lint::semantic
