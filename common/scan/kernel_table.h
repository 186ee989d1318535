// What one instruction set implements: plain functions over plain data.
//
// The kernels are compiled with flags that the running processor may not
// satisfy.  An inline function of a shared header that such a file emits could
// be the copy the linker keeps for everybody, so this header and the kernels
// use no library type and call no inline function of ours from outside.
#pragma once

#include <cstddef>
#include <cstdint>

namespace common::scan {

using Byte = std::uint8_t;

inline constexpr std::size_t kNotFound = static_cast<std::size_t>(-1);

// The two nibble tables of a ByteClass.
struct ClassTables {
  alignas(16) Byte low[16] = {};
  alignas(16) Byte high[16] = {};
  bool operator==(const ClassTables&) const = default;
};

// One substring.  A haystack byte h matches text[i] if (h | fold[i]) == text[i];
// fold[i] is 0x20 where case is ignored and text[i] is a letter, else 0.
struct NeedleQuery {
  const Byte* text;
  const Byte* fold;
  std::size_t size;    // At least 2.
  std::size_t first;   // Offsets of the two bytes that select candidates.
  std::size_t second;  // Not before `first`; may be equal.
  bool folds;          // Some fold[i] is not 0.
};

struct NeedleAnswer {
  std::size_t position;  // Of the occurrence, or where the search gave up.
  bool gave_up;          // Candidates failed too often: nothing starts before `position`.
};

// Keys are hashed by multiplication (Knuth); the high bits count.
inline constexpr std::uint64_t kHashFactor = 0x9E3779B97F4A7C15;
inline constexpr std::size_t kMaxFingerprint = 5;
inline constexpr std::size_t kMaxKey = 8;
inline constexpr std::size_t kMaxBucketGroups = 3;

// Many substrings, in three steps.  A position is a candidate if all bytes of
// its window, `fingerprint` of them, have a common bucket: a bit that is set in
// low[..][k][b & 15] and high[..][k][b >> 4] for the byte b at window + k, in one
// of the groups of eight buckets; folded[..][k][b & 63] says nearly the same in
// one lookup.  Then the hash of its key, key_size bytes around the window, must
// be in the filter.  Then verify() has the last word.
struct SetQuery {
  alignas(64) Byte folded[kMaxBucketGroups][kMaxFingerprint][64];
  alignas(16) Byte low[kMaxBucketGroups][kMaxFingerprint][16];
  alignas(16) Byte high[kMaxBucketGroups][kMaxFingerprint][16];
  std::size_t groups;
  std::size_t fingerprint;  // 1..kMaxFingerprint; window + fingerprint <= min_size.
  std::size_t window;       // Offset of the window from the start of every needle.
  std::size_t key;          // Offset of the key; key + key_size <= min_size.
  std::size_t key_size;     // 1..kMaxKey.
  std::size_t min_size;     // Of the shortest needle.
  std::uint64_t key_fold;   // Or-ed to the key before hashing.
  unsigned hash_shift;      // 64 minus the filter's address bits.
  const std::uint64_t* filter;
  const void* owner;
  // The needle that matches at `start`, kNotFound if none.
  std::size_t (*verify)(const void* owner, const Byte* bytes, std::size_t size, std::size_t start,
                        std::size_t hash);
};

struct SetAnswer {
  std::size_t start;  // kNotFound if none.
  std::size_t needle;
};

// Words of a batch of bit streams (4 KiB of haystack), and from one stream to the
// next: a whole vector lies in front of every stream and holds its word -1.
inline constexpr std::size_t kStreamWords = 64;
inline constexpr std::size_t kStreamStride = kStreamWords + 8;

enum class StreamOpKind : std::uint8_t {
  And,         // a & b
  Or,          // a | b
  AdvanceAnd,  // (a moved `shift` bytes on) & b; shift is 1..63
  Plus,        // the bytes of the runs of b that directly follow a bit of a
  Star,        // a | Plus
};

struct StreamOp {
  StreamOpKind kind;
  std::uint8_t shift;
  std::uint16_t out;  // Stream numbers; `out` is neither `a` nor `b`.
  std::uint16_t a;
  std::uint16_t b;
};

struct StreamCarry {
  std::uint64_t last_word = 0;  // Of stream a in the batch before.
  std::uint64_t sum = 0;        // Of the addition of Plus and Star.
};

// All positions count from `bytes`; `size` is where the haystack ends.
struct KernelTable {
  std::size_t (*find_byte)(const Byte* bytes, std::size_t from, std::size_t size, Byte byte);
  std::size_t (*rfind_byte)(const Byte* bytes, std::size_t before, Byte byte);
  std::size_t (*count_byte)(const Byte* bytes, std::size_t size, Byte byte);
  std::size_t (*find_nth_byte)(const Byte* bytes, std::size_t size, Byte byte, std::size_t n);
  std::size_t (*find_non_ascii)(const Byte* bytes, std::size_t from, std::size_t size);
  std::size_t (*find_class)(const Byte* bytes, std::size_t from, std::size_t size,
                            const ClassTables& tables, bool negated);
  std::size_t (*rfind_class)(const Byte* bytes, std::size_t before, const ClassTables& tables,
                             bool negated);
  void (*classify)(const Byte* bytes, std::size_t size, const ClassTables* const* classes,
                   std::size_t class_count, std::uint64_t* const* out);
  NeedleAnswer (*find_needle)(const Byte* bytes, std::size_t from, std::size_t size,
                              const NeedleQuery& query);
  SetAnswer (*find_set)(const Byte* bytes, std::size_t from, std::size_t size,
                        const SetQuery& query);
  // A character boundary up to which all is valid; the whole size, or at most
  // some vectors before the first error or the end.
  std::size_t (*skip_valid_utf8)(const Byte* bytes, std::size_t size);
  void (*run_streams)(const StreamOp* ops, std::size_t op_count, std::uint64_t* streams,
                      std::size_t words, StreamCarry* carries);
};

namespace scalar {
extern const KernelTable kTable;
// A set's key as the number that is hashed: its bytes in little-endian order, or
// from four bytes on its first four and its last four.
std::uint64_t key_value(const Byte* at, std::size_t key_size);
// The exact end of the valid prefix, given that all before `from` is valid.
std::size_t valid_utf8_prefix(const Byte* bytes, std::size_t from, std::size_t size);
}  // namespace scalar

#if defined(__x86_64__)
namespace sse4 {
extern const KernelTable kTable;
}
namespace avx2 {
extern const KernelTable kTable;
}
namespace avx512 {
extern const KernelTable kTable;
}
#endif

}  // namespace common::scan
