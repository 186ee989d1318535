// Text of arguments: they are bytes, mostly UTF-8, and shown in messages.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace common::cli {

// Length of the well-formed UTF-8 sequence at the start; 0 if there is none.
std::size_t utf8_sequence_length(std::string_view bytes);
bool is_utf8(std::string_view bytes);
// Invalid bytes become U+FFFD.
std::string lossy_utf8(std::string_view bytes);
// In double quotes, control characters and invalid bytes escaped.
std::string quoted(std::string_view bytes);
// In single quotes, those of the text doubled, as PowerShell and elvish have it.
std::string quoted_by_doubling(std::string_view text);

}  // namespace common::cli
