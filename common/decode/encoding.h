// Text encodings by their WHATWG labels, decoded to UTF-8 as the Encoding
// Standard says; undecodable input becomes U+FFFD.
//
// The tables of the legacy encodings are generated during the build (common/gen);
// nothing is set up at run time.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "common/fs/byte_source.h"

namespace common::decode {

// An encoding of the table in encodings.cc.
struct Encoding {
  unsigned id = 0;
  bool operator==(const Encoding&) const = default;
};

inline constexpr Encoding kUtf8{0};
inline constexpr Encoding kUtf16Be{1};
inline constexpr Encoding kUtf16Le{2};

// Any label of the Encoding Standard, case-insensitive, ASCII blanks around it
// ignored.  nullopt: unknown, or one that maps to "replacement".
std::optional<Encoding> find_encoding(std::string_view label);
// The label of each encoding that is its name in lower case.
std::vector<std::string_view> main_labels();

// What the first three bytes of a haystack say: UTF-8, UTF-16LE or UTF-16BE by
// byte order mark (`size` bytes long), or nothing.
struct Bom {
  std::optional<Encoding> encoding;
  std::size_t size = 0;
};
Bom sniff_bom(std::string_view first_bytes);

// Decodes `source` to UTF-8.  A byte order mark at its start is removed, and one
// of UTF-16 overrides `encoding`.
//
// Without an encoding (`-E auto`) only UTF-16 with its mark is decoded: all else
// passes through byte by byte, invalid UTF-8 too.  To name UTF-8 (`-E utf-8`) is
// to have it repaired.
std::unique_ptr<fs::ByteSource> decode_to_utf8(std::unique_ptr<fs::ByteSource> source,
                                               std::optional<Encoding> encoding);

}  // namespace common::decode
