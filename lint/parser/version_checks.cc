#include "lint/parser/version_checks.h"

#include <array>

namespace lint::parser {
namespace {

struct FeatureRow {
  Feature feature;
  std::string_view use;  // What "Cannot" goes in front of, or a sentence.
  PythonVersion version;
  bool is_removal = false;
};

constexpr PythonVersion k38{3, 8}, k39{3, 9}, k310{3, 10}, k311{3, 11}, k312{3, 12}, k313{3, 13},
    k314{3, 14}, k315{3, 15};

constexpr std::array kFeatures = std::to_array<FeatureRow>({
    {Feature::MatchStatement, "use `match` statement", k310},
    {Feature::NamedExpression, "use named assignment expression (`:=`)", k38},
    {Feature::ExceptStar, "use `except*`", k311},
    {Feature::BareNamedInIndex, "use unparenthesized assignment expression in a sequence index",
     k39},
    {Feature::BareNamedInSet,
     "use unparenthesized assignment expression as an element in a set literal", k39},
    {Feature::BareNamedInSetComprehension,
     "use unparenthesized assignment expression as an element in a set comprehension", k39},
    {Feature::ParenthesizedKeywordName, "use parenthesized keyword argument name", k38, true},
    {Feature::UnpackingInReturn, "use iterable unpacking in return statements", k38},
    {Feature::UnpackingInYield, "use iterable unpacking in yield expressions", k38},
    {Feature::RelaxedDecorator, "", k39},
    {Feature::PositionalOnlyParameter, "use positional-only parameter separator", k38},
    {Feature::TypeParameterList, "use type parameter lists", k312},
    {Feature::LazyImport, "use `lazy` import statement", k315},
    {Feature::TypeAlias, "use `type` alias statement", k312},
    {Feature::TypeParameterDefault, "set default type for a type parameter", k313},
    {Feature::BackslashInFString, "use an escape sequence (backslash) in f-strings", k312},
    {Feature::CommentInFString, "use comments in f-strings", k312},
    {Feature::LineBreakInFString,
     "use line breaks in non-triple-quoted f-string replacement fields", k312},
    {Feature::ReusedQuoteInFString, "reuse outer quote character in f-strings", k312},
    {Feature::ParenthesizedWithItems, "use parentheses within a `with` statement", k39},
    {Feature::StarInIndex, "use star expression in index", k311},
    {Feature::StarAnnotation, "use star annotation", k311},
    {Feature::UnpackingInListComprehension, "use iterable unpacking in a list comprehension", k315},
    {Feature::UnpackingInSetComprehension, "use iterable unpacking in a set comprehension", k315},
    {Feature::UnpackingInGenerator, "use iterable unpacking in a generator expression", k315},
    {Feature::UnpackingInDictComprehension, "use dictionary unpacking in a dict comprehension",
     k315},
    {Feature::UnpackingInFor, "use iterable unpacking in `for` statements", k39},
    {Feature::BareExceptionTypes, "Multiple exception types must be parenthesized", k314},
    {Feature::TemplateString, "use t-strings", k314},
    {Feature::UnaryPlusPattern, "Unary '+' is not allowed in a literal pattern", k315},
});

consteval bool features_are_in_order() {
  for (std::size_t i = 0; i < kFeatures.size(); ++i) {
    if (static_cast<std::size_t>(kFeatures[i].feature) != i) return false;
  }
  return true;
}
static_assert(features_are_in_order());

constexpr const FeatureRow& row_of(Feature feature) {
  return kFeatures[static_cast<std::size_t>(feature)];
}

std::string change_of(const FeatureRow& row) {
  return (row.is_removal ? "removed in Python " : "added in Python ") + row.version.text();
}

std::string_view number_phrase(const ast::Expr& expr) {
  switch (static_cast<const ast::ExprNumberLiteral&>(expr).number_kind) {
    case ast::NumberKind::Int:
      return "an int literal";
    case ast::NumberKind::Float:
      return "a float literal";
    case ast::NumberKind::Complex:
      return "a complex literal";
  }
  return "";
}

// What a decorator is instead of a dotted name.
std::string_view phrase(const ast::Expr& expr) {
  using enum ast::Kind;
  switch (expr.kind) {
    case ExprNumberLiteral:
      return number_phrase(expr);
    case ExprBoolOp:
      return "boolean expression";
    case ExprBinOp:
      return "binary-operation expression";
    case ExprUnaryOp:
      return "unary-operation expression";
    case ExprAwait:
      return "`await` expression";
    case ExprLambda:
      return "lambda expression";
    case ExprIf:
      return "conditional expression";
    case ExprDict:
      return "a dict literal";
    case ExprSet:
      return "a set literal";
    case ExprList:
      return "a list literal";
    case ExprTuple:
      return "a tuple literal";
    case ExprStarred:
      return "starred expression";
    case ExprSlice:
      return "slice expression";
    case ExprBytesLiteral:
      return "a bytes literal";
    case ExprStringLiteral:
      return "a string literal";
    case ExprEllipsisLiteral:
      return "an ellipsis literal";
    case ExprEscapeCommand:
      return "IPython escape command";
    case ExprNoneLiteral:
      return "a `None` literal";
    case ExprBooleanLiteral:
      return "a boolean literal";
    case ExprListComp:
      return "a list comprehension";
    case ExprSetComp:
      return "a set comprehension";
    case ExprDictComp:
      return "a dict comprehension";
    case ExprGenerator:
      return "generator expression";
    case ExprYield:
      return "`yield` expression";
    case ExprYieldFrom:
      return "`yield from` expression";
    case ExprCompare:
      return "comparison expression";
    case ExprFString:
      return "f-string";
    case ExprTString:
      return "t-string";
    case ExprNamed:
      return "assignment expression";
    case ExprSubscript:
      return "subscript expression";
    default:
      return "";
  }
}

}  // namespace

bool is_supported(Feature feature, PythonVersion target) {
  const FeatureRow& row = row_of(feature);
  return row.is_removal ? target < row.version : target >= row.version;
}

std::string unsupported_message(Feature feature, PythonVersion target) {
  const FeatureRow& row = row_of(feature);
  const bool is_sentence = row.use.front() >= 'A' && row.use.front() <= 'Z';
  return (is_sentence ? "" : "Cannot ") + std::string(row.use) + " on Python " + target.text() +
         " (syntax was " + change_of(row) + ")";
}

const ast::Expr* relaxed_decorator_part(const ast::Expr& decorator) {
  const ast::Expr* part = &decorator;
  if (const auto* call = ast::as<ast::ExprCall>(part)) part = call->func;
  while (const auto* attribute = ast::as<ast::ExprAttribute>(part)) part = attribute->value;
  return ast::is<ast::ExprName>(part) ? nullptr : part;
}

std::string relaxed_decorator_message(const ast::Expr& part, PythonVersion target) {
  const std::string change = change_of(row_of(Feature::RelaxedDecorator));
  if (ast::is<ast::ExprCall>(part)) {
    return "Cannot use a call expression in a decorator on Python " + target.text() +
           " unless it is the top-level expression or it occurs in the argument list of a "
           "top-level call expression (relaxed decorator syntax was " +
           change + ")";
  }
  return "Cannot use " + std::string(phrase(part)) +
         " outside function call arguments in a decorator on Python " + target.text() +
         " (syntax was " + change + ")";
}

}  // namespace lint::parser
