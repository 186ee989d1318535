// Text encodings by their WHATWG labels, decoded to UTF-8 (ICU inside, corrected
// where ICU's tables and the Encoding Standard differ).
//
// Undecodable input becomes U+FFFD as the Encoding Standard says.
#pragma once

#include <memory>
#include <optional>
#include <string_view>

#include "common/fs/byte_source.h"

namespace common::decode {

// An encoding of the table in encodings.cc; id 0 is UTF-8.
struct Encoding {
  unsigned id = 0;
  bool operator==(const Encoding&) const = default;
};

inline constexpr Encoding kUtf8{0};

// Any label of the Encoding Standard, case-insensitive, ASCII blanks around it
// ignored.  nullopt: unknown, or one that maps to "replacement".
std::optional<Encoding> find_encoding(std::string_view label);
std::string_view encoding_name(Encoding encoding);

// What the first bytes of a haystack say: UTF-8, UTF-16LE or UTF-16BE by byte
// order mark (`bom_size` bytes long), or nothing.
struct Bom {
  std::optional<Encoding> encoding;
  std::size_t size = 0;
};
Bom sniff_bom(std::string_view first_bytes);
std::optional<Encoding> utf16le();
std::optional<Encoding> utf16be();

// Decodes `source` from `encoding` to UTF-8.  A byte order mark at the start
// overrides the encoding and is removed.  For kUtf8 bytes pass through as they
// are, invalid ones too (ripgrep does not repair UTF-8), only a BOM is removed.
std::unique_ptr<fs::ByteSource> decode_to_utf8(std::unique_ptr<fs::ByteSource> source,
                                               Encoding encoding);

}  // namespace common::decode
