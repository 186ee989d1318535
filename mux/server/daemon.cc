#include "mux/server/daemon.h"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <initializer_list>
#include <utility>

#include "mux/platform/scheduling.h"
#include "mux/platform/socket.h"

namespace mux::server {

namespace {

std::unexpected<common::Error> no_process() {
  const int error = errno;
  return common::fail("cannot start the server: " + common::os_error_text(error), error);
}

void redirect(const std::string& path, int flags, std::initializer_list<int> standards) {
  if (path.empty()) return;
  const platform::Descriptor file(::open(path.c_str(), flags | O_CLOEXEC, S_IRUSR | S_IWUSR));
  if (!file.is_open()) return;
  for (int standard : standards) ::dup2(file.number(), standard);
}

[[noreturn]] void serve(ServerSetup setup, const std::string& log) {
  // A session without terminal; none becomes its own, as all are opened without.
  ::setsid();
  redirect("/dev/null", O_RDWR, {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO});
  // One thread is enough for what is done on threads.
  ::setenv("UV_THREADPOOL_SIZE", "1", 1);
  std::signal(SIGPIPE, SIG_IGN);  // A client that has gone shows as EPIPE.
  std::signal(SIGXFSZ, SIG_IGN);  // A file that may not grow shows as EFBIG.
  auto name = model::SessionName::parse(setup.session_name);
  if (!name) std::_Exit(EXIT_FAILURE);
  {
    Loop loop;
    // Each pane takes one.
    SystemProcesses processes(platform::raise_file_limit());
    Server server(loop, processes, *std::move(name), std::move(setup));
    server.start();
    platform::ask_for_short_turns();
    // What may wait for a disk comes after the first program.
    redirect(log, O_WRONLY | O_CREAT | O_APPEND, {STDERR_FILENO});
    // The folder that it was started from can be removed, and unmounted.
    if (::chdir("/") == 0) loop.run();
  }
  std::_Exit(EXIT_SUCCESS);
}

// Waits until the other end is closed.
void wait_for_close(const platform::Descriptor& end) {
  char byte = 0;
  while (::read(end.number(), &byte, 1) < 0 && errno == EINTR) {
  }
}

}  // namespace

common::Result<void> start_daemon(ServerSetup setup, const std::string& log) {
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) return no_process();
  platform::Descriptor reader(ends[0]);
  platform::Descriptor writer(ends[1]);
  const pid_t server = ::fork();
  if (server < 0) return no_process();
  writer.reset();
  if (server > 0) {
    // Whoever looks for the session finds the server there, not this process.
    wait_for_close(reader);
    return {};
  }
  platform::take_over_listener(setup.listener.number());
  reader.reset();
  writer.reset();
  serve(std::move(setup), log);
}

}  // namespace mux::server
