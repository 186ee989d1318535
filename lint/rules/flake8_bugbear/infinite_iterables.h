// Iterators that never end, as far as the call that makes them tells.
#pragma once

#include "lint/ast/ast_nodes.h"
#include "lint/semantic/semantic.h"

namespace lint::rules::flake8_bugbear {

// itertools.count(), cycle(...), and repeat(x) without a number of times.
bool is_infinite_iterable(const ast::Expr& expr, const semantic::Semantic& semantic);

}  // namespace lint::rules::flake8_bugbear
