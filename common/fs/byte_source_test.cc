#include "common/fs/byte_source.h"

#include <fcntl.h>
#include <unistd.h>
#include <cerrno>
#include <string>

#include <doctest/doctest.h>

namespace common::fs {
namespace {

std::string read_all(ByteSource& source, std::size_t step) {
  std::string text;
  std::string buffer(step, '\0');
  for (;;) {
    const Result<std::size_t> got = source.read(buffer.data(), step);
    REQUIRE(got.has_value());
    if (*got == 0) return text;
    text.append(buffer, 0, *got);
  }
}

TEST_CASE("a memory source hands its bytes out in order, whatever the step") {
  const std::string text("one\0two\n", 8);
  for (std::size_t step : {1U, 3U, 8U, 100U}) {
    auto source = memory_source(text.data(), text.size());
    CHECK(read_all(*source, step) == text);
    CHECK(source->finish().has_value());
  }
  CHECK(read_all(*memory_source(nullptr, 0), 4).empty());
}

TEST_CASE("a descriptor source reads a pipe to its end and closes it if it owns it") {
  int ends[2];
  REQUIRE(::pipe2(ends, O_CLOEXEC) == 0);
  REQUIRE(::write(ends[1], "fox\n", 4) == 4);
  ::close(ends[1]);
  CHECK(read_all(*fd_source(ends[0], false), 2) == "fox\n");
  CHECK(::fcntl(ends[0], F_GETFD) != -1);
  CHECK(read_all(*fd_source(ends[0], true), 2).empty());
  CHECK(::fcntl(ends[0], F_GETFD) == -1);
}

TEST_CASE("a descriptor source reports what the system says") {
  const int directory = ::open("/", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  auto source = fd_source(directory, true);
  char byte = 0;
  const Result<std::size_t> got = source->read(&byte, 1);
  REQUIRE_FALSE(got.has_value());
  CHECK(got.error().os_error == EISDIR);
  CHECK(got.error().message == "Is a directory (os error 21)");
}

}  // namespace
}  // namespace common::fs
