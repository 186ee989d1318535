// KDL's classes of characters.
#pragma once

#include <cstdint>
#include <string_view>

namespace common::kdl {

constexpr bool is_newline(char32_t c) {
  return c == '\n' || c == '\r' || c == 0x85 || c == '\f' || c == 0x2028 || c == 0x2029;
}

constexpr bool is_space(char32_t c) {
  return c == '\t' || c == ' ' || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) ||
         c == 0x202F || c == 0x205F || c == 0x3000 || c == 0xFEFF;
}

// May be in a name without quotes.
constexpr bool is_name_character(char32_t c) {
  constexpr std::u32string_view kOthers = U"\\/(){}<>;[]=,\"";
  return c > 0x20 && c != 0x7F && !is_newline(c) && !is_space(c) &&
         kOthers.find(c) == std::u32string_view::npos;
}

constexpr bool is_digit(char32_t c) {
  return c >= '0' && c <= '9';
}
constexpr bool is_sign(char32_t c) {
  return c == '+' || c == '-';
}

}  // namespace common::kdl
