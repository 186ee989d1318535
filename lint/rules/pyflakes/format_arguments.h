// What formatting rules take out: items of a dict, arguments of a call.
#pragma once

#include <string>
#include <vector>

#include "lint/check/checker.h"

namespace lint::pyflakes {

// An item as the tree has it; parentheses around it go with it.
struct ListedItem {
  TextRange range;
  bool is_unused;
};

// What follows the last item when that is taken out.
enum class TailBlanks : std::uint8_t { Keep, Remove };

// The text of `list`, a bracketed list at the end of the range, without the
// unused items, each with its comma and the blanks and comments behind that.
std::string without_unused(const Checker& c, TextRange list, const std::vector<ListedItem>& items,
                           TailBlanks tail);

// "a, b"
std::string joined(const std::vector<std::string>& names);

}  // namespace lint::pyflakes
