#include "mux/client/attach.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <string>
#include <string_view>
#include <utility>

#include "mux/client/receiver.h"
#include "mux/client/signals.h"
#include "mux/client/write_all.h"
#include "mux/platform/process_info.h"
#include "mux/platform/socket.h"
#include "mux/platform/terminal_guard.h"
#include "mux/render/screen_writer.h"

#ifndef KEEL_VERSION
#error "KEEL_VERSION is set by the build"
#endif

namespace mux::client {

namespace {

using common::Result;

// For the server to take note that we go.
constexpr int kLeaveMilliseconds = 1000;

// The terminal may be gone.
void show(std::string_view bytes) {
  static_cast<void>(write_all(STDOUT_FILENO, bytes));
}

// The modes of the terminal, and what it shows; as before when this ends.
class Screen {
 public:
  static Result<Screen> enter() {
    platform::TerminalGuard guard = TRY(platform::TerminalGuard::enter(STDIN_FILENO));
    return Screen(std::move(guard));
  }
  Screen(Screen&& other) noexcept
      : guard_(std::move(other.guard_)), is_shown_(std::exchange(other.is_shown_, false)) {}
  Screen& operator=(Screen&&) = delete;
  ~Screen() {
    if (!is_shown_) return;
    show(render::kInputRestore);
    show(render::kScreenRestore);
  }

 private:
  explicit Screen(platform::TerminalGuard guard) : guard_(std::move(guard)), is_shown_(true) {
    show(std::string(render::kScreenSetup).append(render::kInputSetup));
  }

  platform::TerminalGuard guard_;
  bool is_shown_;
};

protocol::TerminalSize current_size() {
  const platform::PtySize size = platform::terminal_size(STDIN_FILENO);
  return {.columns = size.columns,
          .rows = size.rows,
          .cell_width = size.cell_width,
          .cell_height = size.cell_height};
}

// Opened anew, so that the server may set it to non-blocking for itself only.  Not
// open: the terminal cannot be handed over.
platform::Descriptor own_terminal() {
  return platform::Descriptor(
      ::open("/proc/self/fd/0", O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC));
}

std::string name_of(const std::string& socket_path) {
  return socket_path.substr(socket_path.rfind('/') + 1);
}

std::unexpected<common::Error> no_answer(const std::string& socket_path, pid_t server) {
  std::string text = fmt::format("session {} does not answer", name_of(socket_path));
  if (server > 0) text += fmt::format("; its server is process {}", server);
  if (platform::state_of(server) == platform::ProcessState::Stopped) text += ", which is stopped";
  return common::fail(std::move(text), ETIMEDOUT);
}

class Attachment {
 public:
  Attachment(int connection, Signals& signals, bool passes_terminal)
      : connection_(connection), signals_(signals), passes_terminal_(passes_terminal), reader_() {}

  // Until the server, a signal or the end of the terminal ends it.
  Result<protocol::Exit> run() {
    while (!exit_) {
      std::array<pollfd, 3> ready = {
          pollfd{.fd = connection_, .events = POLLIN, .revents = 0},
          pollfd{.fd = signals_.descriptor(), .events = POLLIN, .revents = 0},
          pollfd{.fd = passes_terminal_ || is_leaving_ ? -1 : STDIN_FILENO,
                 .events = POLLIN,
                 .revents = 0}};
      const int count = ::poll(ready.data(), ready.size(), is_leaving_ ? kLeaveMilliseconds : -1);
      if (count == 0) exit_ = protocol::Exit{.reason = protocol::ExitReason::Detached};
      if (count <= 0) continue;
      if (ready[1].revents != 0) take_signals();
      if (ready[2].revents != 0) send_input();
      if (ready[0].revents != 0) TRY(receive());
    }
    return *std::move(exit_);
  }

 private:
  // A server that is gone has perhaps said why: receive() tells.
  void send(const protocol::Message& message) {
    static_cast<void>(platform::send_all(connection_, protocol::encode(message)));
  }

