// Zero-width assertions: what they ask of the two sides of a position.
//
// A side is first looked at as a byte.  That decides every assertion except the
// Unicode word ones next to a byte >= 0x80, which need the character: it is in
// \w, or not, or the bytes are not valid UTF-8.  \B and the half boundaries
// never hold next to invalid bytes, so that empty matches stay between
// characters; for the others invalid bytes are just not a word.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "common/regex/hir.h"

namespace common::regex {

enum class Side : std::uint8_t { Edge, LineFeed, CarriageReturn, Word, Other, NonAscii };
inline constexpr std::size_t kSideCount = 6;

enum class Wordness : std::uint8_t { NonWord, Word, Invalid };

Side side_of(unsigned char byte);

// The sides of a position; the Unicode wordness of a side that is not NonAscii
// follows from the byte.
struct Surroundings {
  Side before = Side::Edge;
  Side after = Side::Edge;
  Wordness word_before = Wordness::NonWord;
  Wordness word_after = Wordness::NonWord;
};

bool is_unicode_word(Look look);
bool look_holds(Look look, const Surroundings& around);
bool look_holds_at(Look look, std::string_view haystack, std::size_t position);

}  // namespace common::regex
