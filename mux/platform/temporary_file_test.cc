#include "mux/platform/temporary_file.h"

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <string>

#include "common/fs/file_limit_test_support.h"
#include "common/fs/whole_file.h"

namespace mux::platform {
namespace {

class Folder {
 public:
  Folder() {
    path_ = std::filesystem::temp_directory_path() / "kmux-temporary-test-XXXXXX";
    REQUIRE(::mkdtemp(path_.data()) != nullptr);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() { std::filesystem::remove_all(path_); }
  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

TEST_CASE("a temporary file has all of the text and is for its user alone") {
  const Folder folder;
  const std::string text(100'000, 'x');
  const auto path = write_temporary_file(folder.path(), text);
  REQUIRE(path.has_value());
  CHECK(path->starts_with(folder.path() + "/kmux-"));
  CHECK(common::fs::read_file(*path).value_or("") == text);
  struct stat status{};
  REQUIRE(::stat(path->c_str(), &status) == 0);
  CHECK((status.st_mode & 0777) == 0600);
}

TEST_CASE("of a temporary file that does not fit nothing is left") {
  const Folder folder;
  const common::fs::FileLimit limit(8192);
  const auto path = write_temporary_file(folder.path(), std::string(100'000, 'x'));
  REQUIRE_FALSE(path.has_value());
  CHECK(std::filesystem::is_empty(folder.path()));
}

TEST_CASE("a folder that depends on where one is is not used") {
  const auto path = write_temporary_file("somewhere", "text");
  REQUIRE(path.has_value());
  CHECK(path->starts_with("/tmp/kmux-"));
  ::unlink(path->c_str());
}

}  // namespace
}  // namespace mux::platform
