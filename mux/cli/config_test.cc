// Configurations from outside: which file counts, what is said about it, and that
// sessions follow it.
#include <fstream>

#include "mux/cli/outside_test_support.h"

namespace mux::cli {
namespace {

// In the folder that is the home of the world's user.
std::string write_home_file(const World& world, const std::string& path, std::string_view text) {
  const std::filesystem::path whole = world.folder() + '/' + path;
  std::filesystem::create_directories(whole.parent_path());
  // As editors do, so that nobody sees half of it.
  const std::string draft = whole.string() + "~";
  std::ofstream(draft, std::ios::binary) << text;
  std::filesystem::rename(draft, whole);
  return whole.string();
}

TEST_CASE("a session follows its configuration, and keeps it if the new one is wrong") {
  const World world;
  const std::string path = ".config/kmux/config.kdl";
  write_home_file(world, path, "ui { pane_frames { hide_session_name false; }; }\n");
  Outside outside(world, {"--session", "one"});
  REQUIRE(outside.shows("ready>"));
  REQUIRE(outside.shows("kmux (one)"));
  write_home_file(world, path, "keybinds { normal { bind \"Alt x\" { Quti; }; }; }\n");
  CHECK(outside.shows("config.kdl:1:"));
  CHECK(outside.shows("kmux (one)"));
  write_home_file(world, path,
                  "ui { pane_frames { hide_session_name true; }; }\n"
                  "keybinds { normal { bind \"Alt x\" { Quit; }; }; }\n");
  CHECK(outside.stops_showing("(one)"));
  outside.type("\x1bx");
  CHECK(outside.exit_code() == 0);
}

TEST_CASE("a file that cannot be used is told, and the session starts") {
  const World world;
  write_home_file(world, ".config/kmux/config.toml", "pane-frames = \"perhaps\"\n");
  const World::Finished check = world.run_quietly({"setup", "--check"});
  CHECK(check.exit_code == 1);
  CHECK(contains(check.output, "config.toml:1:15: invalid type"));
  CHECK(contains(check.output, "pane-frames = \"perhaps\""));
  Outside outside(world, {"--session", "one"});
  CHECK(outside.shows("ready>"));
  CHECK(outside.shows("config.toml:1:15"));
}

TEST_CASE("files count in their order") {
  const World world;
  CHECK(contains(world.run_quietly({"setup", "--check"}).output, "config_file     none"));
  const std::string zellij = write_home_file(world, ".config/zellij/config.kdl",
                                             "theme \"nord\"\nweb_server true\nfancy_option 1\n");
  std::string output = world.run_quietly({"setup", "--check"}).output;
  CHECK(contains(output, zellij));
  CHECK(contains(output, "theme           nord"));
  CHECK(contains(output, "`web_server` has no effect"));
  CHECK(contains(output, "unknown option `fancy_option`"));
  CHECK(world.run_quietly({"setup", "--check"}).exit_code == 0);
  const std::string own = write_home_file(world, ".config/kmux/config.kdl", "theme \"dracula\"\n");
  CHECK(contains(world.run_quietly({"setup", "--check"}).output, own));
  const std::string toml =
      write_home_file(world, ".config/kmux/config.toml", "theme = \"kanagawa\"\n");
  CHECK(contains(world.run_quietly({"setup", "--check"}).output, toml));
  const std::string other = write_home_file(world, "other/config.kdl", "theme \"gruvbox-light\"\n");
  const std::string folder = world.folder() + "/other";
  CHECK(contains(world.run_quietly({"--config-dir", folder.c_str(), "setup", "--check"}).output,
                 "gruvbox-light"));
  const std::string named = write_home_file(world, "named.kdl", "theme \"nowhere\"\n");
  output = world.run_quietly({"--config", named.c_str(), "setup", "--check"}).output;
  CHECK(contains(output, "unknown theme 'nowhere'"));
  const World::Finished missing =
      world.run_quietly({"--config", "/nowhere.kdl", "setup", "--check"});
  CHECK(missing.exit_code == 2);
  CHECK(contains(missing.output, "/nowhere.kdl"));
}

TEST_CASE("themes and layouts come from their folders") {
  const World world;
  write_home_file(world, ".config/kmux/config.kdl", "theme \"mine\"\ndefault_layout \"two\"\n");
  write_home_file(world, ".config/kmux/themes/mine.kdl",
                  "themes { mine { ribbon_selected { base 1; background 2; }; }; }\n");
  write_home_file(world, ".config/kmux/layouts/two.kdl",
                  "pane_frames false\nlayout { tab name=\"first\"; tab name=\"second\"; }\n");
  CHECK(world.run_quietly({"setup", "--check"}).exit_code == 0);
  CHECK(world.run_quietly({"attach", "--create-background", "one"}).exit_code == 0);
  CHECK(world.run_quietly({"action", "query-tab-names"}).output == "first\nsecond\n");
}

TEST_CASE("flags set options, and come before the configuration") {
  const World world;
  write_home_file(world, ".config/kmux/config.kdl", "default_layout \"default\"\n");
  CHECK(world
            .run_quietly({"attach", "--create-background", "one", "options", "--default-layout",
                          "compact", "--scroll-buffer-size", "5"})
            .exit_code == 0);
  Outside outside(world, {"attach", "--index", "0"});
  CHECK(outside.shows(" NORMAL "));  // In the compact bar.
  const World::Finished wrong = world.run_quietly({"options", "--mouse-mode", "perhaps"});
  CHECK(wrong.exit_code == 2);
  CHECK(contains(wrong.output, "--mouse-mode: expected one of true, false"));
  const World::Finished unknown = world.run_quietly({"options", "--mous-mode", "true"});
  CHECK(contains(unknown.output, "--mouse-mode"));
}

TEST_CASE("what has no effect is told once") {
  const World world;
  write_home_file(
      world, ".config/zellij/config.kdl",
      "simplified_ui true\nkeybinds { normal { bind \"F2\" { LaunchPlugin \"x\"; }; }; }\n");
  {
    Outside first(world, {"-s", "first"});
    CHECK(first.shows("2 parts of the configuration have no effect"));
  }
  Outside second(world, {"-s", "second"});
  REQUIRE(second.shows("ready>"));
  REQUIRE(second.shows("LOCK"));
  CHECK_FALSE(contains(second.screen(), "no effect"));
}

TEST_CASE("mistakes in layouts are told with file, line and column") {
  const World world;
  const std::string path = write_home_file(world, "l.kdl", "layout {\n  tab {\n    pan\n  }\n}\n");
  const World::Finished made = world.run_quietly({"-l", path.c_str(), "attach", "-b", "one"});
  CHECK(made.exit_code == 2);
  CHECK(contains(made.output, "l.kdl:3:5: unknown tab property `pan`, did you mean `pane`?\n"));
  CHECK(contains(made.output, "3 |     pan"));
  REQUIRE(world.run_quietly({"attach", "-b", "one"}).exit_code == 0);
  CHECK(
      contains(world.run_quietly({"action", "new-tab", "-l", path.c_str()}).output, "l.kdl:3:5: "));
}

TEST_CASE("what zellij has and kmux has not is named") {
  const World world;
  const World::Finished web = world.run_quietly({"web", "--start"});
  CHECK(web.exit_code == 2);
  CHECK(contains(web.output, "kmux has no web client"));
  CHECK(contains(world.run_quietly({"p", "--", "x"}).output, "there is no command plugin"));
  CHECK(contains(world.run_quietly({"action", "launch-plugin", "x"}).output, "no plugins"));
}

TEST_CASE("a layout is added to a session that is running") {
  const World world;
  REQUIRE(world.run_quietly({"attach", "--create-background", "one"}).exit_code == 0);
  CHECK(world
            .run_quietly({"--session", "one", "--layout-string",
                          "layout { tab name=\"a\"; tab name=\"b\"; }"})
            .exit_code == 0);
  CHECK(world.run_quietly({"action", "query-tab-names"}).output == "Tab #1\na\nb\n");
}

TEST_CASE("texts to begin a configuration with") {
  const World world;
  CHECK(contains(world.run_quietly({"setup", "--dump-config"}).output, "[keybinds.normal]"));
  CHECK(contains(world.run_quietly({"setup", "--dump-config", "--kdl"}).output, "    normal {"));
  const std::string elvish = world.run_quietly({"setup", "--generate-completion", "elvish"}).output;
  CHECK(contains(elvish, "set edit:completion:arg-completer[kmux] ="));
  CHECK(contains(elvish, "    &' action new-pane'= {\n"));
  CHECK(contains(world.run_quietly({"setup", "--dump-layout", "compact"}).output, "compact-bar"));
  CHECK(contains(world.run_quietly({"setup", "--dump-swap-layout", "default"}).output,
                 "swap_tiled_layout"));
  CHECK(contains(world.run_quietly({"setup", "--dump-layout", "compcat"}).output, "default"));
  CHECK(contains(world.run_quietly({"setup", "--generate-completion", "zsh"}).output, "#compdef"));
  CHECK(contains(world.run_quietly({"setup", "--generate-auto-start", "fish"}).output, "KMUX"));
  CHECK(contains(world.run_quietly({"setup", "--check", "--json"}).output, "\"problems\":[]"));
  CHECK(world.run_quietly({"setup"}).exit_code == 2);
}

TEST_CASE("help teaches, and what is misspelt is told") {
  const World world;
  CHECK(contains(world.run_quietly({"action", "new-pane", "--help"}).output, "--direction"));
  CHECK(contains(world.run_quietly({"run", "-h"}).output, "--floating"));
  CHECK(contains(world.run_quietly({"options", "--help"}).output, "--scroll-buffer-size"));
  CHECK(contains(world.run_quietly({"stup"}).output, "did you mean setup?"));
  CHECK(contains(world.run_quietly({"--laout", "x"}).output, "--layout"));
  CHECK(contains(world.run_quietly({"action", "new-pnae"}).output, "'new-pane'"));
}

}  // namespace
}  // namespace mux::cli
