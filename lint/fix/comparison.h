// Writes comparisons anew with other operators; operands stay as they are
// written, with their parentheses.
#pragma once

#include <span>
#include <string>

#include "lint/ast/ast_nodes.h"
#include "lint/parser/parsed.h"

namespace lint {

// " < ", " not in "
std::string_view text_of(ast::CmpOp op);

// "left op comparator op comparator".  `parent` bounds the parentheses that count
// as those of operands: the comparison itself, or what it is replaced in.
std::string comparison_text(const parser::Parsed& parsed, const ast::ExprCompare& comparison,
                            std::span<const ast::CmpOp> ops, const ast::Node& parent);

}  // namespace lint
