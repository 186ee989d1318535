#include "mux/config/config.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <string>

#include "common/kdl/parse.h"
#include "mux/config/bundled_themes.h"
#include "mux/config/document.h"
#include "mux/config/dump.h"
#include "mux/config/option.h"
#include "mux/input/preset.h"

namespace mux::config {
namespace {

struct ReadConfig {
  Config config;
  Remarks remarks;
  std::string problem;
  common::config::Region place;
};

ReadConfig read(std::string_view text, std::string_view path = "config.kdl") {
  ReadConfig result;
  const auto document = parse_document(text, path);
  const auto done = document ? read_document(*document, result.config, result.remarks)
                             : std::unexpected(document.error());
  if (!done) {
    result.problem = done.error().message;
    result.place = done.error().region;
  }
  return result;
}

std::optional<std::string> no_variable(const char* /*name*/) {
  return std::nullopt;
}

std::string bound(const Config& config, input::Mode mode, std::string_view key) {
  const input::KeyMap keys = key_map_of(config);
  const input::Actions* const actions = keys.find(mode, *input::parse_key(key));
  if (actions == nullptr) return "";
  std::string text;
  for (const input::ActionCall& call : *actions) {
    if (!text.empty()) text += "; ";
    text += call.name;
    for (const std::string& argument : call.arguments) text += ' ' + argument;
  }
  return text;
}

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

TEST_CASE("key bindings take zellij's blocks in zellij's order") {
  const ReadConfig done = read(R"(
keybinds {
    normal {
        bind "Alt x" "Alt y" { NewPane "Right"; SwitchToMode "Pane"; }
        unbind "Alt n"
    }
    pane clear-defaults=true {
        bind "a" { Resize "Increase Left"; }
        bind 1 { GoToTab 1; }
    }
    shared_except "locked" {
        bind "Alt z" { MoveFocusOrTab "Left"; }
    }
    shared_among "normal" "tab" {
        bind "Alt w" { Run "make" "-j" "8" { direction "Down"; close_on_exit true; }; }
    }
    unbind "Ctrl q"
}
)");
  CHECK(done.problem == "");
  const Config& config = done.config;
  using input::Mode;
  CHECK(bound(config, Mode::Normal, "Alt y") == "new-pane --direction=right; switch-mode Pane");
  CHECK(bound(config, Mode::Normal, "Alt n") == "");
  CHECK(bound(config, Mode::Pane, "n") == "");
  CHECK(bound(config, Mode::Pane, "a") == "resize increase left");
  CHECK(bound(config, Mode::Pane, "1") == "go-to-tab 1");
  CHECK(bound(config, Mode::Tab, "Alt z") == "move-focus-or-tab Left");
  CHECK(bound(config, Mode::Locked, "Alt z") == "");
  CHECK(bound(config, Mode::Tab, "Alt w") ==
        "new-pane --direction=Down --close-on-exit -- make -j 8");
  CHECK(bound(config, Mode::Normal, "Ctrl q") == "");
  CHECK(bound(config, Mode::Normal, "Ctrl p") == "switch-mode pane");
}

TEST_CASE("key bindings in TOML") {
  const ReadConfig done = read(R"(
keybind-preset = "tmux"
[keybinds]
unbind = "Ctrl g"
[keybinds.normal]
"Alt x" = ["new-pane --direction right", "write-chars 'a b'"]
"Ctrl b" = false
[[keybinds.shared-among]]
modes = ["normal", "locked"]
keys = { "Alt z" = "detach" }
)",
                               "c.toml");
  CHECK(done.problem == "");
  using input::Mode;
  CHECK(bound(done.config, Mode::Normal, "Alt x") == "new-pane --direction right; write-chars a b");
  CHECK(bound(done.config, Mode::Normal, "Ctrl b") == "");
  CHECK(bound(done.config, Mode::Locked, "Alt z") == "detach");
  CHECK(bound(done.config, Mode::Locked, "Ctrl g") == "");
  CHECK(bound(done.config, Mode::Tmux, "c") == "new-tab; switch-mode normal");
}

TEST_CASE("mistakes in key bindings are told with what was meant") {
  CHECK(read("keybinds { nromal { bind \"a\" { Quit; }; }; }").problem.find("`normal`") !=
        std::string::npos);
  CHECK(read("keybinds { pane { bind \"a\" { NewPnae; }; }; }").problem.find("`NewPane`") !=
        std::string::npos);
  CHECK(read("keybinds { pane { bnid \"a\" { Quit; }; }; }").problem.find("`bind`") !=
        std::string::npos);
  CHECK(read("keybinds { pane { bind \"Ctlr a\" { Quit; }; }; }").problem != "");
  CHECK(read("keybinds { pane { bind \"a\" { MoveFocus \"Lfet\"; }; }; }").problem != "");
  CHECK(read("[keybinds.pane]\n\"a\" = \"new-pnae\"", "c.toml").problem.find("`new-pane`") !=
        std::string::npos);
}

TEST_CASE("bindings of plugins are left out with a remark") {
  const ReadConfig done = read(R"(keybinds {
    session {
        bind "d" {
            LaunchOrFocusPlugin "configuration" { floating true; }
            SwitchToMode "Normal"
        }
    }
})");
  CHECK(done.problem == "");
  CHECK(done.remarks.size() == 1);
  CHECK(bound(done.config, input::Mode::Session, "d") == "detach");
}

