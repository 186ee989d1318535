#include "mux/term/simple_csi.h"

#include <bit>
#include <cstdint>
#include <cstring>

#include "mux/term/parameters.h"
#include "mux/term/tokenizer.h"

namespace mux::term {

namespace {

struct Number {
  int value = 0;
  std::size_t digits = 0;  // None, or too many: the value means nothing.
};

Number read_long_number(const char* at, const char* end) {
  Number number;
  for (; at != end && *at >= '0' && *at <= '9'; ++at) {
    if (++number.digits > kMostDigits) break;
    number.value = number.value * 10 + (*at - '0');
  }
  return number;
}

// Most numbers have one to three digits, which cannot be guessed: four bytes are
// looked at as one word, without branches.
Number read_number(const char* at, const char* end) {
  std::uint32_t word;
  if (end - at < static_cast<std::ptrdiff_t>(sizeof word)) return read_long_number(at, end);
  std::memcpy(&word, at, sizeof word);
  static_assert(std::endian::native == std::endian::little);
  const std::uint32_t digits = word ^ 0x30303030;  // Bytes of 0 to 9, and others.
  // The first of the others has its highest bit here; what is above it may be wrong.
  const std::uint32_t others = (digits | (digits + 0x76767676)) & 0x80808080;
  if (others == 0) return read_long_number(at, end);
  const auto size = static_cast<unsigned>(std::countr_zero(others)) / 8;
  // The digits come to the end of the word, with zeros before them.
  const auto aligned = static_cast<std::uint32_t>(std::uint64_t{digits} << (32 - size * 8));
  const std::uint32_t pairs = aligned * 10 + (aligned >> 8);
  return {.value = static_cast<int>((pairs & 0xFF) * 100 + (pairs >> 16 & 0xFF)), .digits = size};
}

}  // namespace

std::size_t run_simple_csi(Emulator& emulator, std::string_view bytes, std::size_t at) {
  const char* next = bytes.data() + at + 2;
  const char* const end = bytes.data() + bytes.size();
  if (bytes.size() - at < 3 || next[-1] != '[' || !emulator.modes[Mode::Ansi]) return at;
  const char leader = *next >= '<' && *next <= '?' ? *next++ : '\0';
  for (Parameters parameters; parameters.count() < kMostParameters; ++next) {
    const Number number = read_number(next, end);
    next += number.digits;
    if (number.digits > kMostDigits || next == end) return at;
    const char c = *next;
    const bool is_final = c >= 0x40 && c < 0x7F;
    if (!is_final && c != ';' && c != ':') return at;
    parameters.add(number.digits == 0 ? Parameters::kMissing : number.value, c == ':');
    if (!is_final) continue;
    run_csi(emulator, leader, '\0', c, parameters);
    return static_cast<std::size_t>(next + 1 - bytes.data());
  }
  return at;
}

}  // namespace mux::term
