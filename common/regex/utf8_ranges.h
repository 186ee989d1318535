// Ranges of scalar values as sequences of UTF-8 byte ranges, for compilers of
// byte automata.
//
// A range splits where the encoding changes its length, around the surrogates,
// and where a trailing byte would not run over its whole 80..BF.  The sequences
// come in ascending order, are disjoint, and are as few as possible: all of
// U+0000..U+10FFFF takes nine.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>

#include "common/regex/hir.h"

namespace common::regex {

struct ByteRange {
  std::uint8_t first = 0;
  std::uint8_t last = 0;
  bool operator==(const ByteRange&) const = default;
};

// Matches `length` bytes, each in its range.
struct Utf8Sequence {
  std::array<ByteRange, 4> ranges{};
  std::size_t length = 0;
  const ByteRange* begin() const { return ranges.data(); }
  const ByteRange* end() const { return ranges.data() + length; }
  bool operator==(const Utf8Sequence&) const = default;
};

// The sequences of one range, one after the other, without allocation:
//   for (Utf8Sequences rest(range); auto sequence = rest.next();) ...
class Utf8Sequences {
 public:
  // Surrogates in `range` are left out.
  explicit Utf8Sequences(ClassRange range) : next_(range.first), last_(range.last) {}
  std::optional<Utf8Sequence> next();

 private:
  std::uint32_t next_;  // First value not yet covered; behind last_ at the end.
  std::uint32_t last_;
};

}  // namespace common::regex
