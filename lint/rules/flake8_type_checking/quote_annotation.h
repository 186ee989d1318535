// Puts annotations into quotes, so that nobody evaluates them.
#pragma once

#include <optional>
#include <vector>

#include "lint/check/checker.h"

namespace lint::type_checking {

// Quotes the annotation that `expr` is part of: all of a.b[c] | d for any name in
// it.  Quotes inside are taken away, or exchanged where they belong to values.
Edit quote_annotation(const ast::Expr& expr, const Checker& c);

// Without those inside others; by start.
std::vector<Edit> without_contained(std::vector<Edit> edits);

}  // namespace lint::type_checking
