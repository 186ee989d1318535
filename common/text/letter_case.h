// Upper and lower case of code points, by Unicode's properties.
#pragma once

#include <string_view>

namespace common {

// Letters and the few other characters that have the property.
bool is_uppercase(char32_t code_point);
bool is_lowercase(char32_t code_point);

// The lower case of one code point that is one code point; else itself.
char32_t to_lowercase(char32_t code_point);

// Does the text have an upper case letter and none in lower case?
bool is_cased_uppercase(std::string_view text);

}  // namespace common
