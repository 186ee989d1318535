// Comments that speak to tools ("# noqa: F401", "# type: ignore").
//
// They do not count for the width of a line: who adds one to a line must not be
// told to break it.
#pragma once

#include <cstddef>
#include <string_view>

namespace lint::parser {

// Is all of the comment, which starts with '#', for a tool?
bool is_pragma_comment(std::string_view comment);

// Where its last part for a tool starts: 0 in "# noqa", 6 in "# Why # noqa"; npos
// if there is none.
std::size_t find_trailing_pragma(std::string_view comment);

}  // namespace lint::parser
