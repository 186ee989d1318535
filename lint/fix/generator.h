// Source text from nodes, in the quotes, indentation and line ends of the file.
//
// Comments, line breaks and redundant parentheses are lost; what the text means is
// not.  Nodes may be of the file's tree or made in its arena.
#pragma once

#include <cstdint>
#include <string>

#include "lint/ast/ast_nodes.h"
#include "lint/parser/code_style.h"

namespace lint {

// How tightly the surroundings of an expression bind: looser expressions get
// parentheses.  One more than an operator's level is the level of its operands that
// must bind tighter.
enum class Binding : std::uint8_t {
  Loosest = 0,  // Nothing gets parentheses.
  Named = 1,
  Assign = 3,
  Annotated = 5,  // Expression statements and augmented assignments, too.
  Yield = 7,
  Target = 9,  // Of a for loop.
  Return = 11,
  Subscript = 13,
  Tuple = 19,
  Comma = 21,  // An argument, an element.
  Assert = 23,
  Lambda = 27,
  Comprehension = 29,
  Or = 31,
  And = 33,
  Not = 35,
  Compare = 37,
  BitOr = 39,
  BitXor = 41,
  BitAnd = 43,
  Shift = 45,
  Sum = 47,
  Product = 49,
  Sign = 53,
  Power = 55,
  Await = 57,
  Tightest = 63,  // As in front of a dot.
};
constexpr Binding tighter(Binding level) {
  return static_cast<Binding>(static_cast<std::uint8_t>(level) + 1);
}

std::string generate(const ast::Expr& expr, Binding surroundings = Binding::Loosest);
// Without a line end behind it; lines of blocks are indented from column 0.
std::string generate(const ast::Stmt& statement, const parser::CodeStyle& style);
// Each on lines of its own.
std::string generate(const ast::List<ast::Stmt>& statements, const parser::CodeStyle& style);
// "a, /, b=1, *, c", without parentheses.
std::string generate(const ast::Parameters& parameters);

}  // namespace lint
