#include "lint/semantic/truthiness.h"

#include <algorithm>

namespace lint::semantic {
namespace {

constexpr Truthiness truthy_if(bool is_true) {
  return is_true ? Truthiness::Truthy : Truthiness::Falsey;
}

bool is_zero(const ast::ExprNumberLiteral& number) {
  if (number.number_kind != ast::NumberKind::Int) return number.real == 0;
  return !number.is_big && number.integer == 0;
}

// Elements with a star may be none.
Truthiness of_elements(ast::List<ast::Expr> elements) {
  if (elements.empty()) return Truthiness::Falsey;
  const bool has_only_stars = std::ranges::all_of(
      elements, [](const ast::Expr* element) { return ast::is<ast::ExprStarred>(element); });
  return has_only_stars ? Truthiness::Unknown : Truthiness::Truthy;
}

Truthiness of_items(ast::List<ast::DictItem> items) {
  if (items.empty()) return Truthiness::Falsey;
  const bool has_only_stars =
      std::ranges::all_of(items, [](const ast::DictItem* item) { return item->key == nullptr; });
  return has_only_stars ? Truthiness::Unknown : Truthiness::Truthy;
}

// Of what list(x) and the like can be empty for, or cannot take.
bool says_nothing_in_call(const ast::Expr& argument) {
  switch (argument.kind) {
    case ast::Kind::ExprNumberLiteral:
    case ast::Kind::ExprBooleanLiteral:
    case ast::Kind::ExprNoneLiteral:
    case ast::Kind::ExprEllipsisLiteral:
    case ast::Kind::ExprTString:
    case ast::Kind::ExprLambda:
    case ast::Kind::ExprGenerator:
      return true;
    default:
      return false;
  }
}

Truthiness of_call(const ast::ExprCall& call, const Semantic& semantic) {
  constexpr std::string_view kContainers[] = {"list", "tuple", "set", "dict", "frozenset"};
  const auto* const name = ast::as<ast::ExprName>(call.func);
  if (name == nullptr || std::ranges::find(kContainers, name->id.text()) == std::end(kContainers) ||
      !semantic.has_builtin_binding(name->id.text())) {
    return Truthiness::Unknown;
  }
  const ast::Arguments& arguments = *call.arguments;
  if (arguments.args.empty() && arguments.keywords.empty()) return Truthiness::Falsey;
  if (arguments.args.size() != 1 || !arguments.keywords.empty()) return Truthiness::Unknown;
  const ast::Expr& argument = *arguments.args[0];
  return says_nothing_in_call(argument) ? Truthiness::Unknown : truthiness(argument, semantic);
}

Truthiness of_f_string(const ast::ExprFString& string) {
  if (is_empty_f_string(string)) return Truthiness::Falsey;
  return is_non_empty_f_string(string) ? Truthiness::Truthy : Truthiness::Unknown;
}

// ---- f-strings -------------------------------------------------------------------

bool has_debug_text(const ast::StringElementField& field) {
  return field.debug_leading.data() != nullptr;
}

bool is_empty_text(const ast::Expr& expr) {
  if (const auto* string = ast::as<ast::ExprStringLiteral>(expr)) return string->value.empty();
  const auto* const formatted = ast::as<ast::ExprFString>(expr);
  return formatted != nullptr && is_empty_f_string(*formatted);
}

bool is_empty_element(const ast::StringElement* element) {
  const auto* const field = ast::as<ast::StringElementField>(element);
  if (field == nullptr)
    return static_cast<const ast::StringElementLiteral*>(element)->value.empty();
  return !has_debug_text(*field) && field->conversion == ast::Conversion::None &&
         field->format_spec == nullptr && is_empty_text(*field->expression);
}

bool is_empty_part(const ast::StringPart* part) {
  const auto* const formatted = ast::as<ast::StringPartFormatted>(part);
  if (formatted != nullptr) return std::ranges::all_of(formatted->elements, is_empty_element);
  return static_cast<const ast::StringPartLiteral*>(part)->value.empty();
}

// Is its text never empty?
bool is_non_empty_text(const ast::Expr& expr) {
  switch (expr.kind) {
    case ast::Kind::ExprLambda:
    case ast::Kind::ExprDict:
    case ast::Kind::ExprSet:
    case ast::Kind::ExprListComp:
    case ast::Kind::ExprSetComp:
    case ast::Kind::ExprDictComp:
    case ast::Kind::ExprNumberLiteral:
    case ast::Kind::ExprBooleanLiteral:
    case ast::Kind::ExprNoneLiteral:
    case ast::Kind::ExprEllipsisLiteral:
    case ast::Kind::ExprList:
    case ast::Kind::ExprTuple:
    case ast::Kind::ExprTString:
    case ast::Kind::ExprBytesLiteral:
      return true;
    case ast::Kind::ExprIf: {
      const auto& choice = static_cast<const ast::ExprIf&>(expr);
      return is_non_empty_text(*choice.body) && is_non_empty_text(*choice.orelse);
    }
    case ast::Kind::ExprNamed:
      return is_non_empty_text(*static_cast<const ast::ExprNamed&>(expr).value);
    case ast::Kind::ExprFString:
      return is_non_empty_f_string(static_cast<const ast::ExprFString&>(expr));
    case ast::Kind::ExprStringLiteral:
      return !static_cast<const ast::ExprStringLiteral&>(expr).value.empty();
    default:
      return false;
  }
}

bool is_non_empty_element(const ast::StringElement* element) {
  const auto* const field = ast::as<ast::StringElementField>(element);
  if (field == nullptr) {
    return !static_cast<const ast::StringElementLiteral*>(element)->value.empty();
  }
  return has_debug_text(*field) ||
         (field->format_spec == nullptr && is_non_empty_text(*field->expression));
}

bool is_non_empty_part(const ast::StringPart* part) {
  const auto* const formatted = ast::as<ast::StringPartFormatted>(part);
  if (formatted != nullptr) return std::ranges::any_of(formatted->elements, is_non_empty_element);
  return !static_cast<const ast::StringPartLiteral*>(part)->value.empty();
}

}  // namespace

bool is_empty_f_string(const ast::ExprFString& string) {
  return std::ranges::all_of(string.parts, is_empty_part);
}

bool is_non_empty_f_string(const ast::ExprFString& string) {
  return std::ranges::any_of(string.parts, is_non_empty_part);
}

Truthiness truthiness(const ast::Expr& expr, const Semantic& semantic) {
  switch (expr.kind) {
    case ast::Kind::ExprLambda:
    case ast::Kind::ExprGenerator:
    case ast::Kind::ExprEllipsisLiteral:
    case ast::Kind::ExprTString:
      return Truthiness::Truthy;
    case ast::Kind::ExprStringLiteral:
      return truthy_if(!static_cast<const ast::ExprStringLiteral&>(expr).value.empty());
    case ast::Kind::ExprBytesLiteral:
      return truthy_if(!static_cast<const ast::ExprBytesLiteral&>(expr).value.empty());
    case ast::Kind::ExprNumberLiteral:
      return truthy_if(!is_zero(static_cast<const ast::ExprNumberLiteral&>(expr)));
    case ast::Kind::ExprBooleanLiteral:
      return static_cast<const ast::ExprBooleanLiteral&>(expr).value ? Truthiness::True
                                                                     : Truthiness::False;
    case ast::Kind::ExprNoneLiteral:
      return Truthiness::None;
    case ast::Kind::ExprFString:
      return of_f_string(static_cast<const ast::ExprFString&>(expr));
    case ast::Kind::ExprList:
      return of_elements(static_cast<const ast::ExprList&>(expr).elts);
    case ast::Kind::ExprSet:
      return of_elements(static_cast<const ast::ExprSet&>(expr).elts);
    case ast::Kind::ExprTuple:
      return of_elements(static_cast<const ast::ExprTuple&>(expr).elts);
    case ast::Kind::ExprDict:
      return of_items(static_cast<const ast::ExprDict&>(expr).items);
    case ast::Kind::ExprCall:
      return of_call(static_cast<const ast::ExprCall&>(expr), semantic);
    default:
      return Truthiness::Unknown;
  }
}

}  // namespace lint::semantic
