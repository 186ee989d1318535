// Sessions that come back, from outside.
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

#include "mux/cli/outside_test_support.h"

namespace mux::cli {
namespace {

namespace files = std::filesystem;

std::string journal_of(const World& world, std::string_view session) {
  return world.folder() + "/kmux/sessions/" + std::string(session) + "/session.journal";
}

std::string output_of(const World& world, const std::vector<const char*>& arguments) {
  return world.run_quietly(arguments).output;
}

bool is_written(const World& world, std::string_view session, std::string_view text) {
  return comes_true([&] {
    std::ifstream file(journal_of(world, session));
    const std::string journal(std::istreambuf_iterator<char>(file), {});
    return journal.find(text) != std::string::npos;
  });
}

// As a crash would: its server is killed.
void crash(const World& world, const char* session) {
  REQUIRE(world.run_quietly({"-s", session, "action", "save-session"}).exit_code == 0);
  REQUIRE(::kill(world.server(session), SIGKILL) == 0);
  REQUIRE(comes_true([&] { return contains(output_of(world, {"ls", "-n"}), "EXITED"); }));
}

TEST_CASE("a session whose server was killed is listed and comes back, commands waiting") {
  const World world;
  REQUIRE(world.run_quietly({"attach", "-b", "work"}).exit_code == 0);
  REQUIRE(
      world.run_quietly({"-s", "work", "run", "--name", "nap", "--", "sleep", "1000"}).exit_code ==
      0);
  crash(world, "work");
  CHECK(output_of(world, {"ls", "-s"}) == "work\n");
  CHECK(contains(output_of(world, {"ls", "-n"}), "ago] (EXITED - attach to resurrect)\n"));
  CHECK(contains(output_of(world, {"ls", "--json"}), "\"has_exited\":true"));

  Outside outside(world, {"attach"});
  CHECK(outside.shows("kmux (work)"));
  CHECK(outside.shows("Waiting to run: sleep 1000"));
  CHECK(outside.shows("<ENTER> run"));
  CHECK(outside.shows("ready>"));
  CHECK_FALSE(contains(output_of(world, {"ls", "-n"}), "EXITED"));
  outside.type("\r");
  CHECK(outside.stops_showing("Waiting to run"));
}

TEST_CASE("commands of a session that comes back run at once if that is wanted") {
  const World world;
  REQUIRE(world.run_quietly({"attach", "-b", "work"}).exit_code == 0);
  REQUIRE(world
              .run_quietly(
                  {"-s", "work", "run", "--", "sh", "-c", "echo answer $((6 * 7)); sleep 1000"})
              .exit_code == 0);
  crash(world, "work");
  Outside outside(world, {"attach", "--force-run-commands", "work"});
  CHECK(outside.shows("answer 42"));
}

TEST_CASE("a session that was killed comes back unless it was a lone shell") {
  const World world;
  REQUIRE(world.run_quietly({"attach", "-b", "one"}).exit_code == 0);
  REQUIRE(world.run_quietly({"attach", "-b", "two"}).exit_code == 0);
  REQUIRE(world.run_quietly({"-s", "two", "action", "new-pane"}).exit_code == 0);
  REQUIRE(world.run_quietly({"kill-all-sessions", "-y"}).exit_code == 0);
  CHECK(comes_true([&] { return output_of(world, {"ls", "-s"}) == "two\n"; }));
  Outside outside(world, {"attach", "two"});
  CHECK(outside.shows("Pane #2"));
}

TEST_CASE("a shell is one, whatever it has become") {
  const World world;
  const std::string shell = world.folder() + "/shell";
  std::ofstream(shell) << "#!/bin/sh\nexec /bin/sh\n";
  files::permissions(shell, files::perms::owner_all);
  REQUIRE(world.run_quietly({"attach", "-b", "s", "options", "--default-shell", shell.c_str()})
              .exit_code == 0);
  REQUIRE(is_written(world, "s", "layout"));
  REQUIRE(world.run_quietly({"kill-session", "s"}).exit_code == 0);
  CHECK(comes_true([&] { return world.run_quietly({"ls"}).exit_code == 1; }));
}

TEST_CASE("a session whose last shell has ended is gone") {
  const World world;
  Outside outside(world, {"-s", "s"});
  REQUIRE(outside.shows("ready>"));
  REQUIRE(is_written(world, "s", "layout"));
  outside.type("exit\r");
  CHECK(outside.exit_code() == 0);
  CHECK(world.run_quietly({"ls"}).exit_code == 1);
  CHECK_FALSE(files::exists(journal_of(world, "s")));
}

TEST_CASE("a server that is told to end, as by a shutdown, leaves its session on disk") {
  const World world;
  Outside outside(world, {"-s", "s"});
  REQUIRE(outside.shows("ready>"));
  ::kill(world.server("s"), SIGTERM);
  CHECK(outside.exit_code() == 0);
  CHECK(contains(output_of(world, {"ls", "-n"}), "EXITED"));
}

TEST_CASE("names of sessions that have exited are taken until they are deleted") {
  const World world;
  REQUIRE(world.run_quietly({"attach", "-b", "s"}).exit_code == 0);
  REQUIRE(world.run_quietly({"attach", "-b", "other"}).exit_code == 0);
  const World::Finished running = world.run_quietly({"delete-session", "s"});
  CHECK(running.exit_code == 1);
  CHECK(running.output == "kmux: session s is running; --force kills and deletes it\n");
  crash(world, "s");
  Outside outside(world, {"-s", "s"});
  CHECK(outside.exit_code() == 1);
  CHECK(contains(outside.screen(), "there is a session s that has exited"));
  CHECK(world.run_quietly({"-s", "other", "action", "rename-session", "s"}).exit_code == 2);
  CHECK(world.run_quietly({"delete-session", "s"}).exit_code == 0);
  CHECK_FALSE(files::exists(journal_of(world, "s")));
  CHECK(world.run_quietly({"delete-session", "s"}).exit_code == 2);
  CHECK(world.run_quietly({"-s", "other", "action", "rename-session", "s"}).exit_code == 0);
  CHECK(world.run_quietly({"delete-session", "--force", "s"}).exit_code == 0);
  CHECK(comes_true([&] { return world.run_quietly({"ls"}).exit_code == 1; }));
  CHECK_FALSE(files::exists(journal_of(world, "s")));
}

TEST_CASE("all sessions that have exited are deleted at once") {
  const World world;
  for (const char* name : {"a", "b"}) {
    REQUIRE(world.run_quietly({"attach", "-b", name}).exit_code == 0);
  }
  crash(world, "a");
  CHECK(world.run_quietly({"delete-all-sessions", "--yes"}).exit_code == 0);
  CHECK(output_of(world, {"ls", "-s"}) == "b\n");
  CHECK(world.run_quietly({"delete-all-sessions", "--yes"}).exit_code == 0);
  CHECK(world.run_quietly({"delete-all-sessions", "-y", "-f"}).exit_code == 0);
  CHECK(comes_true([&] { return world.run_quietly({"ls"}).exit_code == 1; }));
}

TEST_CASE("text of panes comes back if it is to be kept") {
  const World world;
  const std::string config = world.folder() + "/config.kdl";
  std::ofstream(config) << "serialize_pane_viewport true\n";
  {
    Outside outside(world, {"--config", config.c_str(), "-s", "s"});
    REQUIRE(outside.shows("ready>"));
    outside.type("seq 100; echo $((6 * 7))\r");
    REQUIRE(outside.shows("\n42\nready>"));
  }
  crash(world, "s");
  Outside outside(world, {"--config", config.c_str(), "attach", "s"});
  CHECK(outside.shows("\n42\nready>\nready>"));
  CHECK(contains(output_of(world, {"-s", "s", "action", "dump-screen", "--full"}), "\n1\n2\n3\n"));
}

TEST_CASE("a session goes on when it cannot be written to disk") {
  World world;
  std::ofstream(world.folder() + "/in-the-way") << "a file\n";
  world.set_state_home(world.folder() + "/in-the-way");
  Outside outside(world, {"-s", "s"});
  REQUIRE(outside.shows("ready>"));
  const World::Finished saved = world.run_quietly({"-s", "s", "action", "save-session"});
  CHECK(saved.exit_code == 2);
  CHECK(contains(saved.output, "in-the-way"));
  outside.type("echo $((6 * 7))\r");
  CHECK(outside.shows("\n42"));
  std::ifstream log(world.folder() + "/kmux/kmux.log");
  const std::string text(std::istreambuf_iterator<char>(log), {});
  CHECK(contains(text, "cannot be written to disk"));
  CHECK(text.find("cannot be written") == text.rfind("cannot be written"));
}

TEST_CASE("a command can say what is to run in place of those that were found") {
  const World world;
  const std::string config = world.folder() + "/config.kdl";
  std::ofstream(config) << R"(post_command_discovery_hook "echo \"nice $RESURRECT_COMMAND\"")";
  Outside outside(world, {"--config", config.c_str(), "-s", "s"});
  REQUIRE(outside.shows("ready>"));
  outside.type("sh -c 'sleep 1234; :'\r");
  CHECK(is_written(world, "s", "command=\"nice\""));
  CHECK(is_written(world, "s", R"("sh" "-c" "sleep 1234; :")"));
}

}  // namespace
}  // namespace mux::cli
