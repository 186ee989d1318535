// How many columns of a terminal a text takes.
#pragma once

#include <cstddef>
#include <string_view>

namespace common {

// 0, 1, 2 or (once) 3 columns.  Control characters take none.
std::size_t display_width(char32_t code_point);

// The sum over the code points of valid UTF-8; sequences that terminals may draw
// as one picture are not known as such.
std::size_t display_width(std::string_view text);

}  // namespace common
