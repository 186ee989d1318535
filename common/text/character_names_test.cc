#include "common/text/character_names.h"

#include <doctest/doctest.h>

using common::character_name;
using common::character_named;

TEST_CASE("names of characters") {
  CHECK(character_name('a') == "LATIN SMALL LETTER A");
  CHECK(character_name(0x2603) == "SNOWMAN");
  CHECK(character_name(0xAC00) == "HANGUL SYLLABLE GA");
  CHECK(character_name(0xD7A3) == "HANGUL SYLLABLE HIH");
  CHECK(character_name(0x4E00) == "CJK UNIFIED IDEOGRAPH-4E00");
  CHECK(character_name(0x10FFFF).empty());
  CHECK(character_name('\n').empty());
}

TEST_CASE("characters by their names") {
  CHECK(character_named("snowman") == char32_t{0x2603});
  CHECK(character_named("TIBETAN MARK TSA -PHRU") == char32_t{0xF39});
  CHECK(character_named("BACKSPACE") == char32_t{8});
  CHECK(character_named("NBSP") == char32_t{0xA0});
  CHECK(character_named("CJK UNIFIED IDEOGRAPH-4E00") == char32_t{0x4E00});
  CHECK(!character_named("CJK UNIFIED IDEOGRAPH-"));
  CHECK(!character_named("CJK UNIFIED IDEOGRAPH-0041"));
  CHECK(!character_named(""));
  CHECK(!character_named("SNOWMA"));
  CHECK(!character_named("HANGUL SYLLABLE X"));
}

TEST_CASE("every name leads back to its character") {
  std::size_t named = 0;
  for (char32_t c = 0; c < 0x30000; ++c) {
    const std::string name = character_name(c);
    if (name.empty()) continue;
    ++named;
    if (character_named(name) != c) FAIL("wrong character for ", name);
  }
  CHECK(named > 130'000);
}
