// The SIMD core: everything keel does to bytes at memory speed.
//
// Used by the searcher and the walker's ignore files today, by the Python lexer
// and the terminal parser next, so nothing here knows about lines of a
// haystack, patterns or tokens.  The vector code is written once on Highway
// (kernels.inc), compiled once per instruction set (SSE4, AVX2, AVX-512) and
// chosen at first use by cpuid; scalar.cc holds the plain twin of every function,
// which the differential tests compare against and which is the whole
// implementation on other processors.
//
// Conventions: positions are byte offsets into the given view, `npos` means not
// found.  Views may have any alignment, may contain any bytes and are never
// read outside their bounds.  Nothing allocates except the constructors of the
// prepared searchers (Needle, NeedleSet), which are immutable afterwards and
// may be shared by threads.
#pragma once

#include "common/scan/kernel_table.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace common::scan {

inline constexpr std::size_t npos = std::string_view::npos;

// ---- single bytes ----------------------------------------------------------

// First position >= `from` of `byte`.
std::size_t find_byte(std::string_view bytes, char byte, std::size_t from = 0);
// Last position < `before` of `byte`.
std::size_t rfind_byte(std::string_view bytes, char byte, std::size_t before = npos);
// Number of occurrences of `byte`.
std::size_t count_byte(std::string_view bytes, char byte);
// First position >= `from` of a byte >= 0x80.
std::size_t find_non_ascii(std::string_view bytes, std::size_t from = 0);
// The position just behind the n-th (1-based) occurrence of `byte`, npos if
// there are fewer.
std::size_t find_nth_byte(std::string_view bytes, char byte, std::size_t n);

// ---- classes of bytes ------------------------------------------------------

// A set of byte values, prepared for vector lookup: `low[b & 15]` holds a bit
// for every high nibble (two tables, one for high nibbles 0-7, one for 8-15),
// so one shuffle pair classifies a vector of any set whatever.
class ByteClass {
 public:
  constexpr ByteClass() = default;
  constexpr explicit ByteClass(std::string_view members) {
    for (char c : members) add(static_cast<unsigned char>(c));
  }
  constexpr void add(unsigned char byte) {
    auto& row = (byte < 0x80 ? tables_.low : tables_.high)[byte & 15];
    row = static_cast<std::uint8_t>(row | 1u << ((byte >> 4) & 7));
  }
  constexpr void add_range(unsigned char first, unsigned char last) {
    for (unsigned b = first; b <= last; ++b) add(static_cast<unsigned char>(b));
  }
  constexpr bool contains(unsigned char byte) const {
    const auto row = (byte < 0x80 ? tables_.low : tables_.high)[byte & 15];
    return (row >> ((byte >> 4) & 7) & 1) != 0;
  }
  const ClassTables& tables() const { return tables_; }
  bool operator==(const ByteClass&) const = default;

 private:
  ClassTables tables_;
};

// First position >= `from` of a byte in (not in) the class.
std::size_t find_in(std::string_view bytes, const ByteClass& cls, std::size_t from = 0);
std::size_t find_not_in(std::string_view bytes, const ByteClass& cls, std::size_t from = 0);
// Last position < `before` of a byte in (not in) the class.
std::size_t rfind_in(std::string_view bytes, const ByteClass& cls, std::size_t before = npos);
std::size_t rfind_not_in(std::string_view bytes, const ByteClass& cls, std::size_t before = npos);

// One bit per byte, bit i of word k for byte 64k+i, set if the byte is in the
// class; bits behind the end are 0.  `out` has ceil(bytes.size()/64) words.
void classify(std::string_view bytes, const ByteClass& cls, std::uint64_t* out);
// The same for several classes in one pass: class c, word k -> out[c][k].
void classify(std::string_view bytes, const ByteClass* classes, std::size_t class_count,
              std::uint64_t* const* out);

// ---- substrings ------------------------------------------------------------

// How often a byte value occurs in typical text and source code, 0 (never) to
// 255; what the searchers call "rare" is rare by this table.
std::uint8_t byte_rank(unsigned char byte);

// One substring, found by comparing its two rarest bytes at their distance.
// Worst case linear (Knuth-Morris-Pratt takes over when candidates keep failing).
class Needle {
 public:
  // `ignore_ascii_case` makes ASCII letters match in both cases.  The empty
  // needle occurs everywhere.
  explicit Needle(std::string_view text, bool ignore_ascii_case = false);
  // Start of the first occurrence at or behind `from`.
  std::size_t find(std::string_view bytes, std::size_t from = 0) const;
  const std::string& text() const { return text_; }
  bool ignores_case() const { return ignores_case_; }

 private:
  std::size_t find_linear(std::string_view bytes, std::size_t from) const;

  std::string text_;  // Lower case if case is ignored.
  std::string fold_;  // As NeedleQuery::fold.
  // Of every prefix the length of its longest proper border, plus one in front.
  std::vector<std::uint32_t> borders_;
  bool ignores_case_ = false;
  bool folds_ = false;       // Some byte of fold_ is not 0.
  std::uint32_t first_ = 0;  // Offsets of the two rarest bytes, first_ <= second_.
  std::uint32_t second_ = 0;
};

// Many substrings: nibble fingerprints of a window that all needles have
// (Teddy) select candidates, a hash of that window sorts most of them out, and
// what is left is compared.  Good for up to some hundred needles; beyond, the
// hash does the work.  All needles are non-empty.
class NeedleSet {
 public:
  struct Hit {
    std::size_t start = npos;
    std::uint32_t needle = 0;  // Index into the constructor's list.
    explicit operator bool() const { return start != npos; }
  };
  explicit NeedleSet(std::vector<std::string> needles, bool ignore_ascii_case = false);
  ~NeedleSet();
  NeedleSet(NeedleSet&&) noexcept;
  NeedleSet& operator=(NeedleSet&&) noexcept;
  // The occurrence with the smallest start at or behind `from`; among needles
  // at the same start the one that comes first in the list.
  Hit find(std::string_view bytes, std::size_t from = 0) const;

 private:
  struct Tables;
  std::unique_ptr<const Tables> tables_;
};

// ---- UTF-8 -----------------------------------------------------------------

// Length of the longest prefix that is valid UTF-8 (RFC 3629: no surrogates, no
// overlong forms, at most U+10FFFF); `bytes.size()` if all of it is.
std::size_t valid_utf8_prefix(std::string_view bytes);
inline bool is_valid_utf8(std::string_view bytes) {
  return valid_utf8_prefix(bytes) == bytes.size();
}

// ---- choice of instruction set ---------------------------------------------

// Avx512 is that of Ice Lake and Zen 4: before, 64-byte vectors cost clock speed.
enum class Target : std::uint8_t { Scalar, Sse4, Avx2, Avx512 };
// The best target this processor runs; what all functions above use.
Target chosen_target();
// For tests and benchmarks only: use `target` from now on, in all threads.
// False if the processor lacks it.
bool force_target(Target target);

}  // namespace common::scan