// What zellij's bindings can be made of, with arguments that are taken.
constexpr std::string_view kZellijActions[] = {
    "Quit",
    "FocusNextPane",
    "FocusPreviousPane",
    "FocusLastPane",
    "SwitchFocus",
    "EditScrollback",
    "EditScrollback ansi=true",
    "ScrollUp",
    "ScrollDown",
    "ScrollToBottom",
    "ScrollToTop",
    "ScrollToPreviousPrompt",
    "ScrollToNextPrompt",
    "SelectCommandAtScrollPosition",
    "CopyLastCommandOutput",
    "PageScrollUp",
    "PageScrollDown",
    "HalfPageScrollUp",
    "HalfPageScrollDown",
    "ToggleFocusFullscreen",
    "ToggleFocusNoUiFullscreen",
    "TogglePaneFrames",
    "ToggleActiveSyncTab",
    "TogglePaneEmbedOrFloating",
    "ToggleFloatingPanes",
    "ShowFloatingPanes",
    "HideFloatingPanes",
    "CloseFocus",
    "UndoRenamePane",
    "NoOp",
    "GoToNextTab",
    "GoToPreviousTab",
    "CloseTab",
    "ToggleTab",
    "UndoRenameTab",
    "ToggleMouseMode",
    "Detach",
    "SetDarkTheme",
    "SetLightTheme",
    "ToggleTheme",
    "SwitchSession name=\"work\" tab_position=1",
    "Copy",
    "Clear",
    "Write 27 91",
    "WriteChars \"-la\"",
    "SwitchToMode \"Locked\"",
    "SetPaneFrameStyle \"full\"",
    "Search \"down\"",
    "Resize \"Increase\"",
    "Resize \"Left\"",
    "Resize \"Decrease Up\"",
    "MoveFocus \"Left\"",
    "MoveTab \"Right\"",
    "MoveFocusOrTab \"Left\"",
    "MovePane",
    "MovePane \"Up\"",
    "MovePaneBackwards",
    "DumpScreen \"/tmp/screen\"",
    "DumpLayout",
    "NewPane",
    "NewPane \"Down\"",
    "NewPane \"stacked\"",
    "PaneNameInput 0",
    "TabNameInput 0",
    "SearchInput 0",
    "NewTab",
    "NewTab { name \"a\"; cwd \"/\"; layout \"compact\"; }",
    "GoToTab 3",
    "SearchToggleOption \"CaseSensitivity\"",
    "SearchToggleOption \"Wrap\"",
    "SearchToggleOption \"WholeWord\"",
    "Run \"htop\" { floating true; x \"10%\"; y 2; width \"50%\"; height 20; pinned true; }",
    "Run \"htop\" { in_place true; close_replaced_pane true; name \"a\"; cwd \"/\"; }",
    "PreviousSwapLayout",
    "NextSwapLayout",
    "BreakPane",
    "BreakPaneRight",
    "BreakPaneLeft",
    "RenameSession \"a\"",
    "TogglePanePinned",
    "TogglePaneInGroup",
    "ToggleGroupMarking",
};

TEST_CASE("zellij's actions are taken") {
  for (const std::string_view action : kZellijActions) {
    CAPTURE(action);
    const ReadConfig done =
        read("keybinds { normal { bind \"Alt 9\" { " + std::string(action) + "; }; }; }");
    CHECK(done.problem == "");
    CHECK(done.remarks.empty());
    CHECK(bound(done.config, input::Mode::Normal, "Alt 9") != "");
  }
}

TEST_CASE("themes of both formats") {
  const ReadConfig done = read(R"(
themes {
    old {
        fg 60 56 54
        bg "#fbf1c7"
        black 40 40 40
        red 205 75 69
        green 152 151 26
        yellow 215 153 33
        blue 69 133 136
        magenta 177 98 134
        cyan 104 157 106
        white 7
        orange "#fe8019"
    }
    new {
        ribbon_selected {
            base 0
            background 1 2 3
            emphasis_0 4
            emphasis_1 4
            emphasis_2 4
            emphasis_3 4
        }
        multiplayer_user_colors { player_1 9 8 7; }
    }
})");
  CHECK(done.problem == "");
  const model::ThemeColors& old = done.config.themes.at("old");
  CHECK(old.ribbon_unselected.background == term::Color::rgb(60, 56, 54));
  CHECK(old.text_unselected.base == term::Color::rgb(40, 40, 40));  // The ground is light.
  CHECK(old.text_unselected.background == term::Color::palette(7));
  const model::ThemeColors& fresh = done.config.themes.at("new");
  CHECK(fresh.ribbon_selected.background == term::Color::rgb(1, 2, 3));
  CHECK(fresh.players[0] == term::Color::rgb(9, 8, 7));
  CHECK(read("themes { a { fg 1; }; }").problem.find("no colour `bg`") != std::string::npos);
  CHECK(read("themes { a { text_slected { base 1; }; }; }").problem.find("text-selected") !=
        std::string::npos);
}

TEST_CASE("the theme follows the terminal if there are two") {
  Config config;
  config.theme = "nord";
  REQUIRE(resolve(config, no_variable).has_value());
  CHECK(config.session.dark_theme == config.session.light_theme);
  config.dark_theme = "gruvbox-dark";
  config.light_theme = "gruvbox-light";
  REQUIRE(resolve(config, no_variable).has_value());
  CHECK(config.session.dark_theme == *find_bundled_theme("gruvbox-dark", model::Theme::Dark));
  CHECK(config.session.light_theme == *find_bundled_theme("gruvbox-light", model::Theme::Light));
  config.theme = "gruvbox-drak";
  config.light_theme.reset();
  const auto unknown = resolve(config, no_variable);
  REQUIRE_FALSE(unknown.has_value());
  CHECK(unknown.error().message.find("gruvbox-dark") != std::string::npos);
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
