#include "mux/server/daemon.h"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <utility>

namespace mux::server {

namespace {

std::unexpected<common::Error> no_process() {
  const int error = errno;
  return common::fail("cannot start the server: " + common::os_error_text(error), error);
}

void redirect(const std::string& log) {
  const platform::Descriptor nothing(::open("/dev/null", O_RDWR | O_CLOEXEC));
  platform::Descriptor messages;
  if (!log.empty()) {
    messages = platform::Descriptor(
        ::open(log.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, S_IRUSR | S_IWUSR));
  }
  ::dup2(nothing.number(), STDIN_FILENO);
  ::dup2(nothing.number(), STDOUT_FILENO);
  ::dup2(messages.is_open() ? messages.number() : nothing.number(), STDERR_FILENO);
}

[[noreturn]] void serve(ServerSetup setup, const std::string& log) {
  redirect(log);
  std::signal(SIGPIPE, SIG_IGN);  // A client that has gone shows as EPIPE.
  // Folders of the shell it was started from can be removed and unmounted.
  if (::chdir("/") != 0) std::_Exit(EXIT_FAILURE);
  auto name = model::SessionName::parse(setup.session_name);
  if (!name) std::_Exit(EXIT_FAILURE);
  {
    Loop loop;
    Server server(loop, *std::move(name), std::move(setup));
    server.run();
  }
  std::_Exit(EXIT_SUCCESS);
}

}  // namespace

common::Result<void> start_daemon(ServerSetup setup, const std::string& log) {
  const pid_t child = ::fork();
  if (child < 0) return no_process();
  if (child > 0) {
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    if (WIFEXITED(status) && WEXITSTATUS(status) == 0) return {};
    return common::fail("cannot start the server");
  }
  ::setsid();
  // Not the leader of the session: no terminal can become its own.
  const pid_t server = ::fork();
  if (server != 0) std::_Exit(server > 0 ? EXIT_SUCCESS : EXIT_FAILURE);
  serve(std::move(setup), log);
}

}  // namespace mux::server
