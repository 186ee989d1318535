// Syntax that the target version does not have: what was added to the language
// (or taken out of it) in which version, and the words for using it too early.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "lint/ast/ast_nodes.h"
#include "lint/parser/python_version.h"

namespace lint::parser {

enum class Feature : std::uint8_t {
  MatchStatement,
  NamedExpression,
  ExceptStar,
  BareNamedInIndex,
  BareNamedInSet,
  BareNamedInSetComprehension,
  ParenthesizedKeywordName,
  UnpackingInReturn,
  UnpackingInYield,
  RelaxedDecorator,
  PositionalOnlyParameter,
  TypeParameterList,
  LazyImport,
  TypeAlias,
  TypeParameterDefault,
  BackslashInFString,
  CommentInFString,
  LineBreakInFString,
  ReusedQuoteInFString,
  ParenthesizedWithItems,
  StarInIndex,
  StarAnnotation,
  UnpackingInListComprehension,
  UnpackingInSetComprehension,
  UnpackingInGenerator,
  UnpackingInDictComprehension,
  UnpackingInFor,
  BareExceptionTypes,
  TemplateString,
  UnaryPlusPattern,
};

bool is_supported(Feature feature, PythonVersion target);
// "Cannot use `match` statement on Python 3.9 (syntax was added in Python 3.10)"
std::string unsupported_message(Feature feature, PythonVersion target);
// The same for an expression that decorators could not be before 3.9: what of
// it is too much.  Null if nothing is.
const ast::Expr* relaxed_decorator_part(const ast::Expr& decorator);
std::string relaxed_decorator_message(const ast::Expr& part, PythonVersion target);

}  // namespace lint::parser
