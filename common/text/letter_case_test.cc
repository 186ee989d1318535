#include "common/text/letter_case.h"

#include <doctest/doctest.h>

using namespace common;

TEST_CASE("case of letters within and beyond ASCII") {
  CHECK(is_uppercase('A'));
  CHECK_FALSE(is_uppercase('_'));
  CHECK(is_uppercase(U'\u0394'));
  CHECK(is_uppercase(U'\u2163'));
  CHECK(is_lowercase(U'\u00e9'));
  CHECK(is_lowercase(U'\u02b0'));
  CHECK_FALSE(is_lowercase(U'\u4e2d'));
  CHECK(to_lowercase('Q') == 'q');
  CHECK(to_lowercase(U'\u0394') == U'\u03b4');
  CHECK(to_lowercase(U'\u4e2d') == U'\u4e2d');
}

TEST_CASE("a constant has upper case and no lower case") {
  CHECK(is_cased_uppercase("A_B2"));
  CHECK_FALSE(is_cased_uppercase("_1"));
  CHECK_FALSE(is_cased_uppercase("Ab"));
  CHECK(is_cased_uppercase("\u0394_"));
}
