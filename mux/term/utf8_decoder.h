// UTF-8 from bytes that may be anything.
#pragma once

#include <cstddef>
#include <string_view>

namespace mux::term {

inline constexpr char32_t kReplacement = 0xFFFD;

struct Decoded {
  char32_t code_point = kReplacement;
  std::size_t size = 0;  // 0: the bytes end inside the character.
};

// The first character; what is none is replaced, a maximal part of one at a time.
// The first byte is not ASCII.
constexpr Decoded decode_utf8(std::string_view bytes) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
  const unsigned char lead = byte(0);
  if (lead < 0xC2 || lead > 0xF4) return {.size = 1};
  const std::size_t size = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  char32_t code_point = lead & (0xFFu >> (size + 1));
  for (std::size_t i = 1; i < size; ++i) {
    if (i == bytes.size()) return {};
    unsigned char least = 0x80;
    unsigned char most = 0xBF;
    if (i == 1) {
      if (lead == 0xE0) least = 0xA0;
      if (lead == 0xED) most = 0x9F;
      if (lead == 0xF0) least = 0x90;
      if (lead == 0xF4) most = 0x8F;
    }
    if (byte(i) < least || byte(i) > most) return {.size = i};
    code_point = code_point << 6 | (byte(i) & 0x3Fu);
  }
  return {.code_point = code_point, .size = size};
}

// The character that three bytes are, if their first allows any others: E1 to EC, in
// which most of what has three bytes is.  0: they are something else.
constexpr char32_t plain_three_bytes(const char* bytes) {
  const auto byte = [&](int i) { return static_cast<unsigned char>(bytes[i]); };
  const bool is_plain = byte(0) >= 0xE1 && byte(0) <= 0xEC;
  if (!is_plain || (byte(1) & 0xC0) != 0x80 || (byte(2) & 0xC0) != 0x80) return 0;
  return (byte(0) & 0x0Fu) << 12 | (byte(1) & 0x3Fu) << 6 | (byte(2) & 0x3Fu);
}

}  // namespace mux::term
