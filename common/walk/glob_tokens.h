// The parsed form of a glob: a flat list of tokens, alternation as brackets in
// the list.  Flat, so that no depth of nesting can exhaust the stack.
//
// Globs are text to their author but are matched against bytes: a character
// outside ASCII is its UTF-8 bytes, `?` is one byte, and a class holds bytes.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "common/base/result.h"
#include "common/walk/glob.h"

namespace common::walk {

// A set of bytes.
class ByteClass {
 public:
  void add(std::uint8_t byte) { words_[byte >> 6] |= std::uint64_t{1} << (byte & 63); }
  bool contains(std::uint8_t byte) const { return (words_[byte >> 6] >> (byte & 63) & 1) != 0; }
  void add_all(const ByteClass& other) {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] |= other.words_[i];
  }
  void invert() {
    for (std::uint64_t& word : words_) word = ~word;
  }

 private:
  std::array<std::uint64_t, 4> words_{};
};

struct GlobToken {
  enum Kind : std::uint8_t {
    Byte,
    Any,              // `?`
    Star,             // `*`
    RecursivePrefix,  // `**/` at the start: nothing, or anything up to a slash.
    RecursiveSuffix,  // `/**` at the end: a slash and anything.
    RecursiveMiddle,  // `/**/`: a slash, or two with anything between them.
    Class,
    Open,  // `{`
    Next,  // `,` inside braces
    Close  // `}`
  } kind = Byte;
  std::uint8_t byte = 0;       // Byte
  std::uint32_t class_no = 0;  // Class: index into GlobTokens::classes.
};

struct GlobTokens {
  std::vector<GlobToken> tokens;
  std::vector<ByteClass> classes;
};

// With ignore_case all ASCII letters come out in lower case, to be matched
// against a path in lower case.  The error holds only the reason.
Result<GlobTokens> parse_glob(std::string_view glob, const GlobOptions& options);

inline std::uint8_t ascii_lower(std::uint8_t byte) {
  return byte >= 'A' && byte <= 'Z' ? static_cast<std::uint8_t>(byte | 0x20) : byte;
}

}  // namespace common::walk
