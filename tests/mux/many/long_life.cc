// A session that much happens to takes no more of the system than it did at first.
//
//   mux_long_life [--rounds N] [--seconds S]
//
// Per round a client attaches and leaves, or is gone without a word, a pane and a tab
// come and go, and the terminal is resized a hundred times.  After a tenth as many
// rounds to get warm the server's memory and descriptors are noted; after N more (1000)
// there must not be more descriptors, and hardly more memory.
#include <fmt/format.h>
#include <poll.h>

#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <utility>

#include "mux/client/attach.h"
#include "mux/client/receiver.h"
#include "mux/platform/socket.h"
#include "tests/mux/many/many_world.h"

namespace {

using Clock = std::chrono::steady_clock;
using common::Result;
using many::perform;
using namespace mux;

constexpr int kResizes = 100;
constexpr long kMostGrowth = 2048;  // Kilobytes.

struct Settings {
  int rounds = 1000;
  double seconds = 120;
};

struct Usage {
  long kilobytes = 0;
  long descriptors = 0;
};

Usage usage_of(pid_t process) {
  Usage usage;
  std::ifstream status(fmt::format("/proc/{}/status", process));
  for (std::string line; std::getline(status, line);) {
    if (line.starts_with("VmRSS:")) usage.kilobytes = std::atol(line.c_str() + 6);
  }
  std::error_code error;
  for ([[maybe_unused]] const auto& entry :
       std::filesystem::directory_iterator(fmt::format("/proc/{}/fd", process), error)) {
    ++usage.descriptors;
  }
  return usage;
}

// A client whose terminal is this program.
class Viewer {
 public:
  static Result<Viewer> attach(const std::string& socket) {
    Viewer viewer(TRY(client::connect(socket)));
    TRY(viewer.send(protocol::Attach{.size = {.columns = 80, .rows = 24},
                                     .terminal_name = "xterm-256color",
                                     .color_terminal = "truecolor"}));
    client::Receiver receiver(viewer.connection_.number());
    for (;;) {
      const protocol::Message message = TRY(receiver.next());
      if (std::holds_alternative<protocol::Output>(message)) return viewer;
    }
  }

  Result<void> resize(int step) {
    const auto columns = static_cast<std::uint16_t>(60 + step % 50);
    const auto rows = static_cast<std::uint16_t>(10 + step % 30);
    TRY(send(protocol::Resize{.size = {.columns = columns, .rows = rows}}));
    read();
    return {};
  }

  // Waits until the server has done all that was asked before.
  Result<void> leave() {
    TRY(send(protocol::Detach{}));
    for (;;) {
      std::array<char, 65536> buffer;
      if (platform::receive(connection_.number(), buffer).is_closed) return {};
    }
  }

 private:
  explicit Viewer(platform::Descriptor connection) : connection_(std::move(connection)) {}

  Result<void> send(const protocol::Message& message) const {
    return platform::send_all(connection_.number(), protocol::encode(message));
  }

  // What has come, so that frames go on.
  void read() const {
    pollfd ready{.fd = connection_.number(), .events = POLLIN, .revents = 0};
    std::array<char, 65536> buffer;
    while (::poll(&ready, 1, 0) > 0) {
      if (platform::receive(connection_.number(), buffer).is_closed) return;
    }
  }

  platform::Descriptor connection_;
};

Result<void> live(const std::string& socket, int rounds) {
  for (int round = 0; round < rounds; ++round) {
    Viewer viewer = TRY(Viewer::attach(socket));
    TRY(perform(socket, "new-pane", {"--stacked"}));
    for (int i = 0; i < kResizes; ++i) TRY(viewer.resize(i));
    TRY(perform(socket, "close-pane", {}));
    TRY(perform(socket, "new-tab", {}));
    TRY(perform(socket, "close-tab", {}));
    // The last one waits until the server has seen to all of it.
    if (round % 2 == 0 || round + 1 == rounds) TRY(viewer.leave());
  }
  return {};
}

// What is over may take a moment to be gone.
Result<void> await_return(pid_t server, const Usage& before, Clock::time_point deadline) {
  for (;;) {
    const Usage now = usage_of(server);
    const long growth = now.kilobytes - before.kilobytes;
    if (now.descriptors <= before.descriptors && growth <= kMostGrowth) {
      std::printf("memory %ld kB, then %ld kB; %ld descriptors\n", before.kilobytes, now.kilobytes,
                  now.descriptors);
      return {};
    }
    if (Clock::now() > deadline) {
      return common::fail(fmt::format("{} kB and {} descriptors have become {} kB and {}",
                                      before.kilobytes, before.descriptors, now.kilobytes,
                                      now.descriptors));
    }
    ::poll(nullptr, 0, 10);
  }
}

Result<void> measure(const std::string& socket, const Settings& settings) {
  const auto connection = TRY(platform::connect_to(socket));
  const pid_t server = platform::peer_of(connection.number());
  TRY(live(socket, settings.rounds / 10 + 1));
  const Usage before = usage_of(server);
  TRY(live(socket, settings.rounds));
  const auto patience = std::chrono::duration<double>(settings.seconds);
  return await_return(server, before,
                      Clock::now() + std::chrono::duration_cast<Clock::duration>(patience));
}

}  // namespace

int main(int argc, char** argv) {
  Settings settings;
  for (int i = 1; i + 1 < argc; i += 2) {
    const std::string_view flag = argv[i];
    if (flag == "--rounds") settings.rounds = std::atoi(argv[i + 1]);
    if (flag == "--seconds") settings.seconds = std::atof(argv[i + 1]);
  }
  return many::with_session("undo_close_ms 0\n",
                            [&](const std::string& socket) { return measure(socket, settings); });
}
