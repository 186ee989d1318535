#include "lint/cli/watch.h"

#include <doctest/doctest.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "lint/cli/options.h"
#include "lint/cli/run_commands.h"

namespace lint::cli {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

constexpr auto kDeadline = std::chrono::seconds(20);

// `klint check --watch` in a process of its own, in a fresh directory.
class Watcher {
 public:
  Watcher() {
    std::string name = (fs::temp_directory_path() / "watch-XXXXXX").string();
    REQUIRE(::mkdtemp(name.data()) != nullptr);
    folder_ = name;
    write("a.py", "import os\n");
    int ends[2];
    REQUIRE(::pipe(ends) == 0);
    child_ = ::fork();
    if (child_ == 0) {
      ::dup2(ends[1], STDOUT_FILENO);
      Options options;
      options.isolated = true;
      options.no_cache = true;
      options.watch = true;
      options.select = std::vector<std::string>{"F401"};
      options.output_format = "concise";
      ::_exit(::chdir(folder_.c_str()) == 0 ? run_check(options) : 1);
    }
    ::close(ends[1]);
    output_ = ends[0];
  }
  ~Watcher() {
    ::kill(child_, SIGKILL);
    ::waitpid(child_, nullptr, 0);
    ::close(output_);
    fs::remove_all(folder_);
  }
  Watcher(const Watcher&) = delete;
  Watcher& operator=(const Watcher&) = delete;

  void write(const std::string& name, const std::string& text) const {
    std::ofstream(folder_ / name) << text;
  }

  // Reads on until `wanted` has been printed; false if that takes too long.
  bool prints(const std::string& wanted) {
    const Clock::time_point end = Clock::now() + kDeadline;
    for (;;) {
      if (const std::size_t at = printed_.find(wanted); at != std::string::npos) {
        printed_.erase(0, at + wanted.size());
        return true;
      }
      const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - Clock::now());
      struct pollfd wait = {output_, POLLIN, 0};
      if (left.count() <= 0 || ::poll(&wait, 1, static_cast<int>(left.count())) <= 0) return false;
      char buffer[4096];
      const ssize_t size = ::read(output_, buffer, sizeof buffer);
      if (size <= 0) return false;
      printed_.append(buffer, static_cast<std::size_t>(size));
    }
  }

 private:
  fs::path folder_;
  pid_t child_ = -1;
  int output_ = -1;
  std::string printed_;
};

}  // namespace

TEST_CASE("watching checks again when a file changes") {
  Watcher watcher;
  CHECK(watcher.prints("Starting linter in watch mode...\n\n"));
  CHECK(watcher.prints("Found 1 error. Watching for file changes.\n\n"));
  CHECK(watcher.prints("a.py:1:8: F401"));
  watcher.write("a.py", "print(1)\n");
  CHECK(watcher.prints("File change detected...\n\n"));
  CHECK(watcher.prints("Found 0 errors. Watching for file changes.\n"));
}

TEST_CASE("news have the time in front") {
  const std::string text = timed("news");
  CHECK(text.starts_with("["));
  CHECK(text.ends_with("M] news\n"));
  CHECK(text.size() == std::string("[03:04:05 PM] news\n").size());
}

}  // namespace lint::cli
