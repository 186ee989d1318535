// Is an expression true or false, as far as it can be told without running it?
#pragma once

#include <cstdint>
#include <optional>

#include "lint/semantic/semantic.h"

namespace lint::semantic {

enum class Truthiness : std::uint8_t {
  True,    // The literal.
  False,   // The literal.
  Truthy,  // 1, "a", [x], lambda...
  Falsey,  // 0, "", [], list()...
  None,    // The literal.
  Unknown,
};

Truthiness truthiness(const ast::Expr& expr, const Semantic& semantic);

constexpr std::optional<bool> as_bool(Truthiness truthiness) {
  switch (truthiness) {
    case Truthiness::True:
    case Truthiness::Truthy:
      return true;
    case Truthiness::False:
    case Truthiness::Falsey:
    case Truthiness::None:
      return false;
    case Truthiness::Unknown:
      return std::nullopt;
  }
  return std::nullopt;
}

// Does the f-string give an empty text, whatever its fields are?
bool is_empty_f_string(const ast::ExprFString& string);
// Does it give a text that is not empty?
bool is_non_empty_f_string(const ast::ExprFString& string);

}  // namespace lint::semantic
