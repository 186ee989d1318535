// The indexes of the Encoding Standard, written during the build
// by common/gen/encoding_tables.cc.
//
// An index maps a pointer (a number made of a character's bytes, see the
// decoders) to a code point; 0 stands for "no character".
#pragma once

#include <cstddef>
#include <cstdint>

namespace common::decode::tables {

// Single-byte encodings: bytes 0x80 to 0xFF.
extern const char16_t kIbm866[128];
extern const char16_t kIso8859Part2[128];
extern const char16_t kIso8859Part3[128];
extern const char16_t kIso8859Part4[128];
extern const char16_t kIso8859Part5[128];
extern const char16_t kIso8859Part6[128];
extern const char16_t kIso8859Part7[128];
extern const char16_t kIso8859Part8[128];
extern const char16_t kIso8859Part10[128];
extern const char16_t kIso8859Part13[128];
extern const char16_t kIso8859Part14[128];
extern const char16_t kIso8859Part15[128];
extern const char16_t kIso8859Part16[128];
extern const char16_t kKoi8R[128];
extern const char16_t kKoi8U[128];
extern const char16_t kMacintosh[128];
extern const char16_t kWindows874[128];
extern const char16_t kWindows1250[128];
extern const char16_t kWindows1251[128];
extern const char16_t kWindows1252[128];
extern const char16_t kWindows1253[128];
extern const char16_t kWindows1254[128];
extern const char16_t kWindows1255[128];
extern const char16_t kWindows1256[128];
extern const char16_t kWindows1257[128];
extern const char16_t kWindows1258[128];
extern const char16_t kXMacCyrillic[128];

// Multi-byte encodings, as rows of trail bytes, one row a lead byte.
inline constexpr std::size_t kBig5Size = 126 * 157;
inline constexpr std::size_t kEucKrSize = 126 * 190;
inline constexpr std::size_t kGb18030Size = 126 * 190;
inline constexpr std::size_t kJis0208Size = 60 * 188;
inline constexpr std::size_t kJis0212Size = 94 * 94;
extern const char32_t kBig5[kBig5Size];
extern const char16_t kEucKr[kEucKrSize];
extern const char16_t kGb18030[kGb18030Size];
extern const char16_t kJis0208[kJis0208Size];  // Shift_JIS user-defined rows included.
extern const char16_t kJis0212[kJis0212Size];

// Four-byte gb18030 below U+10000: from `pointer` on, code points count up from
// `code_point` until the next range begins.
struct Gb18030Range {
  std::uint16_t pointer;
  char16_t code_point;
};
extern const Gb18030Range kGb18030Ranges[];
extern const std::size_t kGb18030RangeCount;

}  // namespace common::decode::tables
