// What replaces a call by braces: in an f-string they must not touch those of the
// field, {{ being an escape.
#pragma once

#include <string_view>

#include "lint/check/checker.h"

namespace lint::rules::flake8_comprehensions {

// A blank where `range` touches the opening (closing) brace of a field.
std::string_view blank_before(const Checker& c, TextRange range);
std::string_view blank_behind(const Checker& c, TextRange range);

// The only argument of `name(...)`, if the call is of the plain name; else null.
const ast::Expr* only_argument_of(const ast::ExprCall& call, std::string_view name);

}  // namespace lint::rules::flake8_comprehensions
