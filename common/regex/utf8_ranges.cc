#include "common/regex/utf8_ranges.h"

#include <algorithm>

#include "common/regex/char_class.h"

namespace common::regex {
namespace {

// The last value of each encoded length.
constexpr std::uint32_t kLastOfLength[] = {0x7F, 0x7FF, 0xFFFF, kMaxScalar};
constexpr std::uint8_t kLeadBits[] = {0x00, 0xC0, 0xE0, 0xF0};

std::size_t encoded_length(std::uint32_t value) {
  std::size_t length = 1;
  while (value > kLastOfLength[length - 1]) ++length;
  return length;
}

// Byte `index` of the encoding of `value` in `length` bytes.
std::uint8_t encoded_byte(std::uint32_t value, std::size_t length, std::size_t index) {
  const std::uint32_t bits = value >> (6 * (length - 1 - index));
  if (index == 0) return static_cast<std::uint8_t>(kLeadBits[length - 1] | bits);
  return static_cast<std::uint8_t>(0x80 | (bits & 0x3F));
}

}  // namespace

std::optional<Utf8Sequence> Utf8Sequences::next() {
  if (next_ >= kFirstSurrogate && next_ <= kLastSurrogate) next_ = kLastSurrogate + 1;
  if (next_ > last_ || next_ > kMaxScalar) return std::nullopt;

  const std::size_t length = encoded_length(next_);
  std::uint32_t limit = std::min(last_, kLastOfLength[length - 1]);
  if (next_ < kFirstSurrogate) limit = std::min(limit, kFirstSurrogate - 1);

  // As many trailing bytes as possible run free: `next_` must be the first and
  // the limit must not be before the last value that they reach.
  std::size_t free = 0;
  const auto fits = [&](std::size_t count) {
    const std::uint32_t mask = (1u << (6 * count)) - 1;
    return (next_ & mask) == 0 && limit - next_ >= mask;
  };
  while (free + 1 < length && fits(free + 1)) ++free;

  // The byte before them runs as far as the limit and its own 80..BF allow.
  const std::size_t shift = 6 * free;
  std::uint32_t last_block = (limit + 1) >> shift;
  --last_block;
  const std::size_t turning = length - 1 - free;
  if (turning > 0) last_block = std::min(last_block, (next_ >> shift) | 0x3F);

  Utf8Sequence sequence;
  sequence.length = length;
  const std::uint32_t last_value = ((last_block + 1) << shift) - 1;
  for (std::size_t i = 0; i < length; ++i) {
    sequence.ranges[i] = {encoded_byte(next_, length, i), encoded_byte(last_value, length, i)};
  }
  next_ = last_value + 1;
  return sequence;
}

}  // namespace common::regex
