#include "lint/semantic/class_info.h"

#include <algorithm>

#include "lint/ast/arguments.h"
#include "lint/ast/expressions.h"
#include "lint/ast/parameters.h"
#include "lint/ast/statements.h"
#include "lint/semantic/type_checks.h"

namespace lint::semantic {

bool is_any_configured(const QualifiedName& name, std::span<const std::string> configured) {
  return name && std::ranges::any_of(configured, [&](const std::string& dotted) {
           return is_configured(name, dotted);
         });
}

namespace {

// The class of this file that the expression means, if it was not seen before.
const ast::StmtClassDef* new_class(const ast::Expr& base, const Semantic& semantic,
                                   std::vector<BindingId>& seen) {
  const BindingId id = semantic.lookup_attribute(ast::without_subscript(base));
  if (id == BindingId::None || std::ranges::find(seen, id) != seen.end()) return nullptr;
  seen.push_back(id);
  const Binding& binding = semantic.binding(id);
  if (binding.kind != BindingKind::Class) return nullptr;
  return semantic.scope(binding.inner_scope).node_as<ast::StmtClassDef>();
}

}  // namespace

bool any_base_class(const ast::StmtClassDef& class_def, const Semantic& semantic,
                    const std::function<bool(const ast::Expr&)>& f) {
  std::vector<BindingId> seen;
  const std::function<bool(const ast::StmtClassDef&)> visit = [&](const ast::StmtClassDef& at) {
    return std::ranges::any_of(ast::bases_of(at), [&](const ast::Expr* base) {
      if (f(*base)) return true;
      const ast::StmtClassDef* extended = new_class(*base, semantic, seen);
      return extended != nullptr && visit(*extended);
    });
  };
  return visit(class_def);
}

bool any_qualified_base_class(const ast::StmtClassDef& class_def, const Semantic& semantic,
                              const std::function<bool(const QualifiedName&)>& f) {
  return any_base_class(class_def, semantic, [&](const ast::Expr& base) {
    const QualifiedName& name = semantic.qualified_name(ast::without_subscript(base));
    return name && f(name);
  });
}

std::vector<const ast::StmtClassDef*> super_classes(const ast::StmtClassDef& class_def,
                                                    const Semantic& semantic) {
  std::vector<BindingId> seen;
  std::vector<const ast::StmtClassDef*> classes = {&class_def};
  for (std::size_t i = 0; i < classes.size(); ++i) {
    for (const ast::Expr* base : ast::bases_of(*classes[i])) {
      if (const auto* extended = new_class(*base, semantic, seen)) classes.push_back(extended);
    }
  }
  return classes;
}

bool is_enumeration(const ast::StmtClassDef& class_def, const Semantic& semantic) {
  return any_qualified_base_class(class_def, semantic, [](const QualifiedName& name) {
    return name.is_any("enum.Enum", "enum.Flag", "enum.IntEnum", "enum.IntFlag", "enum.StrEnum",
                       "enum.ReprEnum", "enum.CheckEnum");
  });
}

namespace {

// def __new__(cls, name: str, bases: tuple, attrs: dict, **kwargs)
bool is_metaclass_new(const ast::StmtFunctionDef& function, const Semantic& semantic) {
  static constexpr std::string_view kTypes[] = {"str", "tuple", "dict"};
  const ast::Parameters& parameters = *function.parameters;
  if (!(function.name == "__new__") || ast::parameter_count(parameters) != 5 ||
      parameters.vararg != nullptr || parameters.kwarg == nullptr) {
    return false;
  }
  std::size_t index = 0;
  bool matches = true;
  ast::for_each_parameter(parameters, [&](const ast::AnyParameter& any) {
    if (index >= 1 && index <= std::size(kTypes)) {
      const ast::Expr* annotation = any.parameter->annotation;
      matches = matches && annotation != nullptr &&
                semantic.is_builtin(ast::without_subscript(*annotation), kTypes[index - 1]);
    }
    ++index;
  });
  return matches;
}

}  // namespace

IsMetaclass is_metaclass(const ast::StmtClassDef& class_def, const Semantic& semantic) {
  bool is_doubtful = false;
  const bool extends_one = any_base_class(class_def, semantic, [&](const ast::Expr& base) {
    if (const auto* call = ast::as<ast::ExprCall>(base)) {
      is_doubtful = true;
      return ast::argument_count(*call->arguments) == 1 && semantic.is_builtin(*call->func, "type");
    }
    if (const auto* subscript = ast::as<ast::ExprSubscript>(base)) {
      return semantic.is_builtin(*subscript->value, "type");
    }
    return semantic.qualified_name(base).is_any("builtins.type", "abc.ABCMeta", "enum.EnumMeta",
                                                "enum.EnumType");
  });
  if (extends_one) return is_doubtful ? IsMetaclass::Maybe : IsMetaclass::Yes;
  if (ast::bases_of(class_def).empty()) return IsMetaclass::No;
  const bool has_signature = std::ranges::any_of(class_def.body, [&](const ast::Stmt* statement) {
    const auto* function = ast::as<ast::StmtFunctionDef>(statement);
    return function != nullptr && is_metaclass_new(*function, semantic);
  });
  return has_signature ? IsMetaclass::Maybe : IsMetaclass::No;
}

namespace {

bool might_be_type_variable(const ast::Expr& expr, const Semantic& semantic) {
  switch (expr.kind) {
    case ast::Kind::ExprAttribute:
      return true;
    case ast::Kind::ExprStarred:
      return might_be_type_variable(*static_cast<const ast::ExprStarred&>(expr).value, semantic);
    case ast::Kind::ExprName: {
      const auto& name = static_cast<const ast::ExprName&>(expr);
      const BindingId id = semantic.only_binding(name);
      if (id == BindingId::None) return !semantic.has_builtin_binding(name.id.text());
      return is_type_variable(semantic.binding(id), semantic);
    }
    default:
      return false;
  }
}

}  // namespace

bool might_be_generic(const ast::StmtClassDef& class_def, const Semantic& semantic) {
  if (class_def.type_params != nullptr) return true;
  const auto might_be = [&](const ast::Expr* expr) {
    return semantic.is_typing_member(*expr, "AnyStr") || might_be_type_variable(*expr, semantic);
  };
  return std::ranges::any_of(ast::bases_of(class_def), [&](const ast::Expr* base) {
    const auto* subscript = ast::as<ast::ExprSubscript>(base);
    if (subscript == nullptr) return false;
    const auto* tuple = ast::as<ast::ExprTuple>(subscript->slice);
    return tuple != nullptr ? std::ranges::any_of(tuple->elts, might_be)
                            : might_be(subscript->slice);
  });
}

namespace {

using MemberTest = std::function<bool(ClassMember)>;

bool any_member_of(ast::List<ast::Stmt> body, const MemberTest& f, bool is_bound);

bool any_member_inside(const ast::Stmt& statement, const MemberTest& f) {
  const auto any = [&](ast::List<ast::Stmt> body) { return any_member_of(body, f, false); };
  switch (statement.kind) {
    case ast::Kind::StmtWith:
      return any(static_cast<const ast::StmtWith&>(statement).body);
    case ast::Kind::StmtFor: {
      const auto& node = static_cast<const ast::StmtFor&>(statement);
      return any(node.body) || any(node.orelse);
    }
    case ast::Kind::StmtWhile: {
      const auto& node = static_cast<const ast::StmtWhile&>(statement);
      return any(node.body) || any(node.orelse);
    }
    case ast::Kind::StmtIf: {
      const auto& node = static_cast<const ast::StmtIf&>(statement);
      return any(node.body) ||
             std::ranges::any_of(node.clauses, [&](const ast::ElifElseClause* clause) {
               return any(clause->body);
             });
    }
    case ast::Kind::StmtMatch:
      return std::ranges::any_of(static_cast<const ast::StmtMatch&>(statement).cases,
                                 [&](const ast::MatchCase* arm) { return any(arm->body); });
    case ast::Kind::StmtTry: {
      const auto& node = static_cast<const ast::StmtTry&>(statement);
      return any(node.body) || any(node.orelse) || any(node.finalbody) ||
             std::ranges::any_of(node.handlers, [&](const ast::ExceptHandler* handler) {
               return any(handler->body);
             });
    }
    default:
      return false;
  }
}

bool any_member_of(ast::List<ast::Stmt> body, const MemberTest& f, bool is_bound) {
  return std::ranges::any_of(body, [&](const ast::Stmt* statement) {
    switch (statement->kind) {
      case ast::Kind::StmtFunctionDef:
      case ast::Kind::StmtAssign:
      case ast::Kind::StmtAnnAssign:
        return f({statement, is_bound});
      default:
        return any_member_inside(*statement, f);
    }
  });
}

}  // namespace

bool any_member(const ast::StmtClassDef& class_def, const MemberTest& f) {
  return any_member_of(class_def.body, f, true);
}

}  // namespace lint::semantic
