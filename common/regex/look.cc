#include "common/regex/look.h"

#include "common/regex/unicode.h"
#include "common/regex/utf8.h"

namespace common::regex {
namespace {

bool is_word_byte(unsigned char byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
         (byte >= '0' && byte <= '9') || byte == '_';
}

bool is_continuation(unsigned char byte) {
  return (byte & 0xC0) == 0x80;
}

// The wordness of the character at the head of `bytes`, which is not empty.
Wordness first_wordness(std::string_view bytes) {
  const DecodedScalar scalar = decode_scalar(bytes);
  if (scalar.length == 0) return Wordness::Invalid;
  return is_word_scalar(scalar.value) ? Wordness::Word : Wordness::NonWord;
}

// The wordness of the character that ends `bytes`.  The nearest byte that is no
// continuation byte, at most four back, speaks for whatever follows it.
Wordness last_wordness(std::string_view bytes) {
  const std::size_t limit = bytes.size() < 4 ? 0 : bytes.size() - 4;
  std::size_t start = bytes.size() - 1;
  while (start > limit && is_continuation(static_cast<unsigned char>(bytes[start]))) --start;
  return first_wordness(bytes.substr(start));
}

Wordness ascii_wordness(Side side) {
  return side == Side::Word ? Wordness::Word : Wordness::NonWord;
}

bool word_look_holds(Look look, Wordness before, Wordness after) {
  const bool left = before == Wordness::Word;
  const bool right = after == Wordness::Word;
  switch (look) {
    case Look::WordAscii:
    case Look::WordUnicode:
      return left != right;
    case Look::NotWordAscii:
    case Look::NotWordUnicode:
      return left == right && before != Wordness::Invalid && after != Wordness::Invalid;
    case Look::WordStartAscii:
    case Look::WordStartUnicode:
      return !left && right;
    case Look::WordEndAscii:
    case Look::WordEndUnicode:
      return left && !right;
    case Look::WordStartHalfAscii:
    case Look::WordStartHalfUnicode:
      return before == Wordness::NonWord;
    default:  // The end half.
      return after == Wordness::NonWord;
  }
}

}  // namespace

Side side_of(unsigned char byte) {
  if (byte >= 0x80) return Side::NonAscii;
  if (byte == '\n') return Side::LineFeed;
  if (byte == '\r') return Side::CarriageReturn;
  return is_word_byte(byte) ? Side::Word : Side::Other;
}

bool is_unicode_word(Look look) {
  return look >= Look::WordUnicode && look <= Look::WordEndHalfUnicode;
}

bool look_holds(Look look, const Surroundings& around) {
  switch (look) {
    case Look::TextStart:
      return around.before == Side::Edge;
    case Look::TextEnd:
      return around.after == Side::Edge;
    case Look::LineStart:
      return around.before == Side::Edge || around.before == Side::LineFeed;
    case Look::LineEnd:
      return around.after == Side::Edge || around.after == Side::LineFeed;
    case Look::LineStartCrlf:
      return around.before == Side::Edge || around.before == Side::LineFeed ||
             (around.before == Side::CarriageReturn && around.after != Side::LineFeed);
    case Look::LineEndCrlf:
      return around.after == Side::Edge || around.after == Side::CarriageReturn ||
             (around.after == Side::LineFeed && around.before != Side::CarriageReturn);
    default:
      break;
  }
  const bool unicode = is_unicode_word(look);
  const auto wordness = [&](Side side, Wordness character) {
    return unicode && side == Side::NonAscii ? character : ascii_wordness(side);
  };
  return word_look_holds(look, wordness(around.before, around.word_before),
                         wordness(around.after, around.word_after));
}

bool look_holds_at(Look look, std::string_view haystack, std::size_t position) {
  Surroundings around;
  const bool unicode = is_unicode_word(look);
  if (position > 0) {
    around.before = side_of(static_cast<unsigned char>(haystack[position - 1]));
    if (unicode && around.before == Side::NonAscii) {
      around.word_before = last_wordness(haystack.substr(0, position));
    }
  }
  if (position < haystack.size()) {
    around.after = side_of(static_cast<unsigned char>(haystack[position]));
    if (unicode && around.after == Side::NonAscii) {
      around.word_after = first_wordness(haystack.substr(position));
    }
  }
  return look_holds(look, around);
}

}  // namespace common::regex
