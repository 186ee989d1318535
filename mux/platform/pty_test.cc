#include "mux/platform/pty.h"

#include <doctest/doctest.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <string>

#include "mux/platform/process_info.h"
#include "mux/platform/terminal_guard.h"

namespace mux::platform {
namespace {

constexpr int kPatience = 20'000;  // Milliseconds.

// All that the program writes until its terminal closes.
std::string output_of(const Spawned& spawned) {
  std::string text;
  std::array<char, 4096> buffer;
  for (;;) {
    pollfd ready{.fd = spawned.terminal.number(), .events = POLLIN, .revents = 0};
    REQUIRE(::poll(&ready, 1, kPatience) == 1);
    const ssize_t size = ::read(spawned.terminal.number(), buffer.data(), buffer.size());
    if (size <= 0) break;
    text.append(buffer.data(), static_cast<std::size_t>(size));
  }
  ::waitpid(spawned.process, nullptr, 0);
  return text;
}

SpawnRequest script(const std::string& text) {
  return {.arguments = {"sh", "-c", text},
          .login_name = {},
          .cwd = "/usr",
          .environment = {"PATH=/usr/bin:/bin", "COLOR=red"},
          .size = {.columns = 33, .rows = 7}};
}

TEST_CASE("a program has the directory, environment and size that were asked for") {
  const auto spawned = spawn_in_pty(script("pwd; echo $COLOR; stty size; tty"));
  REQUIRE(spawned.has_value());
  CHECK(output_of(*spawned).starts_with("/usr\r\nred\r\n7 33\r\n/dev/pts/"));
}

TEST_CASE("a program has no descriptors but the terminal's, and signals as by default") {
  std::signal(SIGINT, SIG_IGN);
  const Descriptor leaked(::dup(STDERR_FILENO));
  const auto spawned = spawn_in_pty(script("ls /proc/$$/fd | tr '\\n' ' '; kill -INT $$; echo no"));
  std::signal(SIGINT, SIG_DFL);
  REQUIRE(spawned.has_value());
  // Shells keep copies of their own, from 10 on.
  const std::string text = output_of(*spawned);
  CHECK(text.starts_with("0 1 2 "));
  CHECK(text.find(' ' + std::to_string(leaked.number()) + ' ') == std::string::npos);
  CHECK(text.find("no") == std::string::npos);
}

TEST_CASE("a directory that is not there does not keep a program from running") {
  SpawnRequest request = script("pwd");
  request.cwd = "/not/there";
  request.environment.push_back("HOME=/tmp");
  const auto spawned = spawn_in_pty(request);
  REQUIRE(spawned.has_value());
  CHECK(output_of(*spawned) == "/tmp\r\n");
}

TEST_CASE("a program that cannot be run is an error that names it") {
  SpawnRequest request = script("");
  request.arguments = {"no-such-program"};
  CHECK(spawn_in_pty(request).error().message ==
        "cannot run no-such-program: No such file or directory (os error 2)");
  request.arguments = {"/etc/passwd"};
  CHECK(spawn_in_pty(request).error().message ==
        "cannot run /etc/passwd: Permission denied (os error 13)");
}

TEST_CASE("what runs in front of a terminal is found, and where") {
  const auto spawned = spawn_in_pty(script("cd /tmp; echo here; read line"));
  REQUIRE(spawned.has_value());
  pollfd ready{.fd = spawned->terminal.number(), .events = POLLIN, .revents = 0};
  REQUIRE(::poll(&ready, 1, kPatience) == 1);
  CHECK(foreground_process(spawned->terminal.number()) == spawned->process);
  CHECK(working_directory(spawned->process) == "/tmp");
  CHECK(command_of(spawned->process).front() == "sh");
  REQUIRE(::write(spawned->terminal.number(), "\n", 1) == 1);
  ::waitpid(spawned->process, nullptr, 0);
  CHECK(working_directory(spawned->process).empty());
}

TEST_CASE("a terminal is raw while it is guarded, and as before afterwards") {
  const auto spawned = spawn_in_pty(script("read line"));
  REQUIRE(spawned.has_value());
  const int terminal = spawned->terminal.number();
  termios before{};
  REQUIRE(::tcgetattr(terminal, &before) == 0);
  {
    const auto guard = TerminalGuard::enter(terminal);
    REQUIRE(guard.has_value());
    termios raw{};
    REQUIRE(::tcgetattr(terminal, &raw) == 0);
    CHECK((raw.c_lflag & (ECHO | ICANON | ISIG)) == 0);
    CHECK((raw.c_oflag & OPOST) == 0);
  }
  termios after{};
  REQUIRE(::tcgetattr(terminal, &after) == 0);
  CHECK(after.c_lflag == before.c_lflag);
  CHECK(after.c_oflag == before.c_oflag);
  ::kill(spawned->process, SIGKILL);
  ::waitpid(spawned->process, nullptr, 0);
}

}  // namespace
}  // namespace mux::platform
