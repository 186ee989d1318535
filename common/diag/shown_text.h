// Source text as it is drawn: what would act on the terminal, or take no
// predictable room, is replaced.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace common::diag {

// What is drawn for the character; null if it stands for itself.
const char* sign_of(char32_t character);

// With signs, and four blanks for a tab.
std::string replaced_text(std::string_view text);

// Of the replaced text, in columns.
std::size_t shown_width(char32_t character);
std::size_t shown_width(std::string_view text);

}  // namespace common::diag
