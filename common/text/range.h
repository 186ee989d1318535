// TextRange: a half-open range of bytes of one source text.
//
// Offsets are 32-bit: a source of 4 GiB or more is refused where it is read.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>

namespace common {

struct TextRange {
  std::uint32_t start = 0;
  std::uint32_t end = 0;  // >= start

  constexpr std::uint32_t size() const { return end - start; }
  constexpr bool empty() const { return start == end; }
  constexpr bool contains(std::uint32_t offset) const { return start <= offset && offset < end; }
  // The end counts as inside.
  constexpr bool contains_inclusive(std::uint32_t offset) const {
    return start <= offset && offset <= end;
  }
  constexpr bool contains(TextRange other) const {
    return start <= other.start && other.end <= end;
  }
  // Do the two share a byte?
  constexpr bool overlaps(TextRange other) const { return start < other.end && other.start < end; }
  // The smallest range that holds both.
  constexpr TextRange cover(TextRange other) const {
    return {std::min(start, other.start), std::max(end, other.end)};
  }
  constexpr std::string_view of(std::string_view text) const {
    return text.substr(start, end - start);
  }
  // By start, then by end.
  constexpr auto operator<=>(const TextRange&) const = default;
};

}  // namespace common
