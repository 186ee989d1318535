#include "mux/config/config.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <string>

#include "common/kdl/parse.h"
#include "mux/config/config_test_support.h"
#include "mux/config/dump.h"
#include "mux/config/option.h"

namespace mux::config {
namespace {

TEST_CASE("KDL with zellij's names and TOML say the same") {
  for (const auto& [text, path] :
       {std::pair("default_shell \"fish\"\nscroll_buffer_size 5\npane_frames false\n"
                  "on_force_close \"Quit\"\nauto_lock_programs \"vim\" \"less\"\n"
                  "env { EDITOR \"vi\"; LEVEL 3; }\n"
                  "ui { pane_frames { rounded_corners true; hide_session_name true; }; }\n",
                  "c.kdl"),
        std::pair("default-shell = \"fish\"\nscroll-buffer-size = 5\npane-frames = false\n"
                  "on-force-close = \"quit\"\nauto-lock-programs = [\"vim\", \"less\"]\n"
                  "env = { EDITOR = \"vi\", LEVEL = 3 }\n"
                  "[ui.pane-frames]\nrounded-corners = true\nhide-session-name = true\n",
                  "c.toml")}) {
    CAPTURE(path);
    ReadConfig done = read(text, path);
    CHECK(done.problem == "");
    CHECK(done.remarks.empty());
    REQUIRE(resolve(done.config, no_variable).has_value());
    const model::SessionOptions& session = done.config.session;
    CHECK(session.shell == std::vector<std::string>{"fish"});
    CHECK(session.terminal.history.lines == 5);
    CHECK(session.frame_style == model::FrameStyle::None);
    CHECK(session.on_force_close == model::ForceClose::Quit);
    CHECK(session.auto_lock_programs == std::vector<std::string>{"vim", "less"});
    CHECK(session.rounds_corners);
    CHECK_FALSE(session.shows_session_name);
    REQUIRE(session.environment.size() == 2);
    CHECK(session.environment[1] == std::pair<std::string, std::string>{"LEVEL", "3"});
  }
}

TEST_CASE("what is printed of an option reads as the same in both languages") {
  const Config defaults;
  for (const Option* option : options()) {
    CAPTURE(option->key);
    std::string value = option->target.print(defaults);
    if (value == "null") value = option->sample;
    REQUIRE(!value.empty());
    const ReadConfig toml = read(std::string(option->key) + " = " + value, "c.toml");
    CHECK(toml.problem == "");
    CHECK(toml.remarks.empty());
    CHECK(option->target.print(toml.config) == value);
    if (value.starts_with('[')) continue;
    const ReadConfig kdl = read(std::string(option->key) + " " + value, "c.kdl");
    CHECK(kdl.problem == "");
    CHECK(option->target.print(kdl.config) == value);
  }
}

TEST_CASE("flags set every option") {
  const Config defaults;
  for (const Option* option : options()) {
    CAPTURE(option->key);
    std::string value = option->target.print(defaults);
    if (value == "null") value = option->sample;
    std::erase(value, '"');
    if (value.starts_with('[')) value = "one,two";
    Config config;
    CHECK(set_option(option->key, value, config).has_value());
  }
  Config config;
  CHECK_FALSE(set_option("mouse-mode", "perhaps", config).has_value());
}

TEST_CASE("values of the wrong kind are problems with their place") {
  const ReadConfig number = read("mouse_mode true\nscroll_buffer_size \"many\"\n");
  CHECK(number.problem.find("expected an integer") != std::string::npos);
  CHECK(number.place.begin.line == 2);
  CHECK(number.place.begin.column == 20);
  CHECK(read("on_force_close \"quti\"").problem.find("did you mean `quit`") != std::string::npos);
  CHECK(read("default_mode \"locekd\"").problem.find("did you mean 'locked'") != std::string::npos);
}

TEST_CASE("what is not known is no reason to refuse the rest") {
  const ReadConfig done =
      read("pane_frames false\ndefault_shel \"x\"\nweb_server true\nplugins { a { b 1; }; }\n");
  CHECK(done.problem == "");
  CHECK_FALSE(done.config.shows_frames);
  REQUIRE(done.remarks.size() == 3);
  CHECK(done.remarks[0].message.find("did you mean `default_shell`") != std::string::npos);
  CHECK(done.remarks[0].region.begin.line == 2);
  CHECK(done.remarks[1].message.find("no effect") != std::string::npos);
}

TEST_CASE("the dumped configuration changes nothing") {
  const Config defaults;
  for (const auto& [language, path] :
       {std::pair(Language::Toml, "c.toml"), std::pair(Language::Kdl, "c.kdl")}) {
    CAPTURE(path);
    const std::string text = default_config(language);
    ReadConfig done = read(text, path);
    CHECK(done.problem == "");
    const input::KeyMap keys = key_map_of(done.config);
    input::KeyMap expected = key_map_of(defaults);
    for (const input::ModeRow& row : input::mode_rows()) {
      CAPTURE(row.name);
      for (const auto& [chord, actions] : expected.bindings(row.mode)) {
        CAPTURE(input::key_name(chord));
        const input::Actions* const found = keys.find(row.mode, chord);
        REQUIRE(found != nullptr);
        CHECK(found->size() == actions.size());
      }
    }
    for (const Option* option : options()) {
      std::string name(option->key);
      if (language == Language::Kdl) std::ranges::replace(name, '-', '_');
      CAPTURE(name);
      CHECK(text.find(' ' + name + ' ') != std::string::npos);
    }
  }
}

TEST_CASE("a session takes what has changed and what it can") {
  Config before;
  Config after;
  model::SessionOptions session;
  session.uses_mouse = false;  // By a key, since.
  after.session.copies_on_select = false;
  after.session.terminal.history.lines = 7;  // For new sessions.
  after.session.rounds_corners = true;
  update(before, after, session);
  CHECK_FALSE(session.uses_mouse);
  CHECK_FALSE(session.copies_on_select);
  CHECK(session.terminal.history.lines == before.session.terminal.history.lines);
  CHECK(session.rounds_corners);
}

TEST_CASE("a preset has its own mode to start in") {
  Config config;
  config.keybind_preset = "unlock-first";
  REQUIRE(resolve(config, no_variable).has_value());
  CHECK(config.session.default_mode == input::Mode::Locked);
  config.default_mode = input::Mode::Normal;
  REQUIRE(resolve(config, no_variable).has_value());
  CHECK(config.session.default_mode == input::Mode::Normal);
}

}  // namespace
}  // namespace mux::config
