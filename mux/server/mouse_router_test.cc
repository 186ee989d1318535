#include "mux/server/mouse_router.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "mux/input/preset.h"
#include "mux/layout/layout_reader.h"
#include "mux/model/arrange.h"
#include "mux/model/clients.h"
#include "mux/model/copying.h"
#include "mux/model/fake_host_test_support.h"
#include "mux/model/focus.h"
#include "mux/model/pane_ops.h"
#include "mux/model/scroll.h"
#include "mux/model/text.h"
#include "mux/server/input_router.h"

namespace mux::server {
namespace {

using input::MouseAction;
using model::PaneId;

constexpr std::string_view kOne = "layout {\n pane\n}\n";
constexpr std::string_view kTwo =
    "layout {\n pane split_direction=\"vertical\" {\n  pane\n  pane\n }\n}\n";
constexpr std::string_view kBarred =
    "layout {\n pane size=1 borderless=true {\n  plugin location=\"tab-bar\"\n }\n pane\n"
    " pane size=1 borderless=true {\n  plugin location=\"status-bar\"\n }\n}\n";

// A session that a test clicks on.
class Mouse {
 public:
  explicit Mouse(std::string_view layout_text)
      : session(*model::SessionName::parse("test"), {}),
        keys_(input::key_map_of(input::presets().front())),
        hints_(keys_),
        router(session, host, keys_, hints_,
               [](model::ClientId, const std::vector<action::LongText>&) {}) {
    const auto layout = layout::read_layout(layout_text);
    REQUIRE(layout.has_value());
    session.options.layout = *layout;
    session.size = {.columns = 60, .rows = 20};
    model::open_layout(session, host, session.options.layout);
    client = model::add_client(session, host, {.size = session.size});
  }

  bool send(MouseAction action, int x, int y, std::uint8_t button = 1, std::uint8_t modifiers = 0) {
    const input::MouseEvent event{
        .action = action, .button = button, .modifiers = modifiers, .x = x, .y = y};
    return router.take(client, event, now_ms);
  }
  void click(int x, int y, std::uint8_t modifiers = 0) {
    send(MouseAction::Press, x, y, 1, modifiers);
    send(MouseAction::Release, x, y, 1, modifiers);
  }
  void drag(int x, int y, int to_x, int to_y, std::uint8_t modifiers = 0) {
    send(MouseAction::Press, x, y, 1, modifiers);
    send(MouseAction::Move, to_x, to_y, 1, modifiers);
    send(MouseAction::Release, to_x, to_y, 1, modifiers);
  }
  model::Pane& pane(std::uint32_t number) { return *session.find_pane(PaneId{number}); }
  std::string& input_of(std::uint32_t number) { return host.programs.at(PaneId{number}).input; }
  std::uint32_t focus() { return model::number_of(*model::focused_pane(session, client)); }
  layout::Rect rect_of(std::uint32_t number) {
    return model::view_of(session, PaneId{number})->placement.rect;
  }

  model::FakeHost host;
  model::Session session;
  model::ClientId client{};
  std::uint64_t now_ms = 10'000;

 private:
  input::KeyMap keys_;
  KeyHints hints_;

