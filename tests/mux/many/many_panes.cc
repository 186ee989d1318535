// Many panes with shells, each of which must answer.
//
//   mux_many_panes [--panes N] [--seconds S]
//
// Opens a session without clients, N panes in tabs of ten, has every shell print a sum,
// and waits until each pane shows its own.  Prints how long that took; fails if it is
// longer than S seconds (60).
#include <fmt/format.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "tests/mux/many/many_world.h"

namespace {

using Clock = std::chrono::steady_clock;
using common::Result;
using many::perform;

constexpr int kPanesOfTab = 10;

struct Settings {
  int panes = 100;
  double seconds = 60;
};

double seconds_since(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

Result<void> open_panes(const std::string& socket, int count) {
  for (int i = 1; i < count; ++i) {
    if (i % kPanesOfTab == 0) {
      TRY(perform(socket, "new-tab", {}));
    } else {
      TRY(perform(socket, "new-pane", {"--stacked"}));
    }
  }
  return {};
}

Result<void> ask_all(const std::string& socket, int count) {
  for (int i = 0; i < count; ++i) {
    TRY(perform(socket, "write-chars",
                {"--pane-id", std::to_string(i), fmt::format("echo sum$(({} + 1000000))\n", i)}));
  }
  return {};
}

Result<void> await_all(const std::string& socket, int count, Clock::time_point deadline) {
  for (int i = 0; i < count;) {
    const std::string text =
        TRY(perform(socket, "dump-screen", {"--pane-id", std::to_string(i), "--full"}));
    if (text.find(fmt::format("sum{}", i + 1'000'000)) != std::string::npos) {
      ++i;
    } else if (Clock::now() > deadline) {
      return common::fail(fmt::format("pane {} does not answer; it shows\n{}", i, text));
    }
  }
  return {};
}

Result<void> measure(const std::string& socket, const Settings& settings, Clock::time_point start) {
  TRY(open_panes(socket, settings.panes));
  const double opened = seconds_since(start);
  TRY(ask_all(socket, settings.panes));
  const auto limit = std::chrono::duration<double>(settings.seconds);
  TRY(await_all(socket, settings.panes,
                start + std::chrono::duration_cast<Clock::duration>(limit)));
  const double answered = seconds_since(start);
  std::printf("%d panes: open after %.2f s, all have answered after %.2f s\n", settings.panes,
              opened, answered);
  if (answered > settings.seconds) return common::fail("that is too slow");
  return {};
}

}  // namespace

int main(int argc, char** argv) {
  Settings settings;
  for (int i = 1; i + 1 < argc; i += 2) {
    const std::string_view flag = argv[i];
    if (flag == "--panes") settings.panes = std::atoi(argv[i + 1]);
    if (flag == "--seconds") settings.seconds = std::atof(argv[i + 1]);
  }
  const Clock::time_point start = Clock::now();
  return many::with_session(
      "", [&](const std::string& socket) { return measure(socket, settings, start); });
}
