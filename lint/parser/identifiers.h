// The characters of Python's identifiers, and their normal form.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace lint::parser {

// The character at the start of `text`, which is not empty, and its size in bytes.
char32_t decode_code_point(std::string_view text, std::uint32_t* size);

// Of characters that are not ASCII: may an identifier start with it, go on with it?
bool is_identifier_start(char32_t c);
bool is_identifier_continue(char32_t c);

// All of `text` is one identifier (a keyword is one, too).
bool is_identifier(std::string_view text);

// The name that the identifier `text` stands for: its normal form NFKC.
std::string normalize_identifier(std::string_view text);

}  // namespace lint::parser
