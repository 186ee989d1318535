#include "common/regex/unicode.h"

#include <doctest/doctest.h>

#include <cstring>
#include <string>

#include "common/regex/char_class.h"
#include "common/regex/unicode_tables.h"

namespace common::regex {

TEST_CASE("property names are loose") {
  const auto greek = unicode_class("Greek");
  REQUIRE(greek);
  for (const char* name : {"greek", "GREEK", "isGreek", "IS_greek", "Gr-e ek", "grek"}) {
    CHECK(unicode_class(name) == greek);
  }
  CHECK(unicode_class("sc", "Greek") == greek);
  CHECK(unicode_class("Script", "is_grek") == greek);
}

TEST_CASE("categories come before properties of the same abbreviation") {
  CHECK(unicode_class("sc") == unicode_class("gc", "Currency_Symbol"));
  CHECK(unicode_class("cf") == unicode_class("gc", "Format"));
  CHECK(unicode_class("lc") == unicode_class("gc", "Cased_Letter"));
  CHECK(unicode_class("isc").error() == UnicodeFailure::PropertyNotFound);
}

TEST_CASE("special categories") {
  CHECK(*unicode_class("any") == all_scalars());
  CHECK(unicode_class("ascii")->ranges == std::vector<ClassRange>{{0, 0x7F}});
  CHECK(unicode_class("gc", "Assigned") == negate(*unicode_class("Cn")));
}

TEST_CASE("names without a class") {
  const auto failure = [](auto... names) { return unicode_class(names...).error(); };
  CHECK(failure("NoSuch") == UnicodeFailure::PropertyNotFound);
  CHECK(failure("Age") == UnicodeFailure::PropertyNotFound);
  CHECK(failure("NoSuch", "x") == UnicodeFailure::PropertyNotFound);
  CHECK(failure("gc", "NoSuch") == UnicodeFailure::ValueNotFound);
  CHECK(failure("bc", "L") == UnicodeFailure::ValueNotFound);
  CHECK(failure("Cs") == UnicodeFailure::ValueNotFound);
}

TEST_CASE("ages hold what earlier versions had") {
  CHECK(contains(*unicode_class("age", "1.1"), 'a'));
  CHECK(contains(*unicode_class("age", "16.0"), 'a'));
  CHECK(!contains(*unicode_class("age", "2.0"), 0x20AC));
  CHECK(contains(*unicode_class("age", "V2_1"), 0x20AC));
}

TEST_CASE("questions about single characters") {
  CHECK(is_word_scalar('_'));
  CHECK(is_word_scalar(0x200D));
  CHECK(!is_word_scalar('-'));
  CHECK(is_uppercase(0x3A3));
  CHECK(is_uppercase(0x2160));
  CHECK(!is_uppercase(0x1C5));
  CHECK(is_white_space(0x2003));
  CHECK(!is_white_space(0x200B));
  CHECK(is_alphabetic(0x3B1));
  CHECK(!is_alphabetic('1'));
  CHECK(is_alphanumeric(0xBD));
}

TEST_CASE("the tables are sorted, their ranges canonical") {
  for (std::size_t i = 1; i < kPropertyRowCount; ++i) {
    REQUIRE(std::strcmp(kPropertyRows[i - 1].name, kPropertyRows[i].name) < 0);
  }
  for (std::size_t i = 1; i < kPropertyValueRowCount; ++i) {
    const PropertyValueRow& before = kPropertyValueRows[i - 1];
    const PropertyValueRow& row = kPropertyValueRows[i];
    REQUIRE((before.property < row.property ||
             (before.property == row.property && std::strcmp(before.name, row.name) < 0)));
    if (row.set == kNoRangeSet) continue;
    const RangeSet set = kRangeSets[row.set];
    const std::span ranges(kUnicodeRanges + set.offset, set.count);
    CharClass cls{.ranges = {ranges.begin(), ranges.end()}, .is_bytes = false};
    canonicalize(cls);
    REQUIRE(cls.ranges == std::vector(ranges.begin(), ranges.end()));
  }
  for (std::size_t i = 1; i < kCaseFoldRunCount; ++i) {
    REQUIRE(kCaseFoldRuns[i - 1].last < kCaseFoldRuns[i].first);
  }
}

}  // namespace common::regex
