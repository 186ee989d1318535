#include "common/fs/whole_file.h"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <cerrno>
#include <filesystem>
#include <string>

namespace common::fs {
namespace {

struct Folder {
  Folder() {
    char name[] = "/tmp/whole_file_test.XXXXXX";
    path = ::mkdtemp(name);
  }
  ~Folder() { std::filesystem::remove_all(path); }
  std::string operator/(std::string_view name) const { return path + "/" + std::string(name); }
  std::string path;
};

}  // namespace

TEST_CASE("what is written is read") {
  const Folder folder;
  for (const std::string& text : {std::string(), std::string("a\0b", 3), std::string(70000, 'x')}) {
    REQUIRE(write_file(folder / "f", text));
    CHECK(read_file(folder / "f").value() == text);
  }
}

TEST_CASE("a replaced file keeps its permissions and a link stays a link") {
  const Folder folder;
  REQUIRE(write_file(folder / "f", "old"));
  ::chmod((folder / "f").c_str(), 0750);
  std::filesystem::create_symlink("f", folder / "link");
  REQUIRE(write_file(folder / "link", "new"));
  struct stat facts;
  REQUIRE(::lstat((folder / "link").c_str(), &facts) == 0);
  CHECK(S_ISLNK(facts.st_mode));
  REQUIRE(::stat((folder / "f").c_str(), &facts) == 0);
  CHECK((facts.st_mode & 07777) == 0750);
  CHECK(read_file(folder / "f").value() == "new");
}

TEST_CASE("failures are the system's and leave nothing behind") {
  const Folder folder;
  CHECK(read_file(folder / "missing").error().os_error == ENOENT);
  CHECK(read_file(folder.path).error().os_error == EISDIR);
  CHECK(write_file(folder / "missing/f", "x").error().os_error == ENOENT);
  std::filesystem::create_directory(folder / "d");
  CHECK_FALSE(write_file(folder / "d", "x"));
  std::size_t files = 0;
  for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator(folder.path)) {
    ++files;
  }
  CHECK(files == 1);
}

TEST_CASE("a file of unknown size is read to its end") {
  CHECK(read_file("/proc/self/status").value().starts_with("Name:"));
}

TEST_CASE("what would have to be waited for is not read, nor what is too large") {
  const Folder folder;
  REQUIRE(write_file(folder / "f", "text"));
  CHECK(read_regular_file(folder / "f", 4).value() == "text");
  CHECK(read_regular_file(folder / "f", 3).error().os_error == EFBIG);
  REQUIRE(::mkfifo((folder / "pipe").c_str(), 0600) == 0);
  CHECK(read_regular_file(folder / "pipe", 4).error().os_error == EINVAL);
  CHECK(read_regular_file(folder.path, 4).error().os_error == EISDIR);
  CHECK(read_regular_file(folder / "missing", 4).error().os_error == ENOENT);
}

}  // namespace common::fs
