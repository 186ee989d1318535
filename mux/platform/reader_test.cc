#include "mux/platform/reader.h"

#include <doctest/doctest.h>
#include <sys/wait.h>

#include <csignal>
#include <fstream>
#include <iterator>

namespace mux::platform {
namespace {

int exit_code_of(pid_t process) {
  int status = 0;
  ::waitpid(process, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

TEST_CASE("a command reads what it is given") {
  char path[] = "/tmp/keel-reader-XXXXXX";
  const Descriptor file(::mkstemp(path));
  REQUIRE(file.is_open());
  auto reader =
      spawn_reader("cat > \"$TARGET\"", {"PATH=/usr/bin:/bin", std::string("TARGET=") + path});
  REQUIRE(reader.has_value());
  CHECK(::write(reader->input.number(), "text", 4) == 4);
  reader->input.reset();
  CHECK(exit_code_of(reader->process) == 0);
  std::ifstream stream(path);
  CHECK(std::string(std::istreambuf_iterator<char>(stream), {}) == "text");
  ::unlink(path);
}

TEST_CASE("a command that is none fails as shells say it") {
  const auto reader = spawn_reader("no-such-command-here", {"PATH=/usr/bin:/bin"});
  REQUIRE(reader.has_value());
  CHECK(exit_code_of(reader->process) == 127);
}

}  // namespace
}  // namespace mux::platform
