// The order of names in which numbers count as numbers: "a2" < "a10".
#pragma once

#include <compare>
#include <string_view>

namespace lint::imports {

// Runs of digits compare by value; if one starts with 0 they compare digit by
// digit, as fractions do ("1.02" < "1.1").  White space only separates runs.
// Everything else compares by code point.
std::weak_ordering natural_compare(std::string_view left, std::string_view right);

// The same for the texts in lower case.
std::weak_ordering natural_compare_lowercase(std::string_view left, std::string_view right);

}  // namespace lint::imports
