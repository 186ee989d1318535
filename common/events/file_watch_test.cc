#include "common/events/file_watch.h"

#include <doctest/doctest.h>
#include <stdlib.h>

#include <filesystem>
#include <fstream>
#include <string>

namespace common::events {

TEST_CASE("a change is seen that happened after watching began, in a directory below") {
  char name[] = "/tmp/file_watch_test.XXXXXX";
  const std::string folder = ::mkdtemp(name);
  std::filesystem::create_directory(folder + "/below");
  auto watch = FileWatch::create({folder});
  REQUIRE(watch);
  std::ofstream(folder + "/below/other.txt") << "x";
  std::ofstream(folder + "/below/a.py") << "x";
  std::string seen;
  // Returns only for a.py; the time limit of the test is the deadline.
  watch->wait(
      [&](std::string_view file) {
        if (file == "a.py") seen = file;
        return file == "a.py";
      },
      1);
  CHECK(seen == "a.py");
  std::filesystem::remove_all(folder);
}

TEST_CASE("what is not there cannot be watched") {
  CHECK_FALSE(FileWatch::create({"/nonexistent/folder/file.py"}));
}

}  // namespace common::events
