#include "mux/server/copy_commands.h"

#include <doctest/doctest.h>
#include <unistd.h>

#include <csignal>
#include <fstream>
#include <iterator>
#include <map>

namespace mux::server {
namespace {

constexpr std::uint64_t kDeadline = 60'000;  // Milliseconds.

TEST_CASE("commands read all that is copied, and their failures are told") {
  std::signal(SIGPIPE, SIG_IGN);
  char path[] = "/tmp/keel-copied-XXXXXX";
  const platform::Descriptor file(::mkstemp(path));
  REQUIRE(file.is_open());
  Loop loop;
  SystemProcesses processes(0);
  std::map<std::string, std::optional<model::ClientId>> failures;
  {
    CopyCommands commands(loop, processes,
                          [&](std::optional<model::ClientId> client, std::string reason) {
                            failures[reason] = client;
                          });
    // More than a pipe holds.
    const std::string text(300'000, 'x');
    commands.run(std::nullopt, "cat > \"$TARGET\"",
                 {"PATH=/usr/bin:/bin", std::string("TARGET=") + path}, text);
    commands.run(model::ClientId{7}, "exit 3", {}, text);
    int left = 2;
    const std::uint64_t end = loop.now_ms() + kDeadline;
    std::optional<Timer> timer;
    timer.emplace(loop, [&] {
      while (const auto ended = processes.next_ended()) {
        commands.ended(*ended);
        --left;
      }
      if (left <= 0 || loop.now_ms() > end) return loop.stop();
      timer->start(2);
    });
    timer->start(0);
    loop.run();
    CHECK(left == 0);
    std::ifstream stream(path);
    CHECK(std::string(std::istreambuf_iterator<char>(stream), {}) == text);
  }
  ::unlink(path);
  REQUIRE(failures.size() == 1);
  CHECK(failures.begin()->first == "not copied: exit 3 has ended with 3");
  CHECK(failures.begin()->second == model::ClientId{7});
}

}  // namespace
}  // namespace mux::server
