#include <doctest/doctest.h>

#include "mux/action/script_test_support.h"
#include "mux/model/closing.h"

namespace mux::action {
namespace {

using model::PaneId;

constexpr std::string_view kBars = R"(layout {
    pane size=1 borderless=true {
        plugin location="zellij:tab-bar"
    }
    pane
    pane size=1 borderless=true {
        plugin location="zellij:status-bar"
    }
}
)";

TEST_CASE("panes split their neighbours and print their ids") {
  Script script;
  CHECK(script.picture() == "0* 0,0 80x24");
  CHECK(script.run("new-pane --direction right") == "terminal_1\n");
  CHECK(script.picture() == "0 0,0 40x24 | 1* 40,0 40x24");
  CHECK(script.run("new-pane -d down") == "terminal_2\n");
  CHECK(script.picture() == "0 0,0 40x24 | 1 40,0 40x12 | 2* 40,12 40x12");
  script.run("move-focus left");
  CHECK(script.focus() == 0);
  script.run("move-focus right");
  CHECK(script.focus() == 2);
  script.run("focus-last-pane");
  CHECK(script.focus() == 0);
  script.run("focus-next-pane");
  CHECK(script.focus() == 1);
  script.run("focus-pane-id terminal_2");
  CHECK(script.focus() == 2);
  CHECK(script.run("focus-pane-id 9") == "error: there is no pane terminal_9");
}

TEST_CASE("programs are told the sizes of their places") {
  Script script;
  CHECK(script.program(0).size == term::Size{.columns = 80, .rows = 24});
  script.run("new-pane --direction right");
  // A line for the title, and a column between the two.
  CHECK(script.program(0).size == term::Size{.columns = 39, .rows = 23});
  CHECK(script.program(1).request.size == term::Size{.columns = 40, .rows = 23});
  script.run("set-pane-frame-style full");
  CHECK(script.program(0).size == term::Size{.columns = 38, .rows = 22});
  script.run("set-pane-frame-style none");
  CHECK(script.program(0).size == term::Size{.columns = 39, .rows = 24});
  model::resize_client(script.session, script.host, script.client, {.columns = 100, .rows = 30});
  CHECK(script.program(0).size == term::Size{.columns = 49, .rows = 30});
  script.run("toggle-fullscreen");
  CHECK(script.program(1).size == term::Size{.columns = 100, .rows = 30});
}

TEST_CASE("the smallest client decides the size of its tab") {
  Script script;
  const model::ClientId other =
      model::add_client(script.session, script.host, {.size = {.columns = 60, .rows = 20}});
  CHECK(script.picture() == "0* 0,0 60x20");
  model::remove_client(script.session, script.host, other);
  CHECK(script.picture() == "0* 0,0 80x24");
}

TEST_CASE("bars have numbers of their own and no focus") {
  Script script(kBars);
  CHECK(script.focus() == 0);
  script.run("new-pane --direction down");
  CHECK(script.focus() == 1);
  script.run("move-focus up");
  script.run("move-focus up");
  CHECK(script.focus() == 0);
  CHECK(script.run("focus-pane-id plugin_0") == "error: bars cannot have the focus");
  CHECK(script.run("close-pane -p plugin_0") == "error: bars cannot be closed");
}

