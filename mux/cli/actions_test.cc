// Panes and tabs by keys and by `kmux action`, from outside.
#include "mux/cli/outside_test_support.h"

namespace mux::cli {
namespace {

constexpr const char* kFocusLeft = "\x1bh";  // Alt h
constexpr const char* kPaneMode = "\x10";    // Ctrl p
constexpr const char* kTabMode = "\x14";     // Ctrl t

// Has the shell that is focused print what no prompt or command line shows.
bool answers(Outside& outside, const std::string& marker) {
  outside.type("echo " + marker + "$((1 + 1))\r");
  return outside.shows(marker + "2");
}

TEST_CASE("keys open panes and tabs and move between them") {
  const World world;
  Outside outside(world, {"-s", "s"}, {.columns = 100, .rows = 24});
  REQUIRE(outside.shows("ready>"));
  REQUIRE(answers(outside, "first"));
  outside.type(kPaneMode);
  REQUIRE(outside.shows("PANE"));
  outside.type("r");
  REQUIRE(outside.becomes([&] {
    const std::string line = outside.line(2);
    return line.find("ready>", 40) != std::string::npos;
  }));
  REQUIRE(answers(outside, "second"));
  outside.type(kFocusLeft);
  outside.type("stty size\r");
  CHECK(outside.shows(" 49"));

  outside.type(kTabMode);
  REQUIRE(outside.shows("TAB"));
  outside.type("n");
  REQUIRE(outside.shows("Tab #2"));
  REQUIRE(outside.stops_showing("second2"));
  REQUIRE(answers(outside, "third"));
  outside.type("exit\r");
  REQUIRE(outside.stops_showing("Tab #2"));
  CHECK(outside.shows("second2"));
}

TEST_CASE("actions from a shell do what keys do, and print what they made") {
  const World world;
  Outside outside(world, {"-s", "s"}, {.columns = 100, .rows = 24});
  REQUIRE(outside.shows("ready>"));
  const World::Finished opened =
      world.run_quietly({"-s", "s", "action", "new-pane", "--direction", "down"});
  CHECK(opened.exit_code == 0);
  CHECK(opened.output.starts_with("terminal_"));
  CHECK(answers(outside, "below"));

  CHECK(world.run_quietly({"action", "new-tab", "--name", "logs"}).exit_code == 0);
  CHECK(outside.shows("logs"));
  CHECK(world.run_quietly({"action", "query-tab-names"}).output == "Tab #1\nlogs\n");
  CHECK(world.run_quietly({"action", "go-to-tab", "1"}).exit_code == 0);
  CHECK(outside.shows("below2"));

  const World::Finished ran =
      world.run_quietly({"run", "--block-until-exit", "--", "sh", "-c", "exit 7"});
  CHECK(ran.exit_code == 7);

  const World::Finished unknown = world.run_quietly({"action", "new-pan"});
  CHECK(unknown.exit_code == 2);
  CHECK(unknown.output.find("new-pane") != std::string::npos);
}

TEST_CASE("programs know their session and pane, so that actions without a name are about it") {
  const World world;
  Outside outside(world, {"-s", "mine"});
  REQUIRE(outside.shows("ready>"));
  outside.type("echo $KMUX_SESSION_NAME/$ZELLIJ_SESSION_NAME/$ZELLIJ_PANE_ID/$TERM.\r");
  CHECK(outside.shows("mine/mine/"));
  CHECK(outside.shows("/xterm-256color."));
}

TEST_CASE("a watcher sees the session and cannot type") {
  const World world;
  Outside outside(world, {"-s", "s"});
  REQUIRE(outside.shows("ready>"));
  Outside watcher(world, {"watch", "s"});
  REQUIRE(watcher.shows("ready>"));
  watcher.type("echo never$((1 + 1))\r");
  REQUIRE(answers(outside, "seen"));
  REQUIRE(watcher.shows("seen2"));
  CHECK(watcher.screen().find("never") == std::string::npos);
}

TEST_CASE("a program that floods keeps no other pane from answering") {
  const World world;
  Outside outside(world, {"-s", "s"}, {.columns = 100, .rows = 24});
  REQUIRE(outside.shows("ready>"));
  outside.type("yes\r");
  REQUIRE(outside.shows("y\ny\ny"));
  REQUIRE(world.run_quietly({"action", "new-pane", "--direction", "right"}).exit_code == 0);
  CHECK(answers(outside, "still"));
}

}  // namespace
}  // namespace mux::cli
