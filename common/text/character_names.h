// The Unicode names of characters, and characters by their names.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace common {

// "GREEK SMALL LETTER ALPHA"; empty if the character has no name (controls).
std::string character_name(char32_t c);

// The character with that name or name alias; ASCII case does not count.
std::optional<char32_t> character_named(std::string_view name);

}  // namespace common
