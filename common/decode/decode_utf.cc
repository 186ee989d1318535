// UTF-8 with repair, and UTF-16 in both byte orders.
#include "common/decode/decode_loop.h"
#include "common/decode/decoder.h"

namespace common::decode {
namespace {

// The bytes that may follow the lead byte `lead`: how many, and the range of the
// first, which excludes overlong forms, surrogates and numbers over U+10FFFF.
struct Sequence {
  std::size_t size;
  unsigned char low = 0x80;
  unsigned char high = 0xBF;
};

constexpr Sequence sequence_of(unsigned char lead) {
  if (lead >= 0xC2 && lead <= 0xDF) return {2};
  if (lead == 0xE0) return {3, 0xA0, 0xBF};
  if (lead == 0xED) return {3, 0x80, 0x9F};
  if (lead >= 0xE1 && lead <= 0xEF) return {3};
  if (lead == 0xF0) return {4, 0x90, 0xBF};
  if (lead >= 0xF1 && lead <= 0xF3) return {4};
  if (lead == 0xF4) return {4, 0x80, 0x8F};
  return {1};
}

// An error takes the longest beginning of a character there is, then the
// unexpected byte is looked at anew.
Step step_utf8(const unsigned char* data, std::size_t size) {
  const Sequence sequence = sequence_of(*data);
  if (sequence.size == 1) return error_of(1);
  char32_t code_point = *data & (0x7FU >> sequence.size);
  for (std::size_t i = 1; i < sequence.size; ++i) {
    if (i == size) return kUnfinished;
    const unsigned char low = i == 1 ? sequence.low : 0x80;
    const unsigned char high = i == 1 ? sequence.high : 0xBF;
    if (data[i] < low || data[i] > high) return error_of(i);
    code_point = code_point << 6 | (data[i] & 0x3FU);
  }
  return {sequence.size, code_point};
}

template <bool kIsBigEndian>
char32_t unit_at(const unsigned char* data) {
  const unsigned unit = kIsBigEndian ? static_cast<unsigned>(data[0] << 8 | data[1])
                                     : static_cast<unsigned>(data[1] << 8 | data[0]);
  return unit;
}

constexpr bool is_high_surrogate(char32_t unit) {
  return (unit & 0xFC00) == 0xD800;
}
constexpr bool is_low_surrogate(char32_t unit) {
  return (unit & 0xFC00) == 0xDC00;
}

template <bool kIsBigEndian>
Step step_utf16(const unsigned char* data, std::size_t size) {
  if (size < 2) return kUnfinished;
  const char32_t unit = unit_at<kIsBigEndian>(data);
  if (is_low_surrogate(unit)) return error_of(2);
  if (!is_high_surrogate(unit)) return {2, unit};
  if (size < 4) return kUnfinished;
  const char32_t low = unit_at<kIsBigEndian>(data + 2);
  if (!is_low_surrogate(low)) return error_of(2);
  return {4, 0x10000 + ((unit & 0x3FF) << 10 | (low & 0x3FF))};
}

template <bool kIsBigEndian>
Progress decode_utf16(Window in, std::span<char> out) {
  std::size_t used = 0;
  char* to = out.data();
  char* const end = to + out.size();
  while (used < in.size && static_cast<std::size_t>(end - to) >= kMaxStepOutput) {
    // Four units at a time while they are ASCII.
    std::uint64_t word;
    constexpr std::uint64_t kBeyondAscii =
        kIsBigEndian ? 0x80FF80FF80FF80FFULL : 0xFF80FF80FF80FF80ULL;
    if (in.size - used >= 8 &&
        (std::memcpy(&word, in.data + used, 8), (word & kBeyondAscii) == 0)) {
      for (std::size_t i = 0; i < 4; ++i) {
        *to++ = static_cast<char>(in.data[used + 2 * i + (kIsBigEndian ? 1 : 0)]);
      }
      used += 8;
      continue;
    }
    Step done = step_utf16<kIsBigEndian>(in.data + used, in.size - used);
    if (done.used == 0) {
      if (!in.is_last) break;
      done = error_of(in.size - used);
    }
    used += done.used;
    to = append_utf8(to, done.code_point);
  }
  return {used, static_cast<std::size_t>(to - out.data())};
}

}  // namespace

Progress decode_utf8(Window in, std::span<char> out, DecoderState&, const char16_t*) {
  return decode_ascii_superset(in, out, step_utf8);
}

Progress decode_utf16be(Window in, std::span<char> out, DecoderState&, const char16_t*) {
  return decode_utf16<true>(in, out);
}

Progress decode_utf16le(Window in, std::span<char> out, DecoderState&, const char16_t*) {
  return decode_utf16<false>(in, out);
}

}  // namespace common::decode
