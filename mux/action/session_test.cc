// Tabs, scrolling, searching, modes and questions.
#include <doctest/doctest.h>

#include "mux/action/script_test_support.h"
#include "mux/model/closing.h"
#include "mux/model/scroll.h"

namespace mux::action {
namespace {

using model::PaneId;
using model::TabId;

TEST_CASE("tabs are opened, walked, renamed and closed") {
  Script script;
  CHECK(script.run("new-tab --name build") == "1\n");
  CHECK(script.tab_position() == 1);
  CHECK(script.run("query-tab-names") == "Tab #1\nbuild\n");
  script.run("go-to-next-tab");
  CHECK(script.tab_position() == 0);
  script.run("go-to-previous-tab");
  CHECK(script.tab_position() == 1);
  script.run("toggle-tab");
  CHECK(script.tab_position() == 0);
  script.run("go-to-tab 2");
  CHECK(script.tab_position() == 1);
  CHECK(script.run("go-to-tab-name none") == "error: there is no tab named 'none'");
  CHECK(script.run("go-to-tab-name none --create") == "2\n");
  script.run("rename-tab-by-id 2 last");
  script.run("move-tab left");
  CHECK(script.run("query-tab-names") == "Tab #1\nlast\nbuild\n");
  script.run("close-tab");
  CHECK(script.run("query-tab-names") == "Tab #1\nbuild\n");
  CHECK(script.tab_position() == 1);
  script.run("undo-close");
  CHECK(script.run("query-tab-names") == "Tab #1\nlast\nbuild\n");
  CHECK(script.tab_position() == 1);
  script.run("close-tab-by-id 0");
  CHECK(script.session.tabs.size() == 2);
}

TEST_CASE("panes change tabs") {
  Script script;
  script.run("new-pane");
  CHECK(script.run("break-pane") == "1\n");
  CHECK(script.picture() == "1* 0,0 80x24");
  script.run("break-pane-left");
  // The tab that was left without panes is gone.
  CHECK(script.session.tabs.size() == 1);
  CHECK(script.picture() == "0 0,0 80x12 | 1* 0,12 80x12");
  CHECK(script.host.programs.size() == 2);
}

TEST_CASE("the focus goes on in the tab beside") {
  Script script;
  script.run("new-pane --direction right");
  script.run("new-tab");
  script.run("move-focus-or-tab left");
  CHECK(script.tab_position() == 0);
  CHECK(script.focus() == 1);
  script.run("move-focus-or-tab left");
  CHECK(script.focus() == 0);
}

TEST_CASE("closing the last tab ends the session") {
  Script script;
  script.run("close-pane");
  CHECK(script.session.is_over);
  CHECK(script.host.exits == 1);
  CHECK(script.host.programs.empty());
  CHECK(script.run("new-pane") == "error: the session is over");
}

TEST_CASE("two clients have a focus each") {
  Script script;
  script.run("new-pane --direction right");
  const model::ClientId first = script.client;
  script.client =
      model::add_client(script.session, script.host, {.size = {.columns = 80, .rows = 24}});
  script.run("move-focus left");
  CHECK(script.focus() == 0);
  CHECK(model::focused_pane(script.session, first) == PaneId{1});
  script.run("close-pane -p 1");
  CHECK(model::focused_pane(script.session, first) == PaneId{0});
  script.run("new-tab");
  CHECK(model::focused_tab(script.session, first)->id == TabId{0});
  script.session.options.mirrors_session = true;
  script.run("go-to-tab 2");
  CHECK(model::focused_tab(script.session, first)->id == TabId{1});
}

TEST_CASE("swap layouts follow the number of panes") {
  Script script(layout::find_builtin_layout("default")->text);
  script.session.options.layout =
      layout::read_builtin_layout(*layout::find_builtin_layout("default"));
  script.run("new-tab");
  for (int i = 0; i < 3; ++i) script.run("new-pane");
  const std::string vertical = script.picture();
  CHECK(script.run("next-swap-layout").empty());
  CHECK(script.picture() != vertical);
  CHECK(script.run("list-tabs -l").find("SWAP_LAYOUT") != std::string::npos);
  script.run("previous-swap-layout");
  CHECK(script.picture() == vertical);
}

void fill(model::Pane& pane, int lines) {
  for (int i = 1; i <= lines; ++i) pane.terminal()->write(fmt::format("line {}\r\n", i));
}

TEST_CASE("scrolling stays where it is while output arrives") {
  Script script;
  model::Pane& pane = script.pane(0);
  fill(pane, 100);
  script.run("scroll-up");
  CHECK(model::scroll_position(pane).above_bottom == 1);
  CHECK(model::scroll_position(pane).most == 77);
  const std::uint64_t top = model::top_line(pane);
  fill(pane, 5);
  CHECK(model::top_line(pane) == top);
  CHECK(model::scroll_position(pane).above_bottom == 6);
  script.run("page-scroll-up");
  CHECK(model::top_line(pane) == top - 24);
  script.run("scroll-to-top");
  CHECK(model::top_line(pane) == 0);
  script.run("half-page-scroll-down");
  CHECK(model::top_line(pane) == 12);
  script.run("scroll-to-bottom");
  CHECK_FALSE(pane.scroll_top.has_value());
  script.run("scroll-up");
  script.run("write-chars x");
  CHECK_FALSE(pane.scroll_top.has_value());
}

TEST_CASE("searching") {
  Script script;
  model::Pane& pane = script.pane(0);
  fill(pane, 100);
  // As it is typed, to the last match.
  script.run(input_call("search-input", "line 1"));
  CHECK(pane.search.pattern == "line 1");
  CHECK(pane.search.current->begin.line == 99);
  script.run("search up");
  CHECK(pane.search.current->begin.line == 18);
  CHECK(model::top_line(pane) <= 18);
  CHECK(script.exit_code == 0);
  script.run("search-toggle-option whole-word");
  CHECK(pane.search.current->begin.line == 0);
  script.run("search up");
  CHECK(script.exit_code == 1);
  script.run("search-toggle-option wrap");
  script.run("search-toggle-option whole-word");
  script.run("search down");
  CHECK(pane.search.current->begin.line == 0);
  script.run("search up");
  CHECK(pane.search.current->begin.line == 99);
}

TEST_CASE("matches go on from row to row") {
  Script script("layout {\n pane\n}\n", {.columns = 10, .rows = 5});
  model::Pane& pane = script.pane(0);
  pane.terminal()->write("12345678abcdef\r\n");
  pane.search.pattern = "[a-d]+";
  pane.search.is_regex = true;
  script.run("search down");
  REQUIRE(pane.search.current);
  CHECK(pane.search.current->begin == model::TextPosition{.line = 0, .column = 8});
  CHECK(pane.search.current->end == model::TextPosition{.line = 1, .column = 2});
}

TEST_CASE("what commands have printed") {
  Script script;
  script.pane(0).terminal()->write(
      "\x1b]133;A\x07$ \x1b]133;B\x07ls\r\n\x1b]133;C\x07one\r\ntwo\r\n\x1b]133;D;0\x07"
      "\x1b]133;A\x07$ \x1b]133;B\x07");
  CHECK(script.run("copy-last-command-output").empty());
  CHECK(script.host.copied == "one\ntwo\n");
  script.run("select-command-at-scroll-position");
  script.host.copied.clear();
  script.run("copy");
  CHECK(script.host.copied == "one\ntwo\n");
}

TEST_CASE("the text of a pane is dumped and edited") {
  Script script;
  fill(script.pane(0), 30);
  script.pane(0).terminal()->write("\x1b[1;31mred\x1b[m plain");
  CHECK(script.run("dump-screen").starts_with("line 8\n"));
  CHECK(script.run("dump-screen --full").starts_with("line 1\n"));
  CHECK(script.run("dump-screen --ansi").ends_with("\x1b[0;1;31mred\x1b[0m plain\n"));
  script.run("dump-screen --path /tmp/out");
  CHECK(script.host.files.at("/tmp/out").ends_with("red plain\n"));
  // Of whoever asks, not of the server.
  Context context{.session = script.session, .host = script.host, .client = script.client};
  context.cwd = "/home/user";
  const auto dumped = run(context, ActionCall{"dump-screen", {"--path", "out"}});
  REQUIRE(dumped.has_value());
  CHECK(dumped->later.at(0).path == "/home/user/out");
  CHECK(script.run("edit-scrollback") == "terminal_1\n");
  CHECK(script.program(1).request.command ==
        std::vector<std::string>{"/bin/vi", "+8", "/tmp/scrollback"});
  model::pane_exited(script.session, script.host, PaneId{1}, 0);
  CHECK(script.focus() == 0);
  CHECK_FALSE(script.host.files.contains("/tmp/scrollback"));
}

TEST_CASE("what happens while the text of a pane is written") {
  Script script;
  fill(script.pane(0), 30);
  script.run("new-pane");
  script.finishes = false;
  const auto finish = [&] {
    const LongText text = std::move(script.later.at(0));
    script.later.erase(script.later.begin());
    const auto reply = script.finish(text);
    return reply ? reply->text : reply.error().message;
  };
  SUBCASE("more text comes, and what there was is cleared") {
    CHECK(script.run("edit-scrollback --pane-id 0").empty());
    script.run("dump-screen --full --pane-id 0");
    script.pane(0).terminal()->write("\r\nmore\x1b[3J");
    CHECK(finish() == "terminal_2\n");
    CHECK(script.host.files.at("/tmp/scrollback").ends_with("line 30\n"));
    const std::string dumped = finish();
    CHECK(dumped.starts_with("line 1\n"));
    CHECK(dumped.ends_with("line 30\n"));
  }
  SUBCASE("the pane is closed: only its text is left") {
    script.run("edit-scrollback --pane-id 0");
    script.run("dump-screen --full --pane-id 0");
    script.run("close-pane --pane-id 0");
    CHECK(finish() == "terminal_0 has been closed");
    CHECK(finish().starts_with("line 1\n"));
  }
  SUBCASE("its user goes elsewhere, and stays there") {
    script.run("edit-scrollback --pane-id 0");
    script.run("new-tab");
    CHECK(script.tab_position() == 1);
    finish();
    CHECK(script.tab_position() == 1);
  }
  SUBCASE("its user stays, and is taken to the editor") {
    script.run("edit-scrollback --pane-id 0");
    CHECK(script.focus() == 1);
    finish();
    CHECK(script.focus() == 2);
  }
  SUBCASE("it is edited a second time: one editor is enough") {
    script.run("edit-scrollback --pane-id 0");
    script.run("edit-scrollback --pane-id 0");
    CHECK(finish() == "terminal_2\n");
    CHECK_FALSE(finish().starts_with("terminal"));
  }
  SUBCASE("the session ends") {
    script.run("edit-scrollback --pane-id 0");
    script.run("quit");
    CHECK(finish() == "the session is over");
  }
}

TEST_CASE("paths and panes are those of whoever asks") {
  Script script;
  script.run("new-pane");
  Context context{.session = script.session, .host = script.host, .client = script.client};
  context.from_pane = PaneId{0};
  context.cwd = "/srv";
  REQUIRE(run(context, ActionCall{"set-pane-color", {"--fg", "#010203"}}).has_value());
  CHECK(script.pane(0).foreground == term::Color::rgb(1, 2, 3));
  CHECK_FALSE(script.pane(1).foreground.has_value());
  REQUIRE(run(context, ActionCall{"run", {"-b", "true", "--", "make"}}).has_value());
  CHECK(script.program(2).request.cwd == "/srv");
  CHECK(script.pane(2).is_borderless);
  REQUIRE(run(context, ActionCall{"new-pane", {"--cwd", "src"}}).has_value());
  CHECK(script.program(3).request.cwd == "/srv/src");
  REQUIRE(run(context, ActionCall{"edit", {"--cwd", "src", "a.cc"}}).has_value());
  CHECK(script.program(4).request.command.back() == "/srv/src/a.cc");
  REQUIRE(run(context, ActionCall{"new-tab", {"--", "top"}}).has_value());
  CHECK(script.program(5).request.cwd == "/srv");
  const auto waiting = run(context, ActionCall{"new-pane", {"-b", "--", "true"}});
  REQUIRE(waiting.has_value());
  CHECK(waiting->wait.has_value());
}

TEST_CASE("clear keeps the prompt") {
  Script script;
  fill(script.pane(0), 30);
  script.pane(0).terminal()->write("$ ls");
  script.run("clear");
  CHECK(script.run("dump-screen --full") == "$ ls\n");
  CHECK(script.pane(0).terminal()->screen().cursor.x == 4);
}

TEST_CASE("lists as tables and as JSON") {
  Script script;
  script.run("rename-pane main");
  script.run("new-pane --name second -- make all");
  CHECK(script.run("list-panes") ==
        "PANE_ID     TYPE      TITLE\n"
        "terminal_0  terminal  main\n"
        "terminal_1  terminal  second\n");
  CHECK(script.run("list-panes -cs") ==
        "PANE_ID     TYPE      TITLE   COMMAND   CWD  FOCUSED  FLOATING  EXITED\n"
        "terminal_0  terminal  main    /bin/sh   -    false    false     false\n"
        "terminal_1  terminal  second  make all  -    true     false     false\n");
  const std::string json = script.run("list-panes --json");
  CHECK(json.starts_with("[\n  {\n    \"tab_id\": 0,"));
  CHECK(json.find("\"pane_rows\": 12,") != std::string::npos);
  CHECK(json.find("\"exit_status\": null,") != std::string::npos);
  CHECK(script.run("list-tabs -sd") ==
        "TAB_ID  POSITION  NAME    ACTIVE  FULLSCREEN  SYNC_PANES  FLOATING_VIS  VP_ROWS  VP_COLS"
        "  DA_ROWS  DA_COLS\n"
        "0       0         Tab #1  true    false       false       false         24       80     "
        "  24       80\n");
  CHECK(script.run("current-tab-info") == "name: Tab #1\nid: 0\nposition: 0\n");
  CHECK(script.run("list-clients") ==
        "CLIENT_ID  ZELLIJ_PANE_ID  RUNNING_COMMAND\n"
        "1          terminal_1      make all\n");
}

TEST_CASE("a session is a layout") {
  Script script;
  script.host.commands[PaneId{0}] = {"htop", "-d", "5"};
  script.run("new-pane --direction right");
  const std::string text = script.run("dump-layout");
  CHECK(text.find("command=\"htop\"") != std::string::npos);
  const auto read = layout::read_layout(text);
  REQUIRE(read.has_value());
  CHECK(read->tabs.size() == 1);
  CHECK(layout::count_panes(read->tabs.front().tiles) == 2);
}

TEST_CASE("modes, names and the end") {
  Script script;
  script.run("switch-mode Pane");
  CHECK(script.session.find_client(script.client)->mode == input::Mode::Pane);
  CHECK(script.run("switch-mode pain").starts_with("error: unknown mode 'pain'"));
  script.run("rename-session work");
  CHECK(script.session.name.text() == "work");
  CHECK(script.run("rename-session taken") == "error: there is a session of that name");
  CHECK(script.run("rename-session a/b") ==
        "error: a session's name cannot have '/' or control characters");
  script.run("detach");
  CHECK(script.host.detached == std::vector<model::ClientId>{script.client});
  script.run("switch-session other --tab-position 2");
  CHECK(script.host.switched_to == std::vector<std::string>{"other"});
  script.run("toggle-theme");
  CHECK(script.session.theme == model::Theme::Light);
  script.run("quit");
  CHECK(script.session.is_over);
}

}  // namespace
}  // namespace mux::action
