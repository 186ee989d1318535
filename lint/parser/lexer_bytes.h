// What bytes mean to the lexer, one at a time and eight at a time.
//
// Names, indentations and comments are short: a loop over bytes mispredicts its
// end, and a call of the vector code (common/scan) costs more than it saves.  So
// the lexer looks at words of eight bytes, the first byte lowest.
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace lint::parser {

// ---- single bytes ------------------------------------------------------------

enum ByteFlag : std::uint8_t {
  kNameStart = 1,  // ASCII letters and _.
  kNamePart = 2,   // And digits.
  kDigit = 4,
  kHexDigit = 8,
  kBlank = 16,         // What may stand between tokens: the backslash of a continuation, too.
  kStringStop = 32,    // What may end a string or line, and backslashes.
  kFieldStop = 64,     // Braces: with kStringStop, what may end a piece of an f-string.
  kOperatorTail = 128  // What may be second in an operator.
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
  add(" \t\f\\", kBlank);
  add("'\"\\\r\n", kStringStop);
  add("{}", kFieldStop);
  add("=<>*/.", kOperatorTail);
  return flags;
}();

constexpr bool has_flag(char c, int flag) {
  return (kByteFlags[static_cast<unsigned char>(c)] & flag) != 0;
}
constexpr bool is_ascii(char c) {
  return static_cast<unsigned char>(c) < 0x80;
}

// ---- eight bytes -------------------------------------------------------------

static_assert(std::endian::native == std::endian::little);
inline constexpr std::uint64_t kEveryByte = 0x0101010101010101;
inline constexpr std::uint64_t kHighBits = kEveryByte * 0x80;

// Zeros stand behind the end.
inline std::uint64_t load_word(const char* at, const char* end) {
  std::uint64_t word = 0;
  if (end - at >= 8) {
    std::memcpy(&word, at, 8);
  } else if (at != end) {
    std::memcpy(&word, at, static_cast<std::size_t>(end - at));
  }
  return word;
}

// How many bytes stand in front of the first high bit.
constexpr unsigned bytes_before(std::uint64_t high_bits) {
  return high_bits == 0 ? 8 : static_cast<unsigned>(std::countr_zero(high_bits)) / 8;
}

// High bits where the byte is in first..last, given that all bytes are ASCII.
constexpr std::uint64_t ascii_in(std::uint64_t word, unsigned first, unsigned last) {
  return (word + kEveryByte * (0x80 - first)) & ~(word + kEveryByte * (0x7F - last));
}

// How many bytes of the word from the first on are parts of an ASCII name.
constexpr unsigned name_size(std::uint64_t word) {
  const std::uint64_t ascii = word & ~kHighBits;
  const std::uint64_t parts = ascii_in(ascii | kEveryByte * 0x20, 'a', 'z') |
                              ascii_in(ascii, '0', '9') | ascii_in(ascii, '_', '_');
  return bytes_before((~parts | word) & kHighBits);
}

// How many bytes of the word from the first on are spaces.
constexpr unsigned space_size(std::uint64_t word) {
  const std::uint64_t others = word ^ kEveryByte * ' ';
  return others == 0 ? 8 : static_cast<unsigned>(std::countr_zero(others)) / 8;
}

// High bits at the first byte that is `byte` and perhaps at some behind it.
constexpr std::uint64_t find_in_word(std::uint64_t word, unsigned char byte) {
  const std::uint64_t zeroed = word ^ kEveryByte * byte;
  return (zeroed - kEveryByte) & ~zeroed & kHighBits;
}

// The first line end at or behind `at`, or `end`.
inline const char* find_line_end(const char* at, const char* end) {
  for (; end - at >= 8; at += 8) {
    const std::uint64_t word = load_word(at, end);
    const std::uint64_t found = find_in_word(word, '\n') | find_in_word(word, '\r');
    if (found != 0) return at + bytes_before(found);
  }
  while (at != end && *at != '\n' && *at != '\r') ++at;
  return at;
}

}  // namespace lint::parser
