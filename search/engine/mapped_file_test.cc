#include "search/engine/mapped_file.h"

#include <doctest/doctest.h>
#include <unistd.h>

#include <algorithm>
#include <string>

#include "search/engine/searcher_test_support.h"

namespace search {
namespace {

TEST_CASE("a mapped file has the bytes of the file, also those left behind") {
  const std::string text(20'000'003, 'x');
  const int fd = temporary_file(text);
  const auto file = MappedFile::map(fd, text.size(), Mapping::Always);
  REQUIRE(file != nullptr);
  CHECK(file->bytes() == text);
  file->leave_behind(10'000'000);
  file->leave_behind(17'000'000);
  CHECK(file->bytes() == text);
  CHECK(file->holds(file->bytes()));
  ::close(fd);
}

TEST_CASE("zeros stand for what was cut off, and it is noted") {
  const int fd = temporary_file(std::string(3'000'000, 'x'));
  const auto file = MappedFile::map(fd, 3'000'000, Mapping::Always);
  REQUIRE(file != nullptr);
  REQUIRE(::ftruncate(fd, 1'000'000) == 0);
  CHECK(file->holds(file->bytes().substr(0, 1'000'000)));
  CHECK(!file->was_cut());
  CHECK(file->bytes()[2'500'000] == '\0');
  CHECK(file->was_cut());
  CHECK(!file->holds(file->bytes().substr(0, 10)));
  // Another file's mapping is none of that.
  const int other = temporary_file("fox");
  const auto second = MappedFile::map(other, 3, Mapping::Always);
  REQUIRE(second != nullptr);
  CHECK(second->holds(second->bytes()));
  ::close(other);
  ::close(fd);
}

TEST_CASE("what cannot be mapped is not") {
  const int fd = temporary_file("fox");
  CHECK(MappedFile::map(fd, 3, Mapping::Never) == nullptr);
  CHECK(MappedFile::map(fd, 0, Mapping::Always) == nullptr);
  CHECK(MappedFile::map(-1, 3, Mapping::Always) == nullptr);
  ::close(fd);
}

}  // namespace
}  // namespace search
