#include "search/run/fd_writer.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <string>
#include <thread>

namespace search {

TEST_CASE("a reader that went away is remembered as EPIPE") {
  std::signal(SIGPIPE, SIG_IGN);
  int ends[2];
  REQUIRE(::pipe(ends) == 0);
  ::close(ends[0]);
  FdWriter writer(ends[1]);
  CHECK_FALSE(writer.failed());
  writer.write("text");
  CHECK(writer.failed());
  CHECK(writer.os_error() == EPIPE);
  ::close(ends[1]);
}

TEST_CASE("a full device is remembered") {
  const int fd = ::open("/dev/full", O_WRONLY);
  REQUIRE(fd >= 0);
  FdWriter writer(fd);
  writer.write("text");
  CHECK(writer.os_error() == ENOSPC);
  ::close(fd);
}

TEST_CASE("a non-blocking pipe is waited for") {
  int ends[2];
  REQUIRE(::pipe2(ends, O_NONBLOCK) == 0);
  ::fcntl(ends[0], F_SETFL, 0);
  std::size_t received = 0;
  std::jthread reader([&] {
    char buffer[4096];
    for (ssize_t got; (got = ::read(ends[0], buffer, sizeof buffer)) > 0;) {
      received += static_cast<std::size_t>(got);
    }
  });
  const std::string text(1 << 20, 'x');
  FdWriter writer(ends[1]);
  writer.write(text);
  CHECK_FALSE(writer.failed());
  ::close(ends[1]);
  reader.join();
  CHECK(received == text.size());
  ::close(ends[0]);
}

}  // namespace search
