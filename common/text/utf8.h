// Walks valid UTF-8 by code points.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace common {

// The code point at `at`, which is moved behind it.  `text` is valid UTF-8 and
// `at` a boundary before its end.
constexpr char32_t next_code_point(std::string_view text, std::size_t& at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const char32_t lead = byte(at++);
  if (lead < 0x80) return lead;
  std::size_t more = lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3;
  char32_t code_point = lead & (0x3Fu >> more);
  for (; more > 0 && at < text.size(); --more) code_point = code_point << 6 | (byte(at++) & 0x3Fu);
  return code_point;
}

constexpr void append_utf8(char32_t code_point, std::string& out) {
  const auto tail = [&](int shift) {
    out += static_cast<char>(0x80 | (code_point >> shift & 0x3F));
  };
  if (code_point < 0x80) {
    out += static_cast<char>(code_point);
  } else if (code_point < 0x800) {
    out += static_cast<char>(0xC0 | code_point >> 6);
    tail(0);
  } else if (code_point < 0x10000) {
    out += static_cast<char>(0xE0 | code_point >> 12);
    tail(6);
    tail(0);
  } else {
    out += static_cast<char>(0xF0 | code_point >> 18);
    tail(12);
    tail(6);
    tail(0);
  }
}

// Unicode's White_Space.
constexpr bool is_white_space(char32_t c) {
  return (c >= 0x09 && c <= 0x0D) || c == 0x20 || c == 0x85 || c == 0xA0 || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F ||
         c == 0x3000;
}

// Without white space at both ends.
constexpr std::string_view trim_white_space(std::string_view text) {
  std::size_t start = text.size();
  std::size_t end = text.size();
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t here = at;
    if (is_white_space(next_code_point(text, at))) continue;
    if (start == text.size()) start = here;
    end = at;
  }
  return text.substr(start, start == text.size() ? 0 : end - start);
}

// Counts code points: bytes that do not continue one.
constexpr std::size_t code_point_count(std::string_view text) {
  std::size_t count = 0;
  for (char byte : text) count += (byte & 0xC0) != 0x80;
  return count;
}

// `at` or the next boundary behind it.
constexpr std::size_t ceil_boundary(std::string_view text, std::size_t at) {
  while (at < text.size() && (text[at] & 0xC0) == 0x80) ++at;
  return at;
}

}  // namespace common
