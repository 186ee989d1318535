#include "lint/semantic/typing.h"

#include <algorithm>

#include "lint/ast/arguments.h"
#include "lint/ast/expressions.h"
#include "lint/ast/statements.h"
#include "lint/semantic/class_info.h"

namespace lint::semantic {

bool is_type_checking_block(const ast::StmtIf& statement, const Semantic& semantic) {
  if (const auto* attribute = ast::as<ast::ExprAttribute>(statement.test)) {
    return attribute->attr == "TYPE_CHECKING";
  }
  const auto* name = ast::as<ast::ExprName>(statement.test);
  return name != nullptr && (name->id == "TYPE_CHECKING" ||
                             semantic.is_typing_member(*statement.test, "TYPE_CHECKING"));
}

bool is_sys_version_block(const ast::StmtIf& statement, const Semantic& semantic) {
  return ast::any_expr(*statement.test, [&](const ast::Expr& expr) {
    return semantic.qualified_name(expr).is_any("sys.version_info", "sys.platform");
  });
}

namespace {

SubscriptKind kind_of_typing_member(std::string_view member) {
  if (member == "Literal") return SubscriptKind::Literal;
  if (is_standard_generic_member(member)) return SubscriptKind::Generic;
  if (member == "Annotated") return SubscriptKind::Annotated;
  if (member == "TypedDict") return SubscriptKind::TypedDict;
  return SubscriptKind::None;
}

}  // namespace

SubscriptKind subscript_kind(const ast::Expr& value, const Semantic& semantic,
                             std::span<const std::string> extend_generics) {
  const QualifiedName& name = semantic.qualified_name(value);
  if (!name) return SubscriptKind::None;
  if (is_typing_or_extension(name, "Literal")) return SubscriptKind::Literal;
  if (is_standard_generic(name) || is_any_configured(name, extend_generics)) {
    return SubscriptKind::Generic;
  }
  if (is_typing_or_extension(name, "Annotated")) return SubscriptKind::Annotated;
  if (is_typing_or_extension(name, "TypedDict")) return SubscriptKind::TypedDict;
  for (const std::string& module : semantic.options().typing_modules) {
    if (!name.is_in(module)) continue;
    const SubscriptKind kind = kind_of_typing_member(name.back());
    if (kind != SubscriptKind::None) return kind;
  }
  return SubscriptKind::None;
}

ModuleMember to_pep585_generic(const ast::Expr& expr, const Semantic& semantic) {
  if (!semantic.seen(SeenModule::Typing) && !semantic.seen(SeenModule::TypingExtensions)) return {};
  return pep585_name(semantic.qualified_name(expr));
}

bool is_pep585_generic(const ast::Expr& expr, const Semantic& semantic) {
  return is_pep585_generic_name(semantic.qualified_name(expr));
}

namespace {

// Does `kind` stand in the slice, or in a tuple in it?
bool has_element(const ast::Expr& slice, ast::Kind kind) {
  const auto* tuple = ast::as<ast::ExprTuple>(slice);
  if (tuple == nullptr) return slice.kind == kind;
  return std::ranges::any_of(tuple->elts,
                             [&](const ast::Expr* elt) { return has_element(*elt, kind); });
}

}  // namespace

std::optional<Pep604Operator> to_pep604_operator(const ast::Expr& value, const ast::Expr& slice,
                                                 const Semantic& semantic) {
  if (!semantic.seen_typing()) return std::nullopt;
  // "T" | None fails where it is evaluated.
  if (semantic.context() == Context::Runtime && has_element(slice, ast::Kind::ExprStringLiteral)) {
    return std::nullopt;
  }
  if (has_element(slice, ast::Kind::ExprStarred)) return std::nullopt;
  const QualifiedName& name = semantic.qualified_name(value);
  if (semantic.is_typing_name(name, "Optional")) return Pep604Operator::Optional;
  if (semantic.is_typing_name(name, "Union")) return Pep604Operator::Union;
  return std::nullopt;
}

namespace {

bool is_immutable_subscript(const ast::ExprSubscript& subscript, const Semantic& semantic,
                            std::span<const std::string> extra) {
  const QualifiedName& name = semantic.qualified_name(*subscript.value);
  if (!name) return false;
  if (is_immutable_generic_type(name)) return true;
  const auto is_immutable = [&](const ast::Expr* annotation) {
    return is_immutable_annotation(*annotation, semantic, extra);
  };
  if (name.is("typing.Optional")) return is_immutable(subscript.slice);
  const auto* tuple = ast::as<ast::ExprTuple>(subscript.slice);
  if (tuple == nullptr) return false;
  if (name.is("typing.Union")) return std::ranges::all_of(tuple->elts, is_immutable);
  return is_typing_or_extension(name, "Annotated") && !tuple->elts.empty() &&
         is_immutable(tuple->elts.front());
}

}  // namespace

bool is_immutable_annotation(const ast::Expr& annotation, const Semantic& semantic,
                             std::span<const std::string> extra) {
  switch (annotation.kind) {
    case ast::Kind::ExprName:
    case ast::Kind::ExprAttribute: {
      const QualifiedName& name = semantic.qualified_name(annotation);
      return name && (is_immutable_plain_type(name) || is_immutable_generic_type(name) ||
                      is_any_configured(name, extra));
    }
    case ast::Kind::ExprSubscript:
      return is_immutable_subscript(static_cast<const ast::ExprSubscript&>(annotation), semantic,
                                    extra);
    case ast::Kind::ExprBinOp: {
      const auto& operation = static_cast<const ast::ExprBinOp&>(annotation);
      return operation.op == ast::Operator::BitOr &&
             is_immutable_annotation(*operation.left, semantic, extra) &&
             is_immutable_annotation(*operation.right, semantic, extra);
    }
    case ast::Kind::ExprNoneLiteral:
      return true;
    default:
      return false;
  }
}

bool is_immutable_function(const ast::Expr& function, const Semantic& semantic,
                           std::span<const std::string> extra) {
  const QualifiedName& name = semantic.qualified_name(ast::without_subscript(function));
  return name && (returns_immutable(name) || is_any_configured(name, extra));
}

bool is_immutable_new_type(const ast::ExprName& name, const Semantic& semantic,
                           std::span<const std::string> extra) {
  const BindingId id = semantic.only_binding(name);
  if (id == BindingId::None || semantic.binding(id).kind != BindingKind::Assignment) return false;
  const auto* assign = ast::as<ast::StmtAssign>(semantic.statement_of(semantic.binding(id)));
  const auto* call = assign == nullptr ? nullptr : ast::as<ast::ExprCall>(assign->value);
  if (call == nullptr || !semantic.is_typing_member(*call->func, "NewType") ||
      ast::argument_count(*call->arguments) != 2) {
    return false;
  }
  const ast::Expr* type = ast::find_argument_value(*call->arguments, "tp", 1);
  return type != nullptr && is_immutable_annotation(*type, semantic, extra);
}

bool is_mutable_function(const ast::Expr& function, const Semantic& semantic) {
  return returns_mutable(semantic.qualified_name(function));
}

bool is_mutable_expr(const ast::Expr& expr, const Semantic& semantic) {
  switch (expr.kind) {
    case ast::Kind::ExprList:
    case ast::Kind::ExprDict:
    case ast::Kind::ExprSet:
    case ast::Kind::ExprListComp:
    case ast::Kind::ExprDictComp:
    case ast::Kind::ExprSetComp:
      return true;
    case ast::Kind::ExprCall:
      return is_mutable_function(
          ast::without_subscript(*static_cast<const ast::ExprCall&>(expr).func), semantic);
    default:
      return false;
  }
}

namespace {

class UnionTraversal {
 public:
  UnionTraversal(const Semantic& semantic, const UnionVisitor& f, bool enters_optional)
      : semantic_(semantic), f_(f), enters_optional_(enters_optional) {}

