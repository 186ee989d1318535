// Which names does a body declare global?
#pragma once

#include <vector>

#include "lint/ast/ast_nodes.h"

namespace lint::semantic {

// Of `global` statements anywhere in the body but not in functions and classes
// defined there; in source order, with repetitions.
std::vector<ast::Identifier> find_global_names(ast::List<ast::Stmt> body);

}  // namespace lint::semantic
