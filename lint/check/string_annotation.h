// Strings that are read as types.
#pragma once

#include <string>

#include "lint/ast/ast_nodes.h"
#include "lint/parser/parsed.h"

namespace lint {

struct ParsedAnnotation {
  const ast::Expr* expr = nullptr;  // Null: it is no expression.
  bool is_simple = false;           // One piece without escapes: ranges in `expr` are exact.
  parser::SyntaxError error{};      // If it is no expression.
};

// Every call makes new nodes, which no walk has visited.
ParsedAnnotation parse_annotation(parser::Parsed& parsed, const ast::ExprStringLiteral& string);

}  // namespace lint
