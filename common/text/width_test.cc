#include "common/text/width.h"

#include <doctest/doctest.h>

#include "common/text/width_table.h"

namespace common {
namespace {

TEST_CASE("rows are sorted and apart") {
  for (std::size_t i = 1; i < kWidthRowCount; ++i) {
    CHECK(kWidthRows[i - 1].last < kWidthRows[i].first);
    CHECK(kWidthRows[i].first <= kWidthRows[i].last);
  }
}

TEST_CASE("columns are counted, not code points") {
  CHECK(display_width("abc") == 3);
  CHECK(display_width("a\tb") == 2);
  CHECK(display_width("\u00e9") == 1);
  CHECK(display_width("e\u0301") == 1);
  CHECK(display_width("\u65e5\u672c") == 4);
  CHECK(display_width("\U0001f600") == 2);
  CHECK(display_width("\u200b\u00ad") == 0);
  CHECK(display_width("\u17d8") == 3);
  CHECK(display_width("\U000e0100") == 0);
  CHECK(display_width("\U0003fffe") == 1);
}

}  // namespace
}  // namespace common
