#include "lint/notebook/cell_magic.h"

#include <doctest/doctest.h>

#include <vector>

namespace lint {
namespace {

using Lines = std::vector<std::string>;

TEST_CASE("magics of whole cells") {
  CHECK(has_cell_magic(Lines{"%%bash", "ls"}));
  CHECK(has_cell_magic(Lines{"", "  %%script foo"}));
  CHECK(has_cell_magic(Lines{"%%"}));
  CHECK_FALSE(has_cell_magic(Lines{"%%timeit x = 1"}));
  CHECK_FALSE(has_cell_magic(Lines{"%matplotlib inline"}));
  CHECK_FALSE(has_cell_magic(Lines{}));
}

TEST_CASE("commands without a sign, on the first line only") {
  CHECK(has_cell_magic(Lines{"pip install x"}));
  CHECK(has_cell_magic(Lines{"cd -"}));
  CHECK_FALSE(has_cell_magic(Lines{"pip = 1"}));
  CHECK_FALSE(has_cell_magic(Lines{"x", "pip install x"}));
  CHECK_FALSE(has_cell_magic(Lines{"pipe"}));
}

}  // namespace
}  // namespace lint
