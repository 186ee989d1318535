// Big5 and gb18030 (which also decodes GBK and GB2312).
#include <algorithm>

#include "common/decode/decode_loop.h"
#include "common/decode/decoder.h"
#include "common/decode/encoding_tables.h"

namespace common::decode {
namespace {

// Four bytes as a mixed-radix number, looked up in the ranges below U+10000 or
// counted from there.
char32_t gb18030_four_bytes(const unsigned char* data) {
  constexpr unsigned kFirstSupplementary = 189000;
  constexpr unsigned kLastSupplementary = 1237575;
  constexpr unsigned kLastBasic = 39419;
  const unsigned pointer =
      ((data[0] - 0x81U) * 10 + data[1] - 0x30U) * 1260 + (data[2] - 0x81U) * 10 + data[3] - 0x30U;
  if (pointer >= kFirstSupplementary && pointer <= kLastSupplementary) {
    return 0x10000 + pointer - kFirstSupplementary;
  }
  if (pointer > kLastBasic) return kReplacement;
  const std::span ranges(tables::kGb18030Ranges, tables::kGb18030RangeCount);
  const auto above = std::ranges::upper_bound(ranges, pointer, {}, &tables::Gb18030Range::pointer);
  const tables::Gb18030Range& range = *(above - 1);
  return static_cast<char32_t>(range.code_point) + pointer - range.pointer;
}

Step step_gb18030(const unsigned char* data, std::size_t size) {
  if (data[0] == 0x80) return {1, 0x20AC};
  if (data[0] == 0xFF) return error_of(1);
  if (size < 2) return kUnfinished;
  if (is_between(data[1], 0x30, 0x39)) {
    if (size < 3) return kUnfinished;
    if (!is_between(data[2], 0x81, 0xFE)) return error_of(1);
    if (size < 4) return kUnfinished;
    if (!is_between(data[3], 0x30, 0x39)) return error_of(1);
    return {4, gb18030_four_bytes(data)};
  }
  if (!is_between(data[1], 0x40, 0xFE) || data[1] == 0x7F) return error_before(data[1], 2);
  const unsigned trail = data[1] - (data[1] < 0x7F ? 0x40U : 0x41U);
  const char32_t code_point = tables::kGb18030[(data[0] - 0x81U) * 190 + trail];
  return code_point == 0 ? error_before(data[1], 2) : Step{2, code_point};
}

// Four characters of HKSCS are a letter and a combining mark in Unicode.
struct Composed {
  unsigned char trail;  // After the lead byte 0x88.
  Step meaning;
};
constexpr unsigned char kComposedLead = 0x88;
constexpr Composed kComposed[] = {{0x62, {2, 0x00CA, 0x0304}},
                                  {0x64, {2, 0x00CA, 0x030C}},
                                  {0xA3, {2, 0x00EA, 0x0304}},
                                  {0xA5, {2, 0x00EA, 0x030C}}};

Step step_big5(const unsigned char* data, std::size_t size) {
  if (data[0] == 0x80 || data[0] == 0xFF) return error_of(1);
  if (size < 2) return kUnfinished;
  if (!is_between(data[1], 0x40, 0x7E) && !is_between(data[1], 0xA1, 0xFE)) {
    return error_before(data[1], 2);
  }
  const unsigned trail = data[1] - (data[1] < 0x7F ? 0x40U : 0x62U);
  const char32_t code_point = tables::kBig5[(data[0] - 0x81U) * 157 + trail];
  if (code_point != 0) return {2, code_point};
  for (const Composed& composed : kComposed) {
    if (data[0] == kComposedLead && data[1] == composed.trail) return composed.meaning;
  }
  return error_before(data[1], 2);
}

}  // namespace

Progress decode_gb18030(Window in, std::span<char> out, DecoderState&, const char16_t*) {
  return decode_ascii_superset(in, out, step_gb18030);
}

Progress decode_big5(Window in, std::span<char> out, DecoderState&, const char16_t*) {
  return decode_ascii_superset(in, out, step_big5);
}

}  // namespace common::decode
