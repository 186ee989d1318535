#include "common/decode/process_source.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <cerrno>
#include <cstdio>
#include <string>
#include <string_view>

#include <doctest/doctest.h>

namespace common::decode {
namespace {

// A shell script in the temporary folder, gone with the object.
class Script {
 public:
  explicit Script(std::string_view body) {
    const int fd = ::mkstemp(path_);
    const std::string text = "#!/bin/sh\n" + std::string(body) + "\n";
    REQUIRE(::write(fd, text.data(), text.size()) == static_cast<ssize_t>(text.size()));
    ::fchmod(fd, 0700);
    ::close(fd);
  }
  Script(const Script&) = delete;
  Script& operator=(const Script&) = delete;
  ~Script() { ::unlink(path_); }

  std::string path() const { return path_; }
  int open() const { return ::open(path_, O_RDONLY | O_CLOEXEC); }

 private:
  char path_[32] = "/tmp/keel-script-XXXXXX";
};

struct Outcome {
  std::string text;
  std::string problem;
};

Outcome run(const Script& script, std::size_t limit = 1 << 20) {
  Outcome outcome;
  auto source = process_source(script.path(), script.path(), script.open());
  REQUIRE(source.has_value());
  char buffer[4096];
  while (outcome.text.size() < limit) {
    const Result<std::size_t> got = (*source)->read(buffer, sizeof buffer);
    if (!got) outcome.problem = got.error().message;
    if (!got || *got == 0) break;
    outcome.text.append(buffer, *got);
  }
  if (const Result<void> finished = (*source)->finish(); !finished) {
    outcome.problem += finished.error().message;
  }
  return outcome;
}

TEST_CASE("the end can be read again") {
  const Script script("printf ab");
  auto source = process_source(script.path(), script.path(), script.open());
  REQUIRE(source.has_value());
  char buffer[16];
  CHECK((*source)->read(buffer, sizeof buffer) == 2);
  CHECK((*source)->read(buffer, sizeof buffer) == 0);
  CHECK((*source)->read(buffer, sizeof buffer) == 0);
  CHECK((*source)->finish().has_value());
}

TEST_CASE("the program gets the path as argument and the file as standard input") {
  const Script script("echo \"$1\"; tail -n 1");
  const Outcome outcome = run(script);
  CHECK(outcome.text == script.path() + "\necho \"$1\"; tail -n 1\n");
  CHECK(outcome.problem.empty());
}

TEST_CASE("a non-zero exit is a failure that quotes stderr") {
  const Script script("echo fox; echo '  oops ' >&2; exit 3");
  const Outcome outcome = run(script);
  CHECK(outcome.text == "fox\n");
  CHECK(outcome.problem.find("\noops\n") != std::string::npos);
  CHECK(outcome.problem.find(script.path()) != std::string::npos);
}

TEST_CASE("a failure without words is one all the same") {
  CHECK(run(Script("exit 1")).problem.ends_with("it wrote nothing to its standard error"));
  CHECK_FALSE(run(Script("kill -9 $$")).problem.empty());
}

TEST_CASE("stderr alone is no failure, however much there is") {
  const Outcome outcome = run(Script("head -c 300000 /dev/zero >&2; echo fox"));
  CHECK(outcome.text == "fox\n");
  CHECK(outcome.problem.empty());
}

TEST_CASE("to stop reading early is no failure of the program unless it complained") {
  CHECK(run(Script("exec yes fox"), 1).problem.empty());
  CHECK(run(Script("echo oops >&2; exec yes fox"), 1).problem.find("oops") != std::string::npos);
}

TEST_CASE("an empty path is no argument") {
  const Script script("echo $#");
  auto source = process_source(script.path(), "", script.open());
  REQUIRE(source.has_value());
  char buffer[8];
  CHECK((*source)->read(buffer, sizeof buffer).value() == 2);
  CHECK(buffer[0] == '0');
}

TEST_CASE("a program that cannot be started is a failure") {
  auto source = process_source("/nonexistent/program", "file", ::open("/dev/null", O_RDONLY));
  REQUIRE_FALSE(source.has_value());
  CHECK(source.error().os_error == ENOENT);
  CHECK(source.error().message.find("could not start: No such file") != std::string::npos);
}

}  // namespace
}  // namespace common::decode
