// Removing a comment from a text.
#pragma once

#include <string_view>

#include "lint/diag/diagnostic.h"

namespace lint {

// Removes the comment in `range`, or the part of a comment: with its line if
// there is nothing else on it, else with the blanks in front; another comment
// behind it stays, other words behind it go.
Edit delete_comment(std::string_view text, TextRange range);

}  // namespace lint
