#include "search/printer/grapheme_prefix.h"

#include <doctest/doctest.h>

namespace search {
namespace {

TEST_CASE("ASCII bytes are clusters of their own, CR LF is one") {
  CHECK(grapheme_prefix("abcdef", 3) == 3);
  CHECK(grapheme_prefix("abc", 10) == 3);
  CHECK(grapheme_prefix("abc", 0) == 0);
  CHECK(grapheme_prefix("", 3) == 0);
  CHECK(grapheme_prefix("a\r\nb", 2) == 3);
}

TEST_CASE("combining marks stay with their base") {
  CHECK(grapheme_prefix("e\u0301x", 1) == 3);
  CHECK(grapheme_prefix("ae\u0301x", 2) == 4);
  CHECK(grapheme_prefix("\u00e9x", 1) == 2);
}

TEST_CASE("flags and joined emoji are one cluster each") {
  CHECK(grapheme_prefix("\U0001F1E9\U0001F1EA\U0001F1EB\U0001F1F7", 1) == 8);
  CHECK(grapheme_prefix("\U0001F468\u200D\U0001F469\u200D\U0001F467x", 1) == 18);
}

TEST_CASE("an invalid sequence is one cluster and joins nothing") {
  CHECK(grapheme_prefix("\xFF\xFFx", 1) == 1);
  CHECK(grapheme_prefix("\xE2\x82x", 1) == 2);
  CHECK(grapheme_prefix("\xF0\x9F\x98x", 1) == 3);
  CHECK(grapheme_prefix("\xC0\x80x", 1) == 1);
  CHECK(grapheme_prefix("a\xFF\u0301", 1) == 1);
}

}  // namespace
}  // namespace search
