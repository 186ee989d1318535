#include "mux/platform/shell_command.h"

#include <doctest/doctest.h>
#include <sys/wait.h>

#include <csignal>
#include <fstream>
#include <iterator>
#include <string_view>

namespace mux::platform {
namespace {

int exit_code_of(pid_t process) {
  int status = 0;
  ::waitpid(process, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

TEST_CASE("a command reads what it is given") {
  char path[] = "/tmp/keel-shell-XXXXXX";
  const Descriptor file(::mkstemp(path));
  REQUIRE(file.is_open());
  const std::string environment[] = {"PATH=/usr/bin:/bin", std::string("TARGET=") + path};
  auto command = spawn_shell("cat > \"$TARGET\"", environment, Piped::Input);
  REQUIRE(command.has_value());
  CHECK(::write(command->pipe.number(), "text", 4) == 4);
  command->pipe.reset();
  CHECK(exit_code_of(command->process) == 0);
  std::ifstream stream(path);
  CHECK(std::string(std::istreambuf_iterator<char>(stream), {}) == "text");
  ::unlink(path);
}

TEST_CASE("the output of a command is read to its end") {
  const std::string environment[] = {"PATH=/usr/bin:/bin", "NAME=a b"};
  const auto command =
      spawn_shell("cat; echo \"$NAME\"; echo lost >&2", environment, Piped::Output);
  REQUIRE(command.has_value());
  CHECK(exit_code_of(command->process) == 0);
  char text[16];
  REQUIRE(::read(command->pipe.number(), text, sizeof text) == 4);
  CHECK(std::string_view(text, 4) == "a b\n");
  CHECK(::read(command->pipe.number(), text, sizeof text) == 0);
}

TEST_CASE("a command that is none fails as shells say it") {
  const std::string environment[] = {"PATH=/usr/bin:/bin"};
  const auto command = spawn_shell("no-such-command-here", environment, Piped::Input);
  REQUIRE(command.has_value());
  CHECK(exit_code_of(command->process) == 127);
}

}  // namespace
}  // namespace mux::platform
