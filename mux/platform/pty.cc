// The child shares our memory until it has become the program (vfork), because
// copying the page tables of a server with long histories takes milliseconds.  So
// everything it needs is prepared before, and it calls only what signal handlers may.
#include "mux/platform/pty.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/ioctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <string_view>

namespace mux::platform {

namespace {

using common::Result;

constexpr int kExecFailed = 127;
constexpr int kFirstRealTime = 32;  // Nobody ignores signals from there on.

winsize winsize_of(const PtySize& size) {
  winsize result{};
  result.ws_col = size.columns;
  result.ws_row = size.rows;
  result.ws_xpixel = static_cast<unsigned short>(size.columns * size.cell_width);
  result.ws_ypixel = static_cast<unsigned short>(size.rows * size.cell_height);
  return result;
}

struct Pair {
  Descriptor controller;
  Descriptor user;
};

std::unexpected<common::Error> no_terminal() {
  const int error = errno;
  return common::fail("cannot open a pseudo terminal: " + common::os_error_text(error), error);
}

// What getty would set: people type UTF-8 and the delete character.
void set_defaults(int terminal) {
  termios settings{};
  if (::tcgetattr(terminal, &settings) != 0) return;
  settings.c_iflag |= IUTF8;
  settings.c_cc[VERASE] = 0x7F;
  ::tcsetattr(terminal, TCSANOW, &settings);
}

Result<Pair> open_pair(const PtySize& size) {
  Pair pair;
  pair.controller = Descriptor(::posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK));
  if (!pair.controller.is_open() || ::grantpt(pair.controller.number()) != 0 ||
      ::unlockpt(pair.controller.number()) != 0) {
    return no_terminal();
  }
  char name[64];
  if (const int error = ::ptsname_r(pair.controller.number(), name, sizeof name); error != 0) {
    errno = error;
    return no_terminal();
  }
  pair.user = Descriptor(::open(name, O_RDWR | O_NOCTTY | O_CLOEXEC));
  if (!pair.user.is_open()) return no_terminal();
  set_defaults(pair.user.number());
  resize_pty(pair.controller.number(), size);
  return pair;
}

std::string_view value_in(const std::vector<std::string>& environment, std::string_view name) {
  for (const std::string& entry : environment) {
    if (entry.size() > name.size() && entry.starts_with(name) && entry[name.size()] == '=') {
      return std::string_view(entry).substr(name.size() + 1);
    }
  }
  return {};
}

// The files that may be the program, in the order in which they are to be tried.
std::vector<std::string> candidates(const SpawnRequest& request) {
  const std::string& program = request.arguments.front();
  if (program.find('/') != std::string::npos) return {program};
  std::string_view path = value_in(request.environment, "PATH");
  if (path.empty()) path = "/usr/local/bin:/usr/bin:/bin";
  std::vector<std::string> files;
  for (;;) {
    const std::size_t colon = std::min(path.find(':'), path.size());
    const std::string_view folder = path.substr(0, colon);
    files.push_back(fmt::format("{}/{}", folder.empty() ? "." : folder, program));
    if (colon == path.size()) return files;
    path.remove_prefix(colon + 1);
  }
}

std::vector<char*> pointers_to(const std::vector<std::string>& texts) {
  std::vector<char*> pointers;
  pointers.reserve(texts.size() + 1);
  for (const std::string& text : texts) pointers.push_back(const_cast<char*>(text.c_str()));
  pointers.push_back(nullptr);
  return pointers;
}

// All that the child needs, and its answer.
struct Launch {
  int terminal = -1;
  const char* cwd = nullptr;
  const char* home = nullptr;
  char* const* files = nullptr;
  char* const* arguments = nullptr;
  char* const* environment = nullptr;
  std::uint64_t file_limit = 0;
  volatile int error = 0;
};

void reset_signals() {
  struct sigaction action{};
  action.sa_handler = SIG_DFL;
  for (int signal = 1; signal < kFirstRealTime; ++signal) ::sigaction(signal, &action, nullptr);
  sigset_t none;
  ::sigemptyset(&none);
  ::sigprocmask(SIG_SETMASK, &none, nullptr);
}

void enter_directory(const Launch& launch) {
  if (launch.cwd[0] != '\0' && ::chdir(launch.cwd) == 0) return;
  if (launch.home[0] != '\0' && ::chdir(launch.home) == 0) return;
  if (::chdir("/") != 0) return;
}

void set_file_limit(std::uint64_t limit) {
  rlimit files{};
  if (limit == 0 || ::getrlimit(RLIMIT_NOFILE, &files) != 0) return;
  files.rlim_cur = limit;
  ::setrlimit(RLIMIT_NOFILE, &files);
}

// Runs in the child.
[[noreturn]] void become_program(Launch& launch) {
  ::setsid();
  if (::ioctl(launch.terminal, TIOCSCTTY, 0) != 0) {
    launch.error = errno;
    ::_exit(kExecFailed);
  }
  for (int standard = 0; standard < 3; ++standard) ::dup2(launch.terminal, standard);
  ::syscall(SYS_close_range, 3u, ~0u, 0u);  // Older kernels: ours are closed by exec.
  enter_directory(launch);
  reset_signals();
  set_file_limit(launch.file_limit);
  int error = ENOENT;
  for (char* const* file = launch.files; *file != nullptr; ++file) {
    ::execve(*file, launch.arguments, launch.environment);
    // What is there but cannot be run says more than what is not there.
    if (errno != ENOENT && errno != ENOTDIR) error = errno;
  }
  launch.error = error;
  ::_exit(kExecFailed);
}

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"
pid_t start(Launch& launch) {
  sigset_t all;
  sigset_t before;
  ::sigfillset(&all);
  // Our handlers must not run in the child, whose memory is ours.
  ::sigprocmask(SIG_BLOCK, &all, &before);
  // posix_spawn cannot make a terminal the controlling one.
  const pid_t process = ::vfork();  // NOLINT(bugprone-unsafe-functions)
  if (process == 0) become_program(launch);
  const int error = errno;
  ::sigprocmask(SIG_SETMASK, &before, nullptr);
  errno = error;
  return process;
}
#pragma GCC diagnostic pop

}  // namespace

