#include "mux/journal/log_file.h"

#include <doctest/doctest.h>
#include <stdlib.h>

#include <cerrno>
#include <filesystem>
#include <fstream>
#include <string>

#include "common/fs/file_limit_test_support.h"
#include "common/fs/whole_file.h"
#include "mux/journal/record_log.h"

namespace mux::journal {
namespace {

class Folder {
 public:
  Folder() {
    path_ = std::filesystem::temp_directory_path() / "kmux-log-test-XXXXXX";
    REQUIRE(::mkdtemp(path_.data()) != nullptr);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() { std::filesystem::remove_all(path_); }
  std::string file() const { return path_ + "/log"; }

 private:
  std::string path_;
};

std::string bytes_of_record(std::string_view payload) {
  std::string bytes;
  append_record(payload, bytes);
  return bytes;
}

TEST_CASE("what does not fit any more is taken back, and what follows is found") {
  const Folder folder;
  LogFile log(folder.file());
  REQUIRE(log.replace(std::string(kLogHeader) + bytes_of_record("first")).has_value());
  const std::size_t size = log.size();
  {
    const common::fs::FileLimit limit(8192);
    const auto done = log.append(bytes_of_record(std::string(20'000, 'x')));
    REQUIRE_FALSE(done.has_value());
    CHECK(done.error().os_error == EFBIG);
    CHECK(std::filesystem::file_size(folder.file()) == size);
    CHECK(log.size() == size);
    CHECK(log.is_intact());
    // There is room for this one.
    REQUIRE(log.append(bytes_of_record("second")).has_value());
  }
  REQUIRE(log.append(bytes_of_record("third")).has_value());
  const auto bytes = common::fs::read_file(folder.file());
  REQUIRE(bytes.has_value());
  const auto scan = scan_records(*bytes);
  REQUIRE(scan.has_value());
  CHECK(scan->payloads == std::vector<std::string_view>{"first", "second", "third"});
}

TEST_CASE("a file that cannot be replaced stays as it was") {
  const Folder folder;
  LogFile log(folder.file());
  REQUIRE(log.replace("old").has_value());
  {
    const common::fs::FileLimit limit(8192);
    REQUIRE_FALSE(log.replace(std::string(20'000, 'x')).has_value());
  }
  CHECK(common::fs::read_file(folder.file()).value_or("") == "old");
  CHECK_FALSE(log.is_intact());
  REQUIRE(log.replace("new").has_value());
  CHECK(log.is_intact());
}

TEST_CASE("a file that somebody else has changed, or removed, is not appended to blindly") {
  const Folder folder;
  LogFile log(folder.file());
  REQUIRE(log.replace("old").has_value());
  std::ofstream(folder.file(), std::ios::app) << "er";
  CHECK_FALSE(log.is_intact());
  std::filesystem::remove(folder.file());
  CHECK_FALSE(log.is_intact());
  CHECK_FALSE(log.append("more").has_value());
}

}  // namespace
}  // namespace mux::journal
