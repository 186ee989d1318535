// A session from outside: started, used, left, returned to, ended.
#include <fcntl.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <termios.h>

#include "mux/cli/outside_test_support.h"

namespace mux::cli {
namespace {

TEST_CASE("a session shows its shell, echoes keys, and ends with it") {
  const World world;
  Outside outside(world, {"--session", "one"});
  REQUIRE(outside.shows("ready>"));
  CHECK(outside.shows("kmux (one)"));
  outside.type("echo $((40 + 2))\r");
  CHECK(outside.shows("\n42"));
  outside.type("exit\r");
  CHECK(outside.exit_code() == 0);
  CHECK_FALSE(outside.terminal().is_alternate_shown());
  CHECK(outside.screen().find("The session is over.") != std::string::npos);
}

TEST_CASE("detaching leaves the session as it is, attaching shows it again") {
  for (const bool passes_terminal : {true, false}) {
    CAPTURE(passes_terminal);
    const World world;
    std::vector<const char*> arguments = {"attach", "-c", "work"};
    if (!passes_terminal) arguments.push_back("--no-fd-passing");
    Outside first(world, arguments);
    REQUIRE(first.shows("ready>"));
    first.type("echo $((6 * 7))\r");
    REQUIRE(first.shows("\n42"));
    first.type("\x0f");  // Ctrl o: the mode of sessions.
    REQUIRE(first.shows("SESSION"));
    first.type("d");
    CHECK(first.exit_code() == 0);
    CHECK_FALSE(first.terminal().is_alternate_shown());
    CHECK(world.run_quietly({"ls", "-s"}).output == "work\n");

    Outside second(world, arguments, {.columns = 60, .rows = 15});
    CHECK(second.shows("\n42"));
    second.type("\x11");  // Ctrl q
    CHECK(second.exit_code() == 0);
    CHECK(world.run_quietly({"ls"}).exit_code == 1);
  }
}

TEST_CASE("a terminal that hangs up, or a client that is killed, ends no session") {
  const World world;
  {
    Outside outside(world, {"-s", "s"});
    REQUIRE(outside.shows("ready>"));
    outside.type("echo $((6 * 7))\r");
    REQUIRE(outside.shows("\n42"));
    outside.close();
    CHECK(outside.exit_code() >= 0);
  }
  {
    Outside outside(world, {"attach"});
    CHECK(outside.shows("\n42"));
    ::kill(outside.process(), SIGKILL);
  }
  Outside outside(world, {"attach"});
  CHECK(outside.shows("\n42"));
}

TEST_CASE("a client that is told to end puts its terminal right") {
  const World world;
  Outside outside(world, {"-s", "s"});
  REQUIRE(outside.shows("ready>"));
  ::kill(outside.process(), SIGTERM);
  CHECK(outside.exit_code() == 0);
  CHECK_FALSE(outside.terminal().is_alternate_shown());
  CHECK_FALSE(outside.terminal().mode(term::Mode::BracketedPaste));
  CHECK_FALSE(outside.terminal().mode(term::Mode::MouseDrags));
}

TEST_CASE("two clients see one session, the smaller one decides on the size") {
  const World world;
  Outside large(world, {"-s", "both"});
  REQUIRE(large.shows("ready>"));
  Outside small(world, {"attach", "both"}, {.columns = 40, .rows = 12});
  REQUIRE(small.shows("ready>"));
  large.type("stty size\r");
  CHECK(small.shows("\n10 40"));
  CHECK(large.shows("\n10 40"));
}

TEST_CASE("a resized terminal resizes what runs in it") {
  const World world;
  Outside outside(world, {"-s", "s"});
  REQUIRE(outside.shows("ready>"));
  static_cast<void>(outside.becomes([] { return true; }));
  outside.resize({.columns = 100, .rows = 30});
  REQUIRE(outside.becomes([&] { return outside.line(29).find("LOCK") != std::string::npos; }));
  outside.type("stty size\r");
  CHECK(outside.shows("\n28 100"));
}

TEST_CASE("a picture that its program does not finish is shown after a while") {
  const World world;
  Outside outside(world, {"-s", "s"});
  REQUIRE(outside.shows("ready>"));
  outside.type("printf '\\033[?2026hha''lf'; read x; printf 'who''le\\033[?2026l'\r");
  REQUIRE(outside.shows("\nhalf"));
  outside.type("\r");
  CHECK(outside.shows("\nwhole"));
}

TEST_CASE("a client goes to another session, which is made if need be, and back to a tab") {
  const World world;
  Outside outside(world, {"-s", "first"}, {.columns = 120, .rows = 24});
  REQUIRE(outside.shows("ready>"));
  REQUIRE(world.run_quietly({"action", "new-tab", "--no-focus", "-n", "logs"}).exit_code == 0);
  REQUIRE(world.run_quietly({"action", "switch-session", "second", "--cwd", "/usr"}).exit_code ==
          0);
  REQUIRE(outside.shows("kmux (second)"));
  REQUIRE(outside.shows("ready>"));
  outside.type("pwd\r");
  CHECK(outside.shows("\n/usr"));
  REQUIRE(
      world
          .run_quietly({"-s", "second", "action", "switch-session", "first", "--tab-position", "1"})
          .exit_code == 0);
  REQUIRE(outside.shows("kmux (first)"));
  CHECK(outside.becomes([&] {
    return world.run_quietly({"-s", "first", "action", "current-tab-info"}).output.find("logs") !=
           std::string::npos;
  }));
}

void inside_of_first() {
  ::setenv("KMUX", "1", 1);
  ::setenv("KMUX_SESSION_NAME", "first", 1);
}

TEST_CASE("a session can be shown in a pane of another one, but not in its own") {
  const World world;
  Outside outside(world, {"-s", "first"});
  REQUIRE(outside.shows("ready>"));
  REQUIRE(world.run_quietly({"attach", "-b", "second"}).exit_code == 0);
  Outside own(world, {"attach", "first"}, {}, inside_of_first);
  CHECK(own.exit_code() == 1);
  CHECK(own.screen().find("this is a pane of session first already") != std::string::npos);
  Outside other(world, {"attach", "second"}, {}, inside_of_first);
  CHECK(other.shows("kmux (second)"));
  Outside fresh(world, {"-n", "compact", "-s", "third"}, {}, inside_of_first);
  CHECK(fresh.shows("kmux (third)"));
}

TEST_CASE("the beginning of a name is enough if no other one begins so") {
  const World world;
  for (const char* name : {"work-a", "work-b", "play"}) {
    REQUIRE(world.run_quietly({"attach", "-b", name}).exit_code == 0);
  }
  Outside played(world, {"attach", "pl"});
  CHECK(played.shows("kmux (play)"));
  Outside unclear(world, {"attach", "work"});
  CHECK(unclear.exit_code() == 1);
  CHECK(unclear.screen().find("several sessions begin with work: work-a work-b") !=
        std::string::npos);
  Outside none(world, {"watch", "sleep"});
  CHECK(none.exit_code() == 1);
  Outside created(world, {"attach", "-c", "wor"});
  CHECK(created.shows("kmux (wor)"));
}

TEST_CASE("sessions are listed by age, and counted so") {
  const World world;
  std::time_t hour = 1;
  for (const char* name : {"c", "a", "b"}) {
    REQUIRE(world.run_quietly({"attach", "-b", name}).exit_code == 0);
    // Not when they were made: clocks are set back now and then.
    const timespec made{.tv_sec = hour * 3600, .tv_nsec = 0};
    const timespec times[] = {made, made};
    ::utimensat(AT_FDCWD, world.socket_of(name).c_str(), times, 0);
    ++hour;
  }
  CHECK(world.run_quietly({"ls", "-s"}).output == "c\na\nb\n");
  CHECK(world.run_quietly({"ls", "-s", "-r"}).output == "b\na\nc\n");
  Outside second(world, {"attach", "--index", "1"});
  CHECK(second.shows("kmux (a)"));
  Outside beyond(world, {"attach", "--index", "3"});
  CHECK(beyond.exit_code() == 1);
  CHECK(beyond.screen().find("there is no session at 3; these are running: 0: c 1: a 2: b") !=
        std::string::npos);
}

TEST_CASE("nothing is ended that was not named") {
  const World world;
  REQUIRE(world.run_quietly({"attach", "-b", "only"}).exit_code == 0);
  CHECK(world.run_quietly({"kill-session"}).exit_code == 1);
  CHECK(world.run_quietly({"delete-session", "--force"}).exit_code == 1);
  CHECK(world.run_quietly({"ls", "-s"}).output == "only\n");
}

TEST_CASE("the name of a session that runs is refused, and that of none too") {
  const World world;
  Outside outside(world, {"-s", "taken"});
  REQUIRE(outside.shows("ready>"));
  Outside second(world, {"-s", "taken"});
  CHECK(second.exit_code() == 1);
  CHECK(second.screen().find("there is already a session taken") != std::string::npos);
  const World::Finished killed = world.run_quietly({"kill-session", "other"});
  CHECK(killed.exit_code == 1);
  CHECK(killed.output == "kmux: there is no session other; these are running: taken\n");
  CHECK(world.run_quietly({"kill-session", "taken"}).exit_code == 0);
  CHECK(outside.exit_code() == 0);
  CHECK(world.run_quietly({"list-sessions", "--json"}).output == "[]\n");
}

}  // namespace
}  // namespace mux::cli
