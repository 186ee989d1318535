// Names of one letter that many fonts do not tell from a digit or each other.
#pragma once

#include <string>
#include <string_view>

#include "lint/ast/node.h"

namespace lint::rules::pycodestyle {

inline bool is_ambiguous(std::string_view name) {
  return name == "l" || name == "I" || name == "O";
}

}  // namespace lint::rules::pycodestyle
