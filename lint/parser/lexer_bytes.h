// What bytes mean to the lexer, as one table.
#pragma once

#include <array>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace lint::parser {

enum ByteFlag : std::uint8_t {
  kNameStart = 1,  // ASCII letters and _.
  kNamePart = 2,   // And digits.
  kDigit = 4,
  kHexDigit = 8,
  kStringPrefix = 16,  // A prefix of one letter.
  kStringStop = 32,    // What may end a string or line, and backslashes.
  kFieldStop = 64,     // Braces: with kStringStop, what may end a piece of an f-string.
};

inline constexpr std::array<std::uint8_t, 256> kByteFlags = [] {
  std::array<std::uint8_t, 256> flags{};
  const auto add = [&](std::string_view bytes, int flag) {
    for (char c : bytes) {
      auto& entry = flags[static_cast<unsigned char>(c)];
      entry = static_cast<std::uint8_t>(entry | flag);
    }
  };
  add("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_", kNameStart | kNamePart);
  add("0123456789", kNamePart | kDigit | kHexDigit);
  add("abcdefABCDEF", kHexDigit);
  add("fFtTuUbBrR", kStringPrefix);
  add("'\"\\\r\n", kStringStop);
  add("{}", kFieldStop);
  return flags;
}();

constexpr bool has_flag(char c, int flag) {
  return (kByteFlags[static_cast<unsigned char>(c)] & flag) != 0;
}
constexpr bool is_ascii(char c) {
  return static_cast<unsigned char>(c) < 0x80;
}

// The first line end at or behind `at`, or `end`.  Comments are too short for a
// call of the vector code to pay: eight bytes at a time.
inline const char* find_line_end(const char* at, const char* end) {
  constexpr std::uint64_t kOnes = 0x0101010101010101;
  const auto has_byte = [](std::uint64_t word, unsigned char byte) {
    const std::uint64_t zeroed = word ^ (kOnes * byte);
    return ((zeroed - kOnes) & ~zeroed & (kOnes * 0x80)) != 0;
  };
  for (; end - at >= 8; at += 8) {
    std::uint64_t word = 0;
    std::memcpy(&word, at, sizeof word);
    if (has_byte(word, '\n') || has_byte(word, '\r')) break;
  }
  while (at != end && *at != '\n' && *at != '\r') ++at;
  return at;
}

}  // namespace lint::parser
