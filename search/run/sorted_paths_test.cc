#include "search/run/sorted_paths.h"

#include <doctest/doctest.h>

namespace search {

TEST_CASE("paths are compared part by part") {
  CHECK(precedes("a/b", "a-b"));
  CHECK_FALSE(precedes("a-b", "a/b"));
  CHECK(precedes("a", "a/b"));
  CHECK(precedes("a/b", "a/c"));
  CHECK(precedes("Z", "a"));
  CHECK(precedes("a", "\xC3\xA4"));
  CHECK_FALSE(precedes("a", "a"));
}

}  // namespace search
