#include "lint/imports/standard_library.h"

#include <doctest/doctest.h>

using namespace lint;
using namespace lint::imports;

TEST_CASE("modules come and go with versions") {
  CHECK(is_standard_library("os", kOldestPython));
  CHECK(is_standard_library("os", kLatestPython));
  CHECK_FALSE(is_standard_library("tomllib", {3, 10}));
  CHECK(is_standard_library("tomllib", {3, 11}));
  CHECK(is_standard_library("distutils", {3, 11}));
  CHECK_FALSE(is_standard_library("distutils", {3, 12}));
  CHECK_FALSE(is_standard_library("numpy", kLatestPython));
  CHECK_FALSE(is_standard_library("", kLatestPython));
}
