#include "lint/semantic/function_type.h"

#include <algorithm>

#include "lint/ast/names.h"
#include "lint/ast/statements.h"
#include "lint/semantic/class_info.h"

namespace lint::semantic {
namespace {

// Is one of the decorators the builtin, its twin of abc, or configured?
bool has_decorator(const ast::StmtFunctionDef& function, const Semantic& semantic,
                   std::string_view builtin, std::string_view of_abc,
                   std::span<const std::string> configured) {
  return std::ranges::any_of(function.decorators, [&](const ast::Decorator* decorator) {
    const ast::Expr& expr = ast::without_call(*decorator->expression);
    const QualifiedName& name = semantic.qualified_name(expr);
    if (name &&
        (name.is_builtin(builtin) || name.is(of_abc) || is_any_configured(name, configured))) {
      return true;
    }
    // @some_property.setter has no qualified name; its last part has to do.
    if (configured.empty()) return false;
    const ast::DottedName dotted(expr);
    return dotted && std::ranges::find(configured, dotted.back()) != configured.end();
  });
}

}  // namespace

FunctionType function_type(const ast::StmtFunctionDef& function, const Scope& parent,
                           const Semantic& semantic, const MethodDecorators& decorators) {
  if (!parent.is_class()) return FunctionType::Function;
  if (has_decorator(function, semantic, "staticmethod", "abc.abstractstaticmethod",
                    decorators.staticmethods)) {
    return FunctionType::StaticMethod;
  }
  if (has_decorator(function, semantic, "classmethod", "abc.abstractclassmethod",
                    decorators.classmethods)) {
    return FunctionType::ClassMethod;
  }
  const std::string_view name = function.name.text();
  if (name == "__new__") return FunctionType::NewMethod;
  if (name == "__init_subclass__" || name == "__class_getitem__") return FunctionType::ClassMethod;
  return FunctionType::Method;
}

bool is_subject_to_liskov(const ast::StmtFunctionDef& function, const Scope& parent,
                          const Semantic& semantic, const MethodDecorators& decorators) {
  const std::string_view name = function.name.text();
  switch (function_type(function, parent, semantic, decorators)) {
    case FunctionType::Function:
    case FunctionType::NewMethod:
      return false;
    case FunctionType::Method:
      return name != "__init__" && name != "__post_init__" && name != "__replace__" &&
             name != "__init_subclass__";
    case FunctionType::ClassMethod:
    case FunctionType::StaticMethod:
      return name != "__init_subclass__";
  }
  return false;
}

bool is_stub_function(const ast::StmtFunctionDef& function, const Semantic& semantic) {
  return std::ranges::all_of(function.body, [&](const ast::Stmt* statement) {
    if (ast::is<ast::StmtPass>(statement)) return true;
    if (const auto* expression = ast::as<ast::StmtExpr>(statement)) {
      return ast::is<ast::ExprStringLiteral>(expression->value) ||
             ast::is<ast::ExprEllipsisLiteral>(expression->value);
    }
    const auto* raise = ast::as<ast::StmtRaise>(statement);
    if (raise == nullptr || raise->exc == nullptr) return false;
    const std::string_view raised = semantic.builtin_symbol(ast::without_call(*raise->exc));
    return raised == "NotImplementedError" || raised == "NotImplemented";
  });
}

}  // namespace lint::semantic
