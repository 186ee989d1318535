#include "lint/imports/natural_order.h"

#include <doctest/doctest.h>

#include <iterator>

using namespace lint::imports;

TEST_CASE("numbers order by value, fractions by digits") {
  constexpr std::string_view kSorted[] = {"a",   "a0", "a00", "a01", "a1",      "a1a",
                                          "a1b", "a2", "a10", "b",   "b1.a2.c", "b1.a10.a"};
  for (std::size_t i = 0; i + 1 < std::size(kSorted); ++i) {
    CAPTURE(kSorted[i]);
    CHECK(natural_compare(kSorted[i], kSorted[i + 1]) < 0);
    CHECK(natural_compare(kSorted[i + 1], kSorted[i]) > 0);
  }
}

TEST_CASE("white space only separates") {
  CHECK(natural_compare("a . b", "a.b") == 0);
  CHECK(natural_compare("a1 2", "a12") < 0);
}

TEST_CASE("lower case on the fly") {
  CHECK(natural_compare("B", "a") < 0);
  CHECK(natural_compare_lowercase("B", "a") > 0);
  CHECK(natural_compare_lowercase("\u0394x", "\u03b4X") == 0);
}