  void visit(const ast::Expr& expr, const ast::Expr* around) {
    const auto* operation = ast::as<ast::ExprBinOp>(expr);
    if (operation != nullptr && operation->op == ast::Operator::BitOr) {
      visit(*operation->left, &expr);
      visit(*operation->right, &expr);
      return;
    }
    if (const auto* subscript = ast::as<ast::ExprSubscript>(expr)) {
      if (semantic_.is_typing_member(*subscript->value, "Union")) {
        visit_slice(*subscript);
        return;
      }
      if (enters_optional_ && semantic_.is_typing_member(*subscript->value, "Optional")) {
        visit(*subscript->value, &expr);
        visit(*subscript->slice, &expr);
        return;
      }
    }
    if (around != nullptr) f_(expr, *around);
  }

 private:
  void visit_slice(const ast::ExprSubscript& subscript) {
    if (const auto* tuple = ast::as<ast::ExprTuple>(subscript.slice)) {
      for (const ast::Expr* member : tuple->elts) visit(*member, &subscript);
    } else {
      visit(*subscript.slice, &subscript);
    }
  }

  const Semantic& semantic_;
  const UnionVisitor& f_;
  bool enters_optional_;
};

void visit_literal(const ast::Expr& expr, const ast::Expr* around, const Semantic& semantic,
                   const UnionVisitor& f) {
  const auto* subscript = ast::as<ast::ExprSubscript>(expr);
  if (subscript == nullptr) {
    if (around != nullptr) f(expr, *around);
    return;
  }
  if (!semantic.is_typing_member(*subscript->value, "Literal")) return;
  if (const auto* tuple = ast::as<ast::ExprTuple>(subscript->slice)) {
    for (const ast::Expr* member : tuple->elts) visit_literal(*member, &expr, semantic, f);
  } else {
    visit_literal(*subscript->slice, &expr, semantic, f);
  }
}

}  // namespace

void traverse_union(const ast::Expr& expr, const Semantic& semantic, const UnionVisitor& f) {
  UnionTraversal(semantic, f, false).visit(expr, nullptr);
}

void traverse_union_and_optional(const ast::Expr& expr, const Semantic& semantic,
                                 const UnionVisitor& f) {
  UnionTraversal(semantic, f, true).visit(expr, nullptr);
}

void traverse_literal(const ast::Expr& expr, const Semantic& semantic, const UnionVisitor& f) {
  visit_literal(expr, nullptr, semantic, f);
}

}  // namespace lint::semantic
