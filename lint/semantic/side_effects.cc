#include "lint/semantic/side_effects.h"

#include <algorithm>

#include "lint/ast/arguments.h"
#include "lint/ast/expressions.h"
#include "lint/ast/statements.h"

namespace lint::semantic {
namespace {

// list(), dict()... of the builtins.
bool is_empty_container(const ast::ExprCall& call, const Semantic& semantic) {
  const auto* name = ast::as<ast::ExprName>(call.func);
  if (name == nullptr || ast::argument_count(*call.arguments) != 0) return false;
  const bool is_container = name->id == "list" || name->id == "tuple" || name->id == "set" ||
                            name->id == "dict" || name->id == "frozenset";
  return is_container && semantic.has_builtin_binding(name->id.text());
}

// Of a type whose operators are known.
bool is_safe_operand(const ast::Expr& expr) {
  switch (expr.kind) {
    case ast::Kind::ExprFString:
    case ast::Kind::ExprList:
    case ast::Kind::ExprTuple:
    case ast::Kind::ExprSet:
    case ast::Kind::ExprDict:
    case ast::Kind::ExprListComp:
    case ast::Kind::ExprSetComp:
    case ast::Kind::ExprDictComp:
      return true;
    default:
      return ast::is_literal(expr.kind);
  }
}

bool formats_unknown(const ast::StringElement* element) {
  const auto* field = ast::as<ast::StringElementField>(element);
  if (field == nullptr) return false;
  return !ast::is_literal(field->expression->kind) ||
         (field->format_spec != nullptr &&
          std::ranges::any_of(field->format_spec->elements, formats_unknown));
}

bool formats_unknown(ast::List<ast::StringPart> parts) {
  return std::ranges::any_of(parts, [](const ast::StringPart* part) {
    if (const auto* formatted = ast::as<ast::StringPartFormatted>(part)) {
      return std::ranges::any_of(formatted->elements,
                                 [](const auto* element) { return formats_unknown(element); });
    }
    const auto* text = ast::as<ast::StringPartTemplate>(part);
    return text != nullptr && std::ranges::any_of(text->elements, [](const auto* element) {
             return formats_unknown(element);
           });
  });
}

SideEffect possible_if(bool is_possible) {
  return is_possible ? SideEffect::Possible : SideEffect::Absent;
}

SideEffect present_if(bool is_present) {
  return is_present ? SideEffect::Present : SideEffect::Absent;
}

// Of the expression without what is in it.
SideEffect effect_of(const ast::Expr& expr, const Semantic& semantic) {
  switch (expr.kind) {
    case ast::Kind::ExprCall:
      return present_if(!is_empty_container(static_cast<const ast::ExprCall&>(expr), semantic));
    case ast::Kind::ExprBinOp: {
      const auto& operation = static_cast<const ast::ExprBinOp&>(expr);
      return present_if(!is_safe_operand(*operation.left) || !is_safe_operand(*operation.right));
    }
    case ast::Kind::ExprFString:
      return possible_if(formats_unknown(static_cast<const ast::ExprFString&>(expr).parts));
    case ast::Kind::ExprTString:
      return possible_if(formats_unknown(static_cast<const ast::ExprTString&>(expr).parts));
    case ast::Kind::ExprNamed:
    case ast::Kind::ExprAwait:
    case ast::Kind::ExprDictComp:
    case ast::Kind::ExprGenerator:
    case ast::Kind::ExprListComp:
    case ast::Kind::ExprSetComp:
    case ast::Kind::ExprSubscript:
    case ast::Kind::ExprYield:
    case ast::Kind::ExprYieldFrom:
    case ast::Kind::ExprEscapeCommand:
      return SideEffect::Present;
    default:
      return SideEffect::Absent;
  }
}

}  // namespace

SideEffect side_effect(const ast::Expr& expr, const Semantic& semantic) {
  SideEffect worst = SideEffect::Absent;
  ast::any_expr(expr, [&](const ast::Expr& inner) {
    worst = std::max(worst, effect_of(inner, semantic));
    return worst == SideEffect::Present;
  });
  return worst;
}

}  // namespace lint::semantic
