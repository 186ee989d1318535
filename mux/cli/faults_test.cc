// What goes wrong around a session: files, sockets, signals, terminals.
#include <sys/resource.h>
#include <sys/socket.h>

#include <fstream>

#include "mux/cli/outside_test_support.h"
#include "mux/client/attach.h"
#include "mux/client/receiver.h"
#include "mux/platform/socket.h"

namespace mux::cli {
namespace {

constexpr const char* kQuit = "\x11";  // Ctrl q

void write_file(const std::string& path, std::string_view text) {
  std::filesystem::create_directories(std::filesystem::path(path).parent_path());
  std::ofstream(path) << text;
}

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

// Of the session "s" of the world.
std::string socket_in(const World& world) {
  for (const auto& entry : std::filesystem::recursive_directory_iterator(world.folder())) {
    if (entry.is_socket()) return entry.path().string();
  }
  return {};
}

// Of the server: the parent of the shell.
pid_t server_of(Outside& outside) {
  outside.type("echo server:$PPID.\r");
  int number = 0;
  REQUIRE(outside.becomes([&] {
    const std::string screen = outside.screen();
    for (std::size_t at = 0; (at = screen.find("server:", at)) != std::string::npos; ++at) {
      number = std::atoi(screen.c_str() + at + 7);
      if (number > 0 && screen.find('.', at) != std::string::npos) return true;
    }
    return false;
  }));
  return number;
}

bool answers_with(Outside& outside, const std::string& word) {
  outside.type("echo " + word + "$((1 + 1))\r");
  return outside.shows(word + "2");
}

TEST_CASE("a configuration that cannot be read is named, and the session does without") {
  const World world;
  write_file(world.folder() + "/bad.kdl", "keybinds {\n  normal {\n");
  const std::string paths[] = {world.folder() + "/bad.kdl", world.folder()};
  for (const std::string& path : paths) {
    CAPTURE(path);
    Outside outside(world, {"--config", path.c_str(), "-s", "s"}, {.columns = 250, .rows = 24});
    CHECK(outside.shows(path));
    CHECK(outside.shows("setup --check"));
    CHECK(answers_with(outside, "still"));
    outside.type(kQuit);
    CHECK(outside.exit_code() == 0);
  }
}

TEST_CASE("a configuration that is not there is refused") {
  const World world;
  const std::string path = world.folder() + "/none.kdl";
  Outside outside(world, {"--config", path.c_str(), "-s", "s"}, {.columns = 200, .rows = 24});
  CHECK(outside.exit_code() == 2);
  CHECK(has(outside.screen(), "none.kdl: No such file"));
  CHECK(outside.is_cooked());
}

TEST_CASE("a layout that cannot be read is refused with its place") {
  const World world;
  write_file(world.folder() + "/bad_layout.kdl", "layout {\n  pan\n}\n");
  const auto refusal = [&](const char* layout) {
    Outside outside(world, {"--layout", layout, "-s", "s"}, {.columns = 200, .rows = 24});
    CHECK(outside.exit_code() == 2);
    CHECK(outside.is_cooked());
    return outside.screen();
  };
  const std::string layout = world.folder() + "/bad_layout.kdl";
  CHECK(has(refusal(layout.c_str()), "did you mean `pane`?"));
  CHECK(has(refusal("nowhere"), "no layout nowhere"));
  CHECK(world.run_quietly({"ls"}).exit_code == 1);
}

TEST_CASE("a shell that is missing is said to be, and the session stays") {
  const World world;
  Outside outside(world, {"-s", "s"}, {.columns = 80, .rows = 24},
                  [] { ::setenv("SHELL", "/no/such/shell", 1); });
  CHECK(outside.shows("cannot run /no/such/shell"));
  CHECK(world.run_quietly({"ls", "-s"}).output == "s\n");
  CHECK(world.run_quietly({"action", "new-pane", "-d", "right", "--", "cat"}).exit_code == 0);
  outside.type("meow");
  CHECK(outside.shows("meow"));
  outside.type(kQuit);
  CHECK(outside.exit_code() == 0);
}

TEST_CASE("another version of the protocol is refused with a sentence") {
  const World world;
  Outside outside(world, {"-s", "s"});
  REQUIRE(outside.shows("ready>"));
  const auto connection = platform::connect_to(socket_in(world));
  REQUIRE(connection.has_value());
  std::string hello = protocol::encode(protocol::Hello{.program_version = "0"});
  constexpr std::size_t kVersionAt = 6;
  hello[kVersionAt] = static_cast<char>(protocol::kVersion + 1);
  REQUIRE(platform::send_all(connection->number(), hello).has_value());
  client::Receiver receiver(connection->number());
  const auto answer = receiver.next();
  REQUIRE_FALSE(answer.has_value());
  CHECK(has(answer.error().message, "version"));

  // Nonsense harms nobody either.
  const auto other = platform::connect_to(socket_in(world));
  REQUIRE(other.has_value());
  REQUIRE(platform::send_all(other->number(), std::string(5000, '\xFF')).has_value());
  CHECK(answers_with(outside, "still"));
}

TEST_CASE("a folder of sockets that is another user's, or open to others, is refused") {
  const World world;
  const std::string folder = world.folder() + "/kmux";
  std::filesystem::create_directory(folder);
  std::filesystem::permissions(folder, std::filesystem::perms::all);
  const World::Finished open = world.run_quietly({"attach", "-b", "s"});
  CHECK(open.exit_code == 2);
  CHECK(has(open.output, "can be entered by others"));
  std::filesystem::permissions(folder, std::filesystem::perms::owner_all);
  if (::geteuid() != 0) return;  // Only root gives folders away.
  REQUIRE(::chown(folder.c_str(), 12345, 12345) == 0);
  const World::Finished foreign = world.run_quietly({"attach", "-b", "s"});
  CHECK(foreign.exit_code == 2);
  CHECK(has(foreign.output, "belongs to another user"));
  REQUIRE(::chown(folder.c_str(), 0, 0) == 0);
}

TEST_CASE("a disk that is full fails what wants to write, not the session") {
  const World world;
  Outside outside(world, {"-s", "s"}, {.columns = 80, .rows = 24}, [] {
    // As if there was room for two blocks more.
    constexpr rlimit kSmall{.rlim_cur = 8192, .rlim_max = 8192};
    ::setrlimit(RLIMIT_FSIZE, &kSmall);
  });
  REQUIRE(outside.shows("ready>"));
  outside.type("seq 1 5000\r");
  REQUIRE(outside.shows("\n5000"));
  const std::string path = world.folder() + "/dump.txt";
  const World::Finished dumped =
      world.run_quietly({"action", "dump-screen", "--full", "--path", path.c_str()});
  CHECK(dumped.exit_code == 2);
  CHECK(has(dumped.output, "File too large"));
  CHECK_FALSE(std::filesystem::exists(path));
  CHECK(world.run_quietly({"action", "edit-scrollback"}).exit_code == 2);
  CHECK(world.temporary_files().empty());
  CHECK(answers_with(outside, "still"));
}

TEST_CASE("a session on a disk that is full says so once, and is kept again when there is room") {
  const World world;
  Outside outside(world, {"-s", "s", "options", "--serialize-pane-viewport", "true"},
                  {.columns = 150, .rows = 24}, [] {
                    constexpr rlimit kSmall{.rlim_cur = 8192, .rlim_max = RLIM_INFINITY};
                    ::setrlimit(RLIMIT_FSIZE, &kSmall);
                  });
  REQUIRE(outside.shows("ready>"));
  outside.type("seq 1 5000\r");
  REQUIRE(outside.shows("cannot be written to disk"));
  CHECK(answers_with(outside, "still"));

  const pid_t server = world.server("s");
  constexpr rlimit kLarge{.rlim_cur = RLIM_INFINITY, .rlim_max = RLIM_INFINITY};
  REQUIRE(::prlimit(server, RLIMIT_FSIZE, &kLarge, nullptr) == 0);
  CHECK(answers_with(outside, "again"));
  REQUIRE(outside.stops_showing("cannot be written to disk"));
  ::kill(server, SIGKILL);
  CHECK(outside.exit_code() == 2);
  Outside back(world, {"attach", "s"});
  CHECK(back.shows("again2"));
}

TEST_CASE("a text that is longer than any message is printed as a whole") {
  const World world;
  Outside outside(world, {"-s", "s", "options", "--scroll-buffer-size", "100000"},
                  {.columns = 100, .rows = 24});
  REQUIRE(outside.shows("ready>"));
  std::string line(89, 'x');
  outside.type("yes " + line + " | head -n 60000; echo do''ne\r");
  REQUIRE(outside.shows("\ndone"));
  const World::Finished dumped = world.run_quietly({"action", "dump-screen", "--full"});
  CHECK(dumped.exit_code == 0);
  CHECK(dumped.output.size() > 60'000 * (line.size() + 1));
  CHECK(dumped.output.size() < 60'000 * (line.size() + 1) + 1000);
  CHECK(has(dumped.output, line + "\ndone\n"));
  const World::Finished full = world.run_quietly({"action", "dump-screen", "--full"}, "/dev/full");
  CHECK(full.exit_code == 2);
  CHECK(has(full.output, "standard output: No space left on device"));
  CHECK(answers_with(outside, "still"));
}

TEST_CASE("output that cannot be written is not taken for done") {
  const World world;
  Outside outside(world, {"-s", "s"}, {.columns = 100, .rows = 24});
  REQUIRE(outside.shows("ready>"));
  for (const char* const action : {"dump-screen", "dump-layout"}) {
    const World::Finished finished = world.run_quietly({"action", action}, "/dev/full");
    CHECK(finished.exit_code == 2);
    CHECK(has(finished.output, "standard output: No space left on device"));
  }
}

TEST_CASE("what an action prints may be longer than a message can be") {
  const World world;
  Outside outside(world, {"-s", "s", "options", "--scroll-buffer-size", "100000"},
                  {.columns = 100, .rows = 24});
  REQUIRE(outside.shows("ready>"));
  outside.type("seq -f %090.0f 60000\r");
  REQUIRE(outside.shows("0060000\n"));
  const World::Finished finished = world.run_quietly({"action", "dump-screen", "--full"});
  CHECK(finished.exit_code == 0);
  CHECK(finished.output.size() > protocol::kMostBytes);
  CHECK(has(finished.output, "00001\n"));
  CHECK(has(finished.output, "0060000\n"));
}

TEST_CASE("a server that is told to end, or is killed, leaves terminals as they were") {
  for (const int signal : {SIGTERM, SIGKILL}) {
    for (const bool passes_terminal : {true, false}) {
      CAPTURE(signal);
      CAPTURE(passes_terminal);
      const World world;
      std::vector<const char*> arguments = {"-s", "s"};
      if (!passes_terminal) arguments.push_back("--no-fd-passing");
      Outside outside(world, arguments);
      REQUIRE(outside.shows("ready>"));
      const pid_t server = server_of(outside);
      CHECK_FALSE(outside.is_cooked());
      ::kill(server, signal);
      const int code = outside.exit_code();
      CHECK(code == (signal == SIGTERM ? 0 : 2));
      CHECK(outside.is_cooked());
      CHECK_FALSE(outside.terminal().is_alternate_shown());
      CHECK_FALSE(outside.terminal().mode(term::Mode::BracketedPaste));
      CHECK_FALSE(outside.terminal().mode(term::Mode::MouseDrags));
      CAPTURE(outside.screen());
      CHECK(has(outside.screen(),
                signal == SIGTERM ? "The session was killed." : "the server has gone"));
    }
  }
}

TEST_CASE("signals that terminals send do not end a server") {
  const World world;
  Outside outside(world, {"-s", "s"});
  REQUIRE(outside.shows("ready>"));
  const pid_t server = server_of(outside);
  for (const int signal : {SIGHUP, SIGPIPE, SIGWINCH, SIGXFSZ, SIGINT, SIGQUIT, SIGTSTP, SIGTTIN,
                           SIGTTOU, SIGALRM, SIGUSR1, SIGUSR2}) {
    ::kill(server, signal);
  }
  CHECK(answers_with(outside, "still"));
  // Its programs are not deaf to them.
  outside.type("sh -c 'kill -USR2 $$'; echo code$?\r");
  CHECK(outside.shows("code140"));
}

TEST_CASE("a client is told to end in many ways; the session goes on") {
  const World world;
  Outside keeper(world, {"-s", "s"});
  REQUIRE(keeper.shows("ready>"));
  for (const int signal : {SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGKILL}) {
    CAPTURE(signal);
    Outside outside(world, {"attach", "s"});
    REQUIRE(outside.shows("ready>"));
    ::kill(outside.process(), signal);
    const int code = outside.exit_code();
    if (signal == SIGKILL) continue;
    CHECK(code == 0);
    CHECK(outside.is_cooked());
    CHECK_FALSE(outside.terminal().is_alternate_shown());
  }
  CHECK(answers_with(keeper, "still"));
}

TEST_CASE("many resizes end at the last size") {
  const World world;
  Outside outside(world, {"-s", "s"});
  REQUIRE(outside.shows("ready>"));
  for (std::uint16_t i = 0; i < 300; ++i) {
    const auto columns = static_cast<std::uint16_t>(20 + i % 97);
    outside.resize({.columns = columns, .rows = static_cast<std::uint16_t>(5 + i % 31)});
    if (i % 10 == 0) ::kill(outside.process(), SIGWINCH);
  }
  outside.resize({.columns = 90, .rows = 20});
  REQUIRE(outside.becomes([&] { return has(outside.line(19), "LOCK"); }));
  outside.type("stty size\r");
  CHECK(outside.shows("\n18 90"));
}

TEST_CASE("terminals of no size, of one cell, and of a thousand columns") {
  const World world;
  Outside outside(world, {"-s", "s"});
  REQUIRE(outside.shows("ready>"));
  outside.claim_size(0, 0);
  CHECK(answers_with(outside, "zero"));
  outside.resize({.columns = 1, .rows = 1});
  REQUIRE(outside.becomes([&] { return world.run_quietly({"ls"}).exit_code == 0; }));
  outside.resize({.columns = 1000, .rows = 60});
  REQUIRE(outside.becomes([&] { return has(outside.line(59), "LOCK"); }));
  outside.type("stty size\r");
  CHECK(outside.shows("\n58 1000"));

  Outside tiny(world, {"attach", "s"}, {.columns = 1, .rows = 1});
  tiny.type("\x0f");  // Ctrl o
  tiny.type("d");
  CHECK(tiny.exit_code() == 0);
}

TEST_CASE("a terminal that nobody reads keeps no other one waiting") {
  const World world;
  Outside stopped(world, {"-s", "s"});
  REQUIRE(stopped.shows("ready>"));
  Outside other(world, {"attach", "s"});
  REQUIRE(other.shows("ready>"));
  // From here on nothing is read from the first one.
  other.type("seq 1 200000\r");
  REQUIRE(other.shows("\n200000"));
  CHECK(answers_with(other, "still"));
  CHECK(answers_with(stopped, "again"));
}

TEST_CASE("a program that does not read what it is sent keeps no other one waiting") {
  const World world;
  Outside outside(world, {"-s", "s"}, {.columns = 100, .rows = 24});
  REQUIRE(outside.shows("ready>"));
  outside.type("stty raw -echo; echo deaf; exec sleep 1000\r");
  REQUIRE(outside.shows("\ndeaf"));
  const std::string much(100'000, 'x');
  for (int i = 0; i < 30; ++i) outside.type(much);
  outside.type("\x10");  // Ctrl p; comes after all of that.
  REQUIRE(outside.shows("PANE"));
  outside.type("r");
  REQUIRE(outside.shows("Pane #2"));
  CHECK(answers_with(outside, "still"));
}

}  // namespace
}  // namespace mux::cli
