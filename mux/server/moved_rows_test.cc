#include "mux/server/moved_rows.h"

#include <doctest/doctest.h>

#include <vector>

namespace mux::server {

namespace {

using Versions = std::vector<std::uint64_t>;

TEST_CASE("rows that went up are found, and those beside them are left alone") {
  const Versions shown = {1, 2, 3, 4, 5, 6};
  const Versions next = {1, 3, 4, 5, 7, 6};
  const MovedRows moved = find_moved(shown, next);
  CHECK(moved.begin == 1);
  CHECK(moved.count == 3);
  CHECK(moved.lines == 1);
}

TEST_CASE("rows that went down are found") {
  const MovedRows moved = find_moved(Versions{1, 2, 3, 4, 5, 6}, Versions{8, 7, 1, 2, 3, 4});
  CHECK(moved.begin == 2);
  CHECK(moved.count == 4);
  CHECK(moved.lines == -2);
}

TEST_CASE("the longest of several runs counts") {
  const MovedRows moved =
      find_moved(Versions{1, 2, 3, 4, 5, 6, 7}, Versions{2, 3, 20, 21, 4, 5, 6});
  CHECK(moved.begin == 4);
  CHECK(moved.count == 3);
  CHECK(moved.lines == -1);
}

TEST_CASE("nothing has moved where all is as before, or all is new") {
  CHECK(find_moved(Versions{1, 2, 3}, Versions{1, 2, 3}).count == 0);
  CHECK(find_moved(Versions{1, 2, 3}, Versions{4, 5, 6}).count == 0);
  CHECK(find_moved(Versions{0, 0, 0}, Versions{4, 5, 6}).count == 0);
  CHECK(find_moved(Versions{}, Versions{}).count == 0);
}

}  // namespace

}  // namespace mux::server
