#include "mux/config/keybinds.h"

#include <doctest/doctest.h>

#include <string>

#include "mux/config/config_test_support.h"

namespace mux::config {
namespace {

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

}  // namespace
}  // namespace mux::config
