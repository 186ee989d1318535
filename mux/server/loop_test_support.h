// For tests of what waits for descriptors: pairs of them, and running the loop until
// something has come about.
#pragma once

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <functional>
#include <string>
#include <string_view>
#include <utility>

#include "mux/platform/descriptor.h"
#include "mux/server/loop.h"

namespace mux::server {

// Two ends of a line that nobody waits for.
struct Line {
  Line() {
    std::signal(SIGPIPE, SIG_IGN);  // As in the server.
    std::array<int, 2> ends{};
    REQUIRE(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0, ends.data()) == 0);
    ours = platform::Descriptor(ends[0]);
    theirs = platform::Descriptor(ends[1]);
  }
  platform::Descriptor ours;    // The server's.
  platform::Descriptor theirs;  // The test's.

  void say(std::string_view text) const {
    CHECK(::write(theirs.number(), text.data(), text.size()) == static_cast<ssize_t>(text.size()));
  }
  // What the server has written so far, if nobody has read it yet.
  std::string hear() const {
    std::string heard;
    std::array<char, 65536> buffer{};
    for (;;) {
      const ssize_t size = ::read(theirs.number(), buffer.data(), buffer.size());
      if (size <= 0) return heard;
      heard.append(buffer.data(), static_cast<std::size_t>(size));
    }
  }
};

// False: it did not come about in time.
inline bool run_until(Loop& loop, const std::function<bool()>& condition) {
  constexpr std::uint64_t kMostMilliseconds = 30'000;
  const std::uint64_t start = loop.now_ms();
  std::function<void()> check;
  Timer timer(loop, [&] { check(); });
  check = [&] {
    if (condition() || loop.now_ms() - start > kMostMilliseconds) {
      loop.stop();
    } else {
      timer.start(1);
    }
  };
  timer.start(0);
  loop.run();
  return condition();
}

}  // namespace mux::server