  void take_signals() {
    while (const auto signal = signals_.take()) {
      if (*signal == SIGWINCH) {
        send(protocol::Resize{.size = current_size()});
      } else {
        leave();
      }
    }
  }

  // The server puts terminals right whose processes go without a word.
  void leave() {
    is_leaving_ = true;
    send(protocol::Detach{});
  }

  void send_input() {
    std::array<char, 4096> buffer;
    const ssize_t size = ::read(STDIN_FILENO, buffer.data(), buffer.size());
    if (size > 0) {
      send(protocol::Input{.bytes = {buffer.data(), static_cast<std::size_t>(size)}});
    } else if (size == 0 || (errno != EINTR && errno != EAGAIN)) {
      leave();
    }
  }

  Result<void> receive() {
    std::array<char, 65536> buffer;
    const platform::Received received = platform::receive(connection_, buffer);
    reader_.feed({buffer.data(), received.size});
    while (const auto message = TRY(reader_.next())) {
      if (const auto* output = std::get_if<protocol::Output>(&*message)) {
        show(output->bytes);
      } else if (const auto* exit = std::get_if<protocol::Exit>(&*message)) {
        exit_ = *exit;
        return {};
      } else if (const auto* refuse = std::get_if<protocol::Refuse>(&*message)) {
        return common::fail("the server refuses: " + refuse->reason);
      }
    }
    if (received.is_closed) return common::fail("the server has gone");
    return {};
  }

  int connection_;
  Signals& signals_;
  bool passes_terminal_;
  protocol::MessageReader reader_;
  bool is_leaving_ = false;
  std::optional<protocol::Exit> exit_;
};

}  // namespace

Result<platform::Descriptor> connect(const std::string& socket_path, const Patience& patience) {
  auto connected = platform::connect_to(socket_path);
  if (!connected) {
    if (connected.error().os_error == EAGAIN) return no_answer(socket_path, 0);
    return connected;
  }
  const platform::Descriptor& connection = *connected;
  if (!platform::send_all(connection.number(),
                          protocol::encode(protocol::Hello{.program_version = KEEL_VERSION}))) {
    return common::fail("the server has gone", ECONNRESET);
  }
  Receiver receiver(connection.number());
  auto message = receiver.next(patience.until_told);
  if (!message && message.error().os_error == ETIMEDOUT) {
    std::fprintf(stderr, "kmux: session %s takes its time to answer...\n",
                 name_of(socket_path).c_str());
    message = receiver.next(patience.most - patience.until_told);
    if (!message && message.error().os_error == ETIMEDOUT) {
      return no_answer(socket_path, platform::peer_of(connection.number()));
    }
  }
  const protocol::Message greeting = TRY(std::move(message));
  if (!std::holds_alternative<protocol::Welcome>(greeting)) {
    return common::fail("the server does not greet");
  }
  return connected;
}

Result<protocol::Exit> attach(const platform::Descriptor& connection,
                              const AttachOptions& options) {
  Signals signals =
      TRY(Signals::create({SIGWINCH, SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGPIPE}));
  const Screen screen = TRY(Screen::enter());
  platform::Descriptor terminal;
  if (options.passes_terminal) terminal = own_terminal();
  const bool passes_terminal = terminal.is_open();
  const int number = terminal.number();
  TRY(platform::send_all(connection.number(),
                         protocol::encode(protocol::Attach{.size = current_size(),
                                                           .passes_terminal = passes_terminal,
                                                           .is_read_only = options.is_read_only,
                                                           .terminal_name = options.terminal_name,
                                                           .color_terminal = options.color_terminal,
                                                           .destination = options.destination}),
                         passes_terminal ? std::span(&number, 1) : std::span<const int>()));
  terminal.reset();  // When the server closes it, nobody reads there any more.
  return Attachment(connection.number(), signals, passes_terminal).run();
}

}  // namespace mux::client