 public:
  InputRouter router;
};

TEST_CASE("a click focuses, and reaches the program if it wants the mouse") {
  Mouse mouse(kTwo);
  mouse.pane(1).terminal()->write("\x1b[?1000h\x1b[?1006h");
  CHECK(mouse.focus() == 0);
  mouse.click(40, 5);
  CHECK(mouse.focus() == 1);
  CHECK(mouse.input_of(1).empty());  // That click was for the focus.
  mouse.click(40, 5);
  CHECK(mouse.input_of(1) == "\x1b[<0;11;5M\x1b[<0;11;5m");
  mouse.click(10, 5);
  mouse.session.options.clicks_through = true;
  mouse.input_of(1).clear();
  mouse.click(40, 5);
  CHECK(mouse.input_of(1) == "\x1b[<0;11;5M\x1b[<0;11;5m");
  mouse.input_of(1).clear();
  mouse.click(40, 5, input::kShift);
  CHECK(mouse.input_of(1).empty());
  mouse.send(MouseAction::WheelUp, 40, 5, 0);
  CHECK(mouse.input_of(1) == "\x1b[<64;11;5M");
}

TEST_CASE("dragging selects, releasing copies") {
  Mouse mouse(kOne);
  mouse.pane(0).terminal()->write("hello world\r\nsecond line\r\n");
  mouse.drag(6, 0, 3, 1);
  CHECK(mouse.host.copied == "world\nseco");
  CHECK(mouse.session.find_client(mouse.client)->notice->text == "copied to the clipboard");
  CHECK(mouse.pane(0).selection.has_value());
  mouse.now_ms += 1000;
  mouse.host.copied.clear();
  mouse.click(6, 0);
  CHECK_FALSE(mouse.pane(0).selection.has_value());
  CHECK(mouse.host.copied.empty());
  mouse.now_ms += 1000;
  mouse.drag(8, 0, 4, 0);  // Backwards.
  CHECK(mouse.host.copied == "o wor");
  mouse.now_ms += 1000;
  mouse.drag(1, 0, 2, 1, input::kAlt);
  CHECK(mouse.host.copied == "el\nec");
  mouse.session.options.copies_on_select = false;
  mouse.now_ms += 1000;
  mouse.host.copied.clear();
  mouse.drag(0, 0, 4, 0);
  CHECK(mouse.host.copied.empty());
  CHECK(model::text_of(mouse.pane(0), *mouse.pane(0).selection) == "hello");
}

TEST_CASE("two clicks select a word, three a line or what a command has printed") {
  Mouse mouse(kOne);
  mouse.pane(0).terminal()->write("see [/etc/hosts] now\r\n");
  mouse.click(8, 0);
  mouse.click(8, 0);
  CHECK(mouse.host.copied == "/etc/hosts");
  mouse.click(8, 0);
  CHECK(mouse.host.copied == "see [/etc/hosts] now");
  mouse.now_ms += 1000;
  mouse.click(8, 0);
  mouse.send(MouseAction::Press, 8, 0);
  mouse.send(MouseAction::Move, 18, 0);
  mouse.send(MouseAction::Release, 18, 0);
  CHECK(mouse.host.copied == "/etc/hosts] now");
  mouse.now_ms += 1000;
  mouse.host.copied.clear();
  mouse.click(40, 5);
  mouse.click(40, 5);
  CHECK(mouse.host.copied.empty());  // There is no word.

  mouse.pane(0).terminal()->write(
      "\x1b]133;A\x07$ ls\r\n\x1b]133;C\x07one\r\ntwo\r\n\x1b]133;A\x07$ ");
  mouse.now_ms += 1000;
  for (int i = 0; i < 3; ++i) mouse.click(1, 3);
  CHECK(mouse.host.copied == "one\ntwo\n");
}

TEST_CASE("beyond the edge the text follows while the button is held") {
  Mouse mouse(kTwo);
  for (int i = 0; i < 100; ++i) {
    mouse.pane(0).terminal()->write("line " + std::to_string(i) + "\r\n");
  }
  const layout::Rect content = model::view_of(mouse.session, PaneId{0})->content;
  mouse.send(MouseAction::Press, 3, 10);
  mouse.send(MouseAction::Move, 0, content.y - 1);
  MouseRouter& router = mouse.router.mouse();
  CHECK(router.wants_ticks());
  CHECK(model::scroll_position(mouse.pane(0)).above_bottom == 1);
  for (int i = 0; i < 5; ++i) CHECK(router.tick());
  CHECK(model::scroll_position(mouse.pane(0)).above_bottom == 6);
  mouse.send(MouseAction::Move, 0, 8);
  CHECK_FALSE(router.wants_ticks());
  mouse.send(MouseAction::Release, 0, 8);
  CHECK_FALSE(router.wants_ticks());
  CHECK(mouse.host.copied.starts_with("line "));
}

TEST_CASE("wheels scroll, go to prompts, send arrows and resize") {
  Mouse mouse(kTwo);
  std::string text;
  for (int i = 0; i < 50; ++i) text += i % 10 == 0 ? "\x1b]133;A\x07$ \r\n" : "text\r\n";
  mouse.pane(0).terminal()->write(text);
  const std::uint64_t screen = model::lines_of(mouse.pane(0)).screen;
  mouse.send(MouseAction::WheelUp, 5, 5, 0);
  CHECK(model::top_line(mouse.pane(0)) == screen - 3);
  mouse.send(MouseAction::WheelUp, 5, 5, 0, input::kAlt);
  CHECK(model::top_line(mouse.pane(0)) % 10 == 0);
  mouse.send(MouseAction::WheelDown, 5, 5, 0, input::kAlt);
  mouse.send(MouseAction::WheelDown, 5, 5, 0, input::kAlt);
  CHECK_FALSE(mouse.pane(0).scroll_top.has_value());
  const int columns = mouse.rect_of(0).columns;
  mouse.session.options.resizes_to_stacks = false;
  mouse.send(MouseAction::WheelUp, 5, 5, 0, input::kControl);
  CHECK(mouse.rect_of(0).columns > columns);
  mouse.send(MouseAction::WheelDown, 5, 5, 0, input::kControl);
  CHECK(mouse.rect_of(0).columns == columns);
  mouse.pane(0).terminal()->write("\x1b[?1049h");
  mouse.send(MouseAction::WheelUp, 5, 5, 0);
  CHECK(mouse.input_of(0) == "\x1b[A\x1b[A\x1b[A");
}

TEST_CASE("borders of tiled panes are dragged") {
  Mouse mouse(kTwo);
  const layout::Rect before = mouse.rect_of(0);
  // The line between them is the first one's last column.
  mouse.drag(before.right() - 1, 10, before.right() + 4, 10);
  CHECK(mouse.rect_of(0).columns == before.columns + 5);
  CHECK(mouse.rect_of(1).x == before.right() + 5);
  mouse.drag(before.right() + 4, 10, before.right() - 3, 12);
  CHECK(mouse.rect_of(0).columns == before.columns - 2);
  // There is nothing above its title.
  mouse.drag(5, 0, 5, 4);
  CHECK(mouse.rect_of(0).y == 0);
  CHECK(mouse.host.programs.at(PaneId{1}).size.columns == mouse.rect_of(1).columns);
}

TEST_CASE("floating panes are moved by their first row and sized by the others") {
  Mouse mouse(kOne);
  const auto opened = model::open_pane(mouse.session, mouse.host, {},
                                       {.kind = model::PanePlace::Kind::Floating,
                                        .tab = mouse.session.tabs.front()->id,
                                        .near = {},
                                        .place = {}});
  REQUIRE(opened.has_value());
  model::focus_pane(mouse.session, mouse.client, *opened);
  const layout::Rect before = mouse.rect_of(1);
  mouse.drag(before.x + 4, before.y, before.x + 1, before.y + 2);
  layout::Rect rect = mouse.rect_of(1);
  CHECK(rect.x == before.x - 3);
  CHECK(rect.y == before.y + 2);
  CHECK(rect.columns == before.columns);
  mouse.drag(rect.x + 4, rect.y, -50, -50);
  CHECK(mouse.rect_of(1).x == 0);
  CHECK(mouse.rect_of(1).columns == before.columns);
  rect = mouse.rect_of(1);
  mouse.drag(rect.right() - 1, rect.bottom() - 1, rect.right() + 4, rect.bottom() + 1);
  CHECK(mouse.rect_of(1).columns == rect.columns + 5);
  CHECK(mouse.rect_of(1).rows == rect.rows + 2);
  CHECK(mouse.focus() == 1);
}

TEST_CASE("bars are clicked on") {
  Mouse mouse(kBarred);
  model::open_tab(mouse.session, mouse.host, mouse.session.options.layout.new_tab,
                  mouse.session.options.layout);
  const model::TabId first = mouse.session.find_client(mouse.client)->tab;
  // " kmux (test)  Tab #1  Tab #2 "
  mouse.click(24, 0);
  CHECK(mouse.session.find_client(mouse.client)->tab != first);
  mouse.click(14, 0);
  CHECK(mouse.session.find_client(mouse.client)->tab == first);
  mouse.send(MouseAction::WheelDown, 40, 0, 0);
  CHECK(mouse.session.find_client(mouse.client)->tab != first);
  // " Ctrl + <g> LOCK": the first key of the status bar.
  mouse.click(12, 19);
  CHECK(mouse.session.find_client(mouse.client)->mode != input::Mode::Normal);
}

TEST_CASE("groups, focus by hovering, and no mouse at all") {
  Mouse mouse(kTwo);
  mouse.click(40, 5, input::kAlt);
  const model::ClientView& view = *mouse.session.find_client(mouse.client);
  CHECK(view.group == std::vector<PaneId>{PaneId{1}});
  mouse.click(40, 5, input::kAlt);
  CHECK(view.group.empty());
  CHECK(mouse.focus() == 1);
  mouse.send(MouseAction::Move, 5, 5, 0);
  CHECK(mouse.focus() == 1);
  mouse.session.options.focus_follows_mouse = true;
  mouse.send(MouseAction::Move, 5, 5, 0);
  CHECK(mouse.focus() == 0);
  mouse.session.options.uses_mouse = false;
  mouse.click(40, 5);
  CHECK(mouse.focus() == 0);
}

TEST_CASE("the pane under the pointer is pointed out unless it is focused") {
  Mouse mouse(kTwo);
  const model::ClientView& view = *mouse.session.find_client(mouse.client);
  CHECK_FALSE(mouse.send(MouseAction::Move, 5, 5, 0));
  CHECK_FALSE(view.hovered);
  CHECK(mouse.send(MouseAction::Move, 40, 5, 0));
  CHECK(view.hovered == PaneId{1});
  CHECK_FALSE(mouse.send(MouseAction::Move, 41, 5, 0));  // Nothing new to show.
  CHECK(mouse.send(MouseAction::Move, 5, 5, 0));
  CHECK_FALSE(view.hovered);
  mouse.pane(1).terminal()->write("\x1b[?1003h\x1b[?1006h");
  mouse.send(MouseAction::Move, 40, 5, 0);
  CHECK(mouse.input_of(1).empty());  // Its program is not in front.
  mouse.click(40, 5);
  CHECK_FALSE(view.hovered);
  mouse.send(MouseAction::Move, 41, 5, 0);
  CHECK(mouse.input_of(1) == "\x1b[<35;12;5M");
  mouse.session.options.highlights_hovered = false;
  CHECK_FALSE(mouse.send(MouseAction::Move, 5, 5, 0));
  CHECK_FALSE(view.hovered);
}

TEST_CASE("in copy mode a click puts the cursor, and the wheel keeps it in sight") {
  Mouse mouse(kOne);
  for (int i = 0; i < 50; ++i) mouse.pane(0).terminal()->write("some text\r\n");
  model::begin_copying(mouse.pane(0));
  mouse.click(5, 2);
  CHECK(mouse.pane(0).copying->cursor.column == 5);
  const std::uint64_t top = model::top_line(mouse.pane(0));
  CHECK(mouse.pane(0).copying->cursor.line == top + 2);
  mouse.send(MouseAction::WheelDown, 5, 2, 0);
  mouse.send(MouseAction::WheelUp, 5, 2, 0);
  mouse.send(MouseAction::WheelUp, 5, 2, 0);
  CHECK(model::top_line(mouse.pane(0)) == top - 6);
}

}  // namespace
}  // namespace mux::server