TEST_CASE("closed panes come back with their programs and places") {
  Script script;
  script.run("new-pane --direction right");
  script.run("new-pane --direction down");
  const std::string before = script.picture();
  script.run("close-pane");
  CHECK(script.picture() == "0 0,0 40x24 | 1* 40,0 40x24");
  CHECK(script.host.killed.empty());
  CHECK(script.run("undo-close") == "terminal_2\n");
  CHECK(script.picture() == before);
  script.run("close-pane");
  CHECK(model::expire_closed(script.session, script.host, script.now_ms + 1) ==
        script.now_ms + script.session.options.undo_close_ms);
  CHECK_FALSE(model::expire_closed(script.session, script.host, script.now_ms + 60'000));
  CHECK(script.host.killed == std::vector<PaneId>{PaneId{2}});
  CHECK(script.run("undo-close") == "error: nothing was closed that could return");
  script.check();
}

TEST_CASE("of very many closed panes the last ones can return") {
  Script script;
  for (int i = 0; i < 150; ++i) {
    script.run("new-pane --stacked");
    script.run("close-pane");
    model::expire_closed(script.session, script.host, script.now_ms);
  }
  CHECK(script.host.killed.size() == 50);
  CHECK(script.session.closed.size() == 100);
  CHECK(script.run("undo-close") == "terminal_150\n");
  script.check();
}

TEST_CASE("a pane returns to a tab that has changed") {
  Script script;
  script.run("new-pane --direction right");
  script.run("close-pane");
  script.run("new-pane --direction down");
  CHECK(script.run("undo-close") == "terminal_1\n");
  CHECK(script.session.tabs.front()->layout.panes().size() == 3);
}

TEST_CASE("programs that end close their panes, commands hold them") {
  Script script;
  script.run("new-pane --direction right -- make all");
  CHECK(script.program(1).request.command == std::vector<std::string>{"make", "all"});
  model::pane_exited(script.session, script.host, PaneId{1}, 2);
  script.check();
  CHECK(script.pane(1).state == model::PaneState::Held);
  CHECK(script.pane(1).exit_code == 2);
  script.run("send-keys Enter");
  CHECK(script.pane(1).state == model::PaneState::Running);
  model::pane_exited(script.session, script.host, PaneId{1}, 0);
  script.run("send-keys Esc");
  CHECK(script.program(1).request.command == script.session.options.shell);
  model::pane_exited(script.session, script.host, PaneId{1}, 0);
  CHECK(script.session.find_pane(PaneId{1}) == nullptr);
  CHECK(script.picture() == "0* 0,0 80x24");
  model::pane_exited(script.session, script.host, PaneId{0}, 0);
  CHECK(script.session.is_over);
  CHECK(script.host.exits == 1);
  script.check();
}

TEST_CASE("a command that cannot be started says so in its pane") {
  Script script;
  script.run("new-pane -- missing");
  CHECK(script.pane(1).state == model::PaneState::Held);
  CHECK(script.run("dump-screen") == "no such command: missing\n");
}

TEST_CASE("waits end with the exit code of the command") {
  Script script;
  script.run("new-pane --block-until-exit -- make");
  REQUIRE(script.wait);
  model::pane_exited(script.session, script.host, PaneId{1}, 3);
  CHECK(script.host.ended == std::vector<std::pair<model::WaitId, int>>{{*script.wait, 3}});
  script.run("new-pane --block-until-exit-success -- make");
  const auto wait = script.wait;
  model::pane_exited(script.session, script.host, PaneId{2}, 1);
  CHECK(script.host.ended.size() == 1);
  script.run("close-pane");
  CHECK(script.host.ended.back() == std::pair<model::WaitId, int>{*wait, 1});
  CHECK(script.run("new-pane --blocking --block-until-exit -- make") ==
        "error: only one of the blocking flags can be given");
}

TEST_CASE("a pane in the place of another one") {
  Script script;
  script.run("new-pane --direction right");
  CHECK(script.run("new-pane --in-place -- top") == "terminal_2\n");
  CHECK(script.picture() == "0 0,0 40x24 | 2* 40,0 40x24");
  CHECK(script.run("list-panes").find("terminal_1") != std::string::npos);
  script.run("close-pane");
  CHECK(script.picture() == "0 0,0 40x24 | 1* 40,0 40x24");
  script.run("new-pane --in-place --close-replaced-pane");
  CHECK(script.session.find_pane(PaneId{1}) == nullptr);
}

TEST_CASE("panes start where the focused one is") {
  Script script;
  script.host.directories[PaneId{0}] = "/home/user/src";
  script.run("new-pane");
  CHECK(script.program(1).request.cwd == "/home/user/src");
  script.run("new-pane --cwd /etc");
  CHECK(script.program(2).request.cwd == "/etc");
}

TEST_CASE("suspended commands wait for Enter") {
  Script script;
  script.run("new-pane --start-suspended -- make");
  CHECK(script.pane(1).state == model::PaneState::Suspended);
  CHECK_FALSE(script.host.programs.contains(PaneId{1}));
  script.run("send-keys Enter");
  CHECK(script.host.programs.contains(PaneId{1}));
  CHECK(script.run("new-pane --start-suspended") == "error: --start-suspended needs a command");
}

TEST_CASE("names are typed, and taken back") {
  Script script;
  script.run("rename-pane server");
  script.run("switch-mode renamepane");
  script.run("pane-name-input 0");
  script.run("pane-name-input 195 182 97");
  CHECK(script.pane(0).title() == "öa");
  script.run("pane-name-input 127 127");
  CHECK(script.pane(0).name.empty());
  script.run("undo-rename-pane");
  CHECK(script.pane(0).title() == "server");
}

TEST_CASE("input goes to all panes in sync") {
  Script script;
  script.run("new-pane");
  script.run("write-chars ls");
  CHECK(script.program(0).input.empty());
  script.run("toggle-active-sync-tab");
  script.run("write 13");
  script.run("send-keys Up");
  CHECK(script.program(0).input == "\r\x1b[A");
  CHECK(script.program(1).input == "ls\r\x1b[A");
  CHECK(script.run("write 256") == "error: '256' is no byte: expected a number from 0 to 255");
  CHECK(script.run("send-keys Enterr").starts_with("error: "));
}

TEST_CASE("pastes have brackets if the program wants them") {
  Script script;
  script.pane(0).terminal()->write("\x1b[?2004h");
  script.run("paste text");
  CHECK(script.program(0).input == "\x1b[200~text\x1b[201~");
}

TEST_CASE("floating panes") {
  Script script;
  script.run("toggle-floating-panes");
  CHECK(script.picture() == "0 0,0 80x24 | 1* 20,6 40x12");
  CHECK(script.program(1).size == term::Size{.columns = 38, .rows = 10});
  script.run("new-pane --floating");
  CHECK(script.focus() == 2);
  CHECK(script.session.tabs.front()->layout.floats().panes().size() == 2);
  script.run("toggle-floating-panes");
  CHECK(script.picture() == "0* 0,0 80x24");
  script.run("are-floating-panes-visible");
  CHECK(script.exit_code == 1);
  script.run("show-floating-panes");
  CHECK(script.focus() == 2);
  script.run("toggle-pane-pinned");
  script.run("hide-floating-panes");
  CHECK(script.exit_code == 0);
  script.run("hide-floating-panes");
  CHECK(script.exit_code == 2);
  script.run("focus-pane-id 2");
  script.run("toggle-pane-embed-or-floating");
  CHECK(script.picture() == "0 0,0 80x12 | 2* 0,12 80x12");
  script.run("change-floating-pane-coordinates -p 1 -x 1 -y 2 --width 50% --height 10");
  script.run("focus-pane-id 1");
  CHECK(script.picture() == "0 0,0 80x12 | 2 0,12 80x12 | 1* 1,2 40x10");
  script.run("close-pane");
  CHECK(script.focus() == 2);
}

TEST_CASE("resize, move, stack and fill the screen") {
  Script script;
  script.run("new-pane --direction right");
  script.run("resize increase left");
  CHECK(script.picture() == "0 0,0 36x24 | 1* 36,0 44x24");
  script.run("move-pane left");
  CHECK(script.picture() == "1* 0,0 36x24 | 0 36,0 44x24");
  script.run("stack-panes -- 0 1");
  CHECK(script.focus() == 1);
  CHECK(script.session.tabs.front()->layout.tiles().stack_of(PaneId{0}).size() == 2);
  script.run("move-focus up");
  CHECK(script.focus() == 0);
  script.run("toggle-fullscreen");
  CHECK(script.session.tabs.front()->layout.fullscreen().has_value());
  script.run("focus-next-pane");
  CHECK(script.focus() == 1);
  CHECK(script.session.tabs.front()->layout.fullscreen()->pane == PaneId{1});
  script.run("close-pane");
  CHECK(script.picture() == "0* 0,0 80x24");
}

TEST_CASE("panes beyond the most there may be close the oldest") {
  Script script;
  script.session.options.most_panes = 2;
  script.run("new-pane");
  script.run("new-pane");
  CHECK(script.session.panes.size() == 2);
  CHECK(script.session.find_pane(PaneId{0}) == nullptr);
}

TEST_CASE("panes are marked as they are focused") {
  Script script;
  script.run("toggle-group-marking");
  script.run("new-pane");
  const model::ClientView& client = *script.session.find_client(script.client);
  CHECK(client.group == std::vector<PaneId>{PaneId{0}, PaneId{1}});
  script.run("toggle-pane-in-group");
  CHECK(client.group == std::vector<PaneId>{PaneId{0}});
}

TEST_CASE("a bar is not what stays when all others are closed") {
  Script script(layout::find_builtin_layout("compact")->text);
  std::string bar;
  for (const auto& [id, pane] : script.session.panes) {
    if (!pane->is_selectable()) bar = model::pane_name(id);
  }
  REQUIRE_FALSE(bar.empty());
  CHECK(script.run("close-other-panes --pane-id " + bar) == "error: bars cannot be kept alone");
  CHECK(script.host.programs.size() == 1);
}

}  // namespace
}  // namespace mux::action
