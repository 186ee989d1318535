#include "lint/notebook/cells.h"

#include <doctest/doctest.h>

#include <array>
#include <string>

namespace lint {
namespace {

// "ab\n", "\n", "c\n", of which the second is the fourth of the notebook.
Cells three_cells() {
  Cells cells;
  cells.add(1, 3);
  cells.add(4, 4);
  cells.add(5, 6);
  return cells;
}

TEST_CASE("places belong to cells") {
  const Cells cells = three_cells();
  CHECK(cells.content(0) == TextRange{0, 2});
  CHECK(cells.content(1) == TextRange{3, 3});
  CHECK(cells.number(*cells.index_at(3)) == 4);
  CHECK(cells.index_at(6) == 2);
  CHECK(cells.range_around(5) == TextRange{4, 6});
  CHECK_FALSE(cells.range_around(6));
  CHECK_FALSE(Cells().index_at(0));
}

TEST_CASE("a range holds a boundary if it reaches one behind its start") {
  const Cells cells = three_cells();
  CHECK(cells.has_boundary({1, 3}));
  CHECK_FALSE(cells.has_boundary({0, 2}));
  CHECK_FALSE(cells.has_boundary({4, 5}));
}

TEST_CASE("cells that lose their separator get it back") {
  std::string source = "c";
  const std::array<std::uint32_t, 3> ends = {0, 0, 1};
  const Cells cells = three_cells().rebuilt(source, ends);
  CHECK(source == "\n\nc\n");
  CHECK(cells.number(2) == 5);
  CHECK(cells.content(2) == TextRange{2, 3});
}

}  // namespace
}  // namespace lint
