#include "lint/parser/string_decode.h"

#include <doctest/doctest.h>

#include <string>

namespace {

using namespace lint::parser;

// The value of the first token that is a string or a piece of one; an error as
// "[start-end] message".
std::string decode(std::string_view text) {
  common::Arena arena;
  for (const Token& token : lex(text).tokens) {
    const bool has_value = token.kind == TokenKind::String ||
                           token.kind == TokenKind::FStringMiddle ||
                           token.kind == TokenKind::TStringMiddle;
    if (!has_value) continue;
    const auto value = decode_string(text, token, arena);
    if (value) return std::string(*value);
    const LexicalError& error = value.error();
    return "[" + std::to_string(error.range.start) + '-' + std::to_string(error.range.end) + "] " +
           error.message;
  }
  return "no string";
}

}  // namespace

TEST_CASE("strings without escapes") {
  CHECK(decode("'abc'").empty() == false);
  CHECK(decode("''").empty());
  CHECK(decode("'''a\n'''") == "a\n");
  CHECK(decode("r'\\n'") == "\\n");
  CHECK(decode("'é'") == "é");
}

TEST_CASE("escapes") {
  CHECK(decode(R"('\n\t\\\'\"\a')") == "\n\t\\'\"\a");
  CHECK(decode("'a\\\nb\\\r\nc\\\rd'") == "abcd");
  CHECK(decode(R"('\x41\101\0')") == std::string("AA\0", 3));
  CHECK(decode(R"('\xe9\u20ac\U0001f600')") == "é€😀");
  CHECK(decode(R"('\N{snowman}\N{LATIN SMALL LETTER E WITH ACUTE}')") == "☃é");
  CHECK(decode(R"('\ud800')") == "\xEF\xBF\xBD");
  CHECK(decode(R"('\d\é')") == "\\d\\é");
  CHECK(decode(R"('\777')") == "ǿ");
}

TEST_CASE("bytes") {
  CHECK(decode(R"(b'\xff\777\u0041\N{x}')") == "\xFF\xFF\\u0041\\N{x}");
  CHECK(decode("b'aé'") == "[3-5] bytes can only contain ASCII literal characters");
  CHECK(decode("rb'\\x41'") == "\\x41");
}

TEST_CASE("pieces of f-strings") {
  CHECK(decode("f'a{{b}}c'") == "a{b}c");
  CHECK(decode("f'\\x41\\{{'") == "A\\{");
  CHECK(decode("f'\\{x}'") == "\\");
  CHECK(decode("rf'\\x41{{'") == "\\x41{");
  CHECK(decode("f'\\N{DIGIT ONE}'") == "1");
}

TEST_CASE("wrong escapes") {
  CHECK(decode(R"('\x4')") == "[4-4] Got unexpected unicode");
  CHECK(decode(R"('\x4g')") == "[4-5] Got unexpected unicode");
  CHECK(decode(R"('\u00é')") == "[5-7] Got unexpected unicode");
  CHECK(decode(R"('\U00110000')") == "[11-11] Got unexpected unicode");
  CHECK(decode(R"('\N')") == "[3-3] Missing `{` in Unicode escape sequence");
  CHECK(decode(R"('\N{a')") == "[5-5] Missing `}` in Unicode escape sequence");
  CHECK(decode(R"('\N{no such}')") == "[4-11] Got unexpected unicode");
}
