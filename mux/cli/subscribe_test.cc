// `kmux subscribe`: what panes show, read by processes that are no clients.
#include "mux/cli/outside_test_support.h"

namespace mux::cli {
namespace {

bool shell_says(Outside& outside, const std::string& word) {
  outside.type("echo " + word + "$((1 + 1))\r");
  return outside.shows(word + "2");
}

// The command with its output into a pipe.
class Piped {
 public:
  Piped(const World& world, const std::vector<const char*>& arguments) {
    std::array<int, 2> ends{};
    REQUIRE(::pipe2(ends.data(), O_CLOEXEC) == 0);
    std::fflush(nullptr);
    process_ = ::fork();
    if (process_ == 0) {
      world.enter();
      ::dup2(ends[1], STDOUT_FILENO);
      ::close(ends[0]);
      ::close(ends[1]);
      ::_exit(run(arguments));
    }
    ::close(ends[1]);
    output_ = platform::Descriptor(ends[0]);
  }
  Piped(const Piped&) = delete;
  Piped& operator=(const Piped&) = delete;
  ~Piped() {
    if (process_ <= 0) return;
    ::kill(process_, SIGKILL);
    ::waitpid(process_, nullptr, 0);
  }

  pid_t process() const { return process_; }
  const std::string& text() const { return text_; }
  bool prints(std::string_view part) {
    while (!contains(text_, part)) {
      if (!read()) return false;
    }
    return true;
  }
  int exit_code() {
    while (output_.is_open() && read()) {
    }
    int status = 0;
    ::waitpid(process_, &status, 0);
    process_ = 0;
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  }
  void close() { output_.reset(); }

 private:
  bool read() {
    constexpr int kMostMilliseconds = 60'000;
    pollfd ready{.fd = output_.number(), .events = POLLIN, .revents = 0};
    if (::poll(&ready, 1, kMostMilliseconds) <= 0) return false;
    std::array<char, 65536> buffer;
    const ssize_t size = ::read(output_.number(), buffer.data(), buffer.size());
    if (size > 0) text_.append(buffer.data(), static_cast<std::size_t>(size));
    return size > 0;
  }

  pid_t process_ = 0;
  platform::Descriptor output_;
  std::string text_;
};

TEST_CASE("subscribers are told what panes show until the panes close") {
  const World world;
  Outside outside(world, {"-s", "s"});
  REQUIRE(outside.shows("ready>"));
  REQUIRE(world.run_quietly({"action", "new-pane", "-d", "right"}).output == "terminal_1\n");
  Piped raw(world, {"subscribe", "-p", "terminal_1", "-s"});
  Piped json(world, {"-s", "s", "subscribe", "--pane-id", "0", "1", "--format", "json", "-s", "5"});
  REQUIRE(raw.prints("ready>"));
  REQUIRE(json.prints("\"pane_id\":\"terminal_1\""));
  CHECK(json.text().starts_with(R"({"event":"pane_update","is_initial":true,)"
                                R"("pane_id":"terminal_0","scrollback":[],"viewport":["ready>)"));
  REQUIRE(shell_says(outside, "seen"));
  CHECK(raw.prints("\nseen2\n"));
  CHECK(json.prints(R"("is_initial":false,"pane_id":"terminal_1","scrollback":null)"));
  CHECK(json.prints(R"(,"seen2",)"));

  CHECK(world.run_quietly({"action", "list-clients"}).output.find("\n2") == std::string::npos);
  REQUIRE(world.run_quietly({"action", "close-pane", "-p", "1"}).exit_code == 0);
  CHECK(raw.exit_code() == 0);
  CHECK(json.prints("{\"event\":\"pane_closed\",\"pane_id\":\"terminal_1\"}\n"));
  outside.type("\x11");  // Ctrl q
  CHECK(json.exit_code() == 0);
}

TEST_CASE("a subscriber that does not read keeps nobody waiting, and sees the last") {
  const World world;
  Outside outside(world, {"-s", "s"});
  REQUIRE(outside.shows("ready>"));
  Piped reader(world, {"subscribe", "-p", "0", "--ansi"});
  REQUIRE(reader.prints("ready>"));
  ::kill(reader.process(), SIGSTOP);
  outside.type("seq 1 200000\r");
  REQUIRE(outside.shows("\n200000"));
  CHECK(shell_says(outside, "still"));
  ::kill(reader.process(), SIGCONT);
  CHECK(reader.prints("\nstill2\n"));
}

TEST_CASE("a subscription ends when nobody reads it any more") {
  const World world;
  REQUIRE(world.run_quietly({"attach", "-b", "s"}).exit_code == 0);
  Piped reader(world, {"subscribe", "-p", "0"});
  REQUIRE(reader.prints("ready>"));
  reader.close();
  CHECK(reader.exit_code() == 0);
}

TEST_CASE("what cannot be subscribed to is named") {
  const World world;
  CHECK(world.run_quietly({"subscribe", "-p", "0"}).exit_code == 1);
  REQUIRE(world.run_quietly({"attach", "-b", "s"}).exit_code == 0);
  const auto refused = [&](const std::vector<const char*>& arguments, std::string_view why) {
    const World::Finished finished = world.run_quietly(arguments);
    CAPTURE(finished.output);
    CHECK(finished.exit_code == 2);
    CHECK(contains(finished.output, why));
  };
  refused({"subscribe"}, "which pane? --pane-id names it");
  refused({"subscribe", "-p", "9"}, "there is no pane terminal_9");
  refused({"subscribe", "-p", "0,1"}, "'0,1' is no pane");
  refused({"subscribe", "0"}, "panes are named by --pane-id");
  refused({"subscribe", "-p", "0", "-f", "xml"}, "expected raw or json");
  refused({"subscribe", "-p", "0", "-s", "x"}, "not a valid number");
  const World::Finished full = world.run_quietly({"subscribe", "-p", "0"}, "/dev/full");
  CHECK(full.exit_code == 2);
  CHECK(contains(full.output, "standard output: No space left on device"));
}

TEST_CASE("a server that dies is no good end of a subscription") {
  const World world;
  REQUIRE(world.run_quietly({"attach", "-b", "s"}).exit_code == 0);
  Piped reader(world, {"subscribe", "-p", "0"});
  REQUIRE(reader.prints("ready>"));
  ::kill(world.server("s"), SIGKILL);
  CHECK(reader.exit_code() == 2);
}

}  // namespace
}  // namespace mux::cli
