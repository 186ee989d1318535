// Lists, tuples and sets of strings that are to be in order: __all__, __slots__.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "lint/check/checker.h"

namespace lint::ruff {

enum class SortingStyle : std::uint8_t {
  Natural,  // Numbers in the strings count as numbers.
  Isort,    // CONSTANTS, then Classes, then the rest; natural order within each.
};

struct StringSequence {
  enum class Brackets : std::uint8_t { None, Round, Square, Curly };
  TextRange range;
  Brackets brackets;
  ast::List<ast::Expr> elements;  // All of them ExprStringLiteral.
};

// A display of at least two strings and nothing else.
std::optional<StringSequence> string_sequence(const ast::Expr& display);

bool is_sorted(const StringSequence& sequence, SortingStyle style);

// Puts an unsorted sequence in order, with the comments that belong to its elements.
// Nothing if an element is put together from several strings or has parentheses.
std::optional<Fix> sort_sequence(const Checker& c, const StringSequence& sequence,
                                 SortingStyle style);

}  // namespace lint::ruff