std::uint64_t raise_file_limit() {
  rlimit files{};
  if (::getrlimit(RLIMIT_NOFILE, &files) != 0) return 0;
  const std::uint64_t before = files.rlim_cur;
  files.rlim_cur = files.rlim_max;
  ::setrlimit(RLIMIT_NOFILE, &files);
  return before;
}

void resize_pty(int terminal, const PtySize& size) {
  const winsize window = winsize_of(size);
  ::ioctl(terminal, TIOCSWINSZ, &window);
}

Result<Spawned> spawn_in_pty(const SpawnRequest& request) {
  Pair pair = TRY(open_pair(request.size));
  std::vector<std::string> arguments = request.arguments;
  if (!request.login_name.empty()) arguments.front() = request.login_name;
  const std::vector<std::string> files = candidates(request);
  const std::string home(value_in(request.environment, "HOME"));
  const std::vector<char*> file_pointers = pointers_to(files);
  const std::vector<char*> argument_pointers = pointers_to(arguments);
  const std::vector<char*> environment_pointers = pointers_to(request.environment);

  Launch launch;
  launch.terminal = pair.user.number();
  launch.cwd = request.cwd.c_str();
  launch.home = home.c_str();
  launch.files = file_pointers.data();
  launch.arguments = argument_pointers.data();
  launch.environment = environment_pointers.data();
  launch.file_limit = request.file_limit;
  const pid_t process = start(launch);
  if (process < 0) {
    const int error = errno;
    return common::fail("cannot start a process: " + common::os_error_text(error), error);
  }
  if (launch.error != 0) {
    ::waitpid(process, nullptr, 0);
    const int error = launch.error;
    return common::fail(
        fmt::format("cannot run {}: {}", request.arguments.front(), common::os_error_text(error)),
        error);
  }
  return Spawned{.process = process, .terminal = std::move(pair.controller)};
}

}  // namespace mux::platform
