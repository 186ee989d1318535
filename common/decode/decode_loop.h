// The loop that the decoders share: runs of ASCII are copied eight bytes at a
// time, everything else goes character by character through a step function.
#pragma once

#include <bit>
#include <cstring>

#include "common/decode/decoder.h"

namespace common::decode {

inline constexpr char32_t kReplacement = 0xFFFD;

// One character: how many bytes it took and what it means.
struct Step {
  std::size_t used = 0;  // 0: the window ends within a character.
  char32_t code_point = kReplacement;
  char32_t mark = 0;  // A combining mark behind it (Big5), or 0.
};

inline constexpr Step kUnfinished{};

constexpr Step error_of(std::size_t used) {
  return {used, kReplacement, 0};
}

constexpr bool is_between(unsigned char byte, unsigned char low, unsigned char high) {
  return byte >= low && byte <= high;
}

// An error in a sequence whose last byte was unexpected: the byte counts as
// part of the error unless it is ASCII, which may begin something new.
constexpr Step error_before(unsigned char last, std::size_t used) {
  return error_of(last < 0x80 ? used - 1 : used);
}

// Needs room for four bytes whatever it appends.
inline char* append_utf8(char* out, char32_t code_point) {
  const auto byte = [](char32_t value) { return static_cast<char>(value); };
  if (code_point < 0x80) {
    *out = byte(code_point);
    return out + 1;
  }
  if (code_point < 0x800) {
    out[0] = byte(0xC0 | code_point >> 6);
    out[1] = byte(0x80 | (code_point & 0x3F));
    return out + 2;
  }
  if (code_point < 0x10000) {
    // One store of four bytes is faster than three of one.
    const char bytes[4] = {byte(0xE0 | code_point >> 12), byte(0x80 | (code_point >> 6 & 0x3F)),
                           byte(0x80 | (code_point & 0x3F)), 0};
    std::memcpy(out, bytes, 4);
    return out + 3;
  }
  out[0] = byte(0xF0 | code_point >> 18);
  out[1] = byte(0x80 | (code_point >> 12 & 0x3F));
  out[2] = byte(0x80 | (code_point >> 6 & 0x3F));
  out[3] = byte(0x80 | (code_point & 0x3F));
  return out + 4;
}

// Copies ASCII while there is room; returns how many bytes.  May write further.
inline std::size_t copy_ascii(const unsigned char* in, std::size_t in_size, char* out,
                              std::size_t out_size) {
  const std::size_t limit = in_size < out_size ? in_size : out_size;
  std::size_t done = 0;
  while (limit - done >= 8) {
    std::uint64_t word;
    std::memcpy(&word, in + done, 8);
    std::memcpy(out + done, &word, 8);
    const std::uint64_t beyond = word & 0x8080808080808080;
    if (beyond != 0) return done + static_cast<std::size_t>(std::countr_zero(beyond)) / 8;
    done += 8;
  }
  for (; done < limit && in[done] < 0x80; ++done) out[done] = static_cast<char>(in[done]);
  return done;
}

// `step(data, size)` is called at a byte that is not ASCII, with size > 0.
template <typename StepFunction>
Progress decode_ascii_superset(Window in, std::span<char> out, StepFunction step) {
  std::size_t used = 0;
  char* to = out.data();
  char* const end = to + out.size();
  for (;;) {
    const std::size_t ascii =
        copy_ascii(in.data + used, in.size - used, to, static_cast<std::size_t>(end - to));
    used += ascii;
    to += ascii;
    // Text in one script rarely has ASCII in each second place, so stay here
    // until it comes.
    do {
      if (used == in.size || static_cast<std::size_t>(end - to) < kMaxStepOutput) {
        return {used, static_cast<std::size_t>(to - out.data())};
      }
      if (in.data[used] < 0x80) break;
      Step done = step(in.data + used, in.size - used);
      if (done.used == 0) {
        if (!in.is_last) return {used, static_cast<std::size_t>(to - out.data())};
        done = error_of(in.size - used);
      }
      used += done.used;
      to = append_utf8(to, done.code_point);
      if (done.mark != 0) [[unlikely]]
        to = append_utf8(to, done.mark);
    } while (true);
  }
}

}  // namespace common::decode
