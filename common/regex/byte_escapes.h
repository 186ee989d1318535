// Bytes and ranges of them as members of a class, as PCRE2 and Hyperscan read them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace common::regex {

// \x7F
inline void append_hex(std::size_t byte, std::string& out) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  out += "\\x";
  out += kDigits[byte >> 4];
  out += kDigits[byte & 15];
}

// \x41-\x5A
inline void append_hex_range(std::size_t first, std::size_t last, std::string& out) {
  append_hex(first, out);
  if (first == last) return;
  out += '-';
  append_hex(last, out);
}

}  // namespace common::regex
