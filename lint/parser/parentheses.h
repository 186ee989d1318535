// Parentheses around expressions, which the tree does not keep.
#pragma once

#include <optional>
#include <span>

#include "lint/ast/ast_nodes.h"
#include "lint/parser/token.h"

namespace lint::parser {

// From the outermost parenthesis around `expr` to its partner; none if there is
// none.  `parent` is the node that `expr` is a child of: its own parentheses, as
// those of a call's arguments, are not counted.
std::optional<TextRange> parenthesized_range(std::span<const Token> tokens, const ast::Expr& expr,
                                             const ast::Node& parent);
// The same or, without parentheses, the range of the expression.
TextRange range_with_parentheses(std::span<const Token> tokens, const ast::Expr& expr,
                                 const ast::Node& parent);

}  // namespace lint::parser
