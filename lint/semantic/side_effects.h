// May an expression do more than give a value?
#pragma once

#include <cstdint>

#include "lint/semantic/semantic.h"

namespace lint::semantic {

enum class SideEffect : std::uint8_t {
  Absent,
  Possible,  // Formatting in an f-string may run code of a class.
  Present,   // A call, an operator that a class may define, an assignment...
};

SideEffect side_effect(const ast::Expr& expr, const Semantic& semantic);
inline bool contains_effect(const ast::Expr& expr, const Semantic& semantic) {
  return side_effect(expr, semantic) == SideEffect::Present;
}

}  // namespace lint::semantic
