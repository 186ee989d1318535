// Sessions are found again, whatever has become of their sockets and servers.
#include "mux/cli/outside_test_support.h"

namespace mux::cli {
namespace {

bool is_running(const World& world) {
  return world.run_quietly({"ls", "-s"}).output == "s\n";
}

TEST_CASE("a socket that somebody has removed comes back when it is asked for") {
  const World world;
  Outside outside(world, {"-s", "s"});
  REQUIRE(outside.shows("ready>"));
  const pid_t server = world.server("s");
  const std::string socket = world.socket_of("s");
  const auto made = std::filesystem::last_write_time(socket);
  std::filesystem::remove_all(std::filesystem::path(socket).parent_path());
  REQUIRE_FALSE(is_running(world));
  ::kill(server, SIGUSR1);
  REQUIRE(outside.becomes(
      [&] { return is_running(world) && std::filesystem::last_write_time(socket) == made; }));
  CHECK(world.server("s") == server);
  outside.type("\x11");  // Ctrl q
  CHECK(outside.exit_code() == 0);
  CHECK_FALSE(is_running(world));
}

TEST_CASE("a socket that somebody has removed comes back while one types") {
  const World world;
  Outside outside(world, {"-s", "s"});
  REQUIRE(outside.shows("ready>"));
  std::filesystem::remove_all(world.folder() + "/kmux");
  REQUIRE(outside.becomes([&] {
    outside.type("x");
    return outside.screen().find("xxx") != std::string::npos && is_running(world);
  }));
}

TEST_CASE("what has taken the place of a socket is left alone") {
  const World world;
  Outside first(world, {"-s", "s"});
  REQUIRE(first.shows("ready>"));
  const pid_t server = world.server("s");
  std::filesystem::remove_all(world.folder() + "/kmux");
  Outside second(world, {"attach", "-c", "s"});
  REQUIRE(second.shows("ready>"));
  const pid_t other = world.server("s");
  REQUIRE(other != server);
  ::kill(server, SIGUSR1);
  first.type("\x11");  // Ctrl q
  CHECK(first.exit_code() == 0);
  CHECK(world.server("s") == other);
}

TEST_CASE("a server that is killed is nobody's: the session is brought back at once") {
  const World world;
  REQUIRE(world.run_quietly({"attach", "-b", "s"}).exit_code == 0);
  for (int round = 0; round < 5; ++round) {
    const pid_t server = world.server("s");
    ::kill(server, SIGKILL);
    const World::Finished again = world.run_quietly({"attach", "-b", "s"});
    CAPTURE(again.output);
    REQUIRE(again.exit_code == 0);
    CHECK(world.server("s") != server);
  }
}

TEST_CASE("who creates a session in the background learns if it is there already") {
  const World world;
  CHECK(world.run_quietly({"attach", "-b", "s"}).exit_code == 0);
  const pid_t server = world.server("s");
  const World::Finished again = world.run_quietly({"attach", "-b", "s"});
  CHECK(again.exit_code == 1);
  CHECK(again.output == "kmux: session s is running already\n");
  CHECK(world.server("s") == server);
}

TEST_CASE("a session that is not there is named without a terminal too") {
  const World world;
  for (const char* const command : {"attach", "watch"}) {
    const World::Finished finished = world.run_quietly({command, "s"});
    CHECK(finished.exit_code == 1);
    CHECK(finished.output == "kmux: there is no session s; no session is running\n");
  }
}

TEST_CASE("wrong use is that without a session too") {
  const World world;
  CHECK(world.run_quietly({"action", "list-panes"}).exit_code == 1);
  const World::Finished finished = world.run_quietly({"action", "resize", "sideways"});
  CHECK(finished.exit_code == 2);
  CHECK(finished.output.starts_with("kmux: resize: invalid value 'sideways'"));
  CHECK(world.run_quietly({"edit"}).exit_code == 2);
}

TEST_CASE("a pane at its limit is no failure") {
  const World world;
  REQUIRE(world.run_quietly({"attach", "-b", "s"}).exit_code == 0);
  const World::Finished finished = world.run_quietly({"action", "resize", "increase", "left"});
  CHECK(finished.exit_code == 0);
  CHECK(finished.output == "kmux: the pane is at the edge\n");
}

}  // namespace
}  // namespace mux::cli
