#include "mux/render/frame_diff.h"

#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

#include "common/text/utf8.h"
#include "mux/render/certain_width.h"
#include "mux/render/color_reduction.h"
#include "mux/render/outer_screen_test_support.h"

namespace mux::render {
namespace {

// The cell as a terminal of these capabilities shows it.
struct Look {
  std::string text;
  Style style;
  std::string link;
  bool operator==(const Look&) const = default;
};

std::string printed(const Look& look) {
  return "'" + look.text + "' " + std::to_string(look.style.foreground.bits()) + " " +
         std::to_string(look.style.background.bits()) + " " + look.link;
}

Look look_of(const Frame& frame, int x, int y, const Capabilities& capabilities) {
  const Cell& cell = frame.cell(x, y);
  Look look;
  look.style = reduce(frame.tables().style_of(cell.style), capabilities);
  if (look.style.link != 0) look.link = frame.tables().link_of(look.style.link).url;
  if (cell.is_cluster != 0) {
    look.text = frame.tables().cluster_of(cell.content);
  } else if (cell.content != 0) {
    common::append_utf8(cell.content, look.text);
  }
  if (cell.is_blank()) look.style = blank_look(look.style);
  look.style.link = 0;
  return look;
}

Look look_of(const OuterCell& cell) {
  Look look{cell.text, cell.style, cell.link};
  if (cell.text.empty() && !cell.is_tail) look.style = blank_look(cell.style);
  return look;
}

bool is_uncertain(const Frame& frame, int x, int y) {
  const Cell& cell = frame.cell(x, y);
  if (cell.cell_width() == CellWidth::WideTail) return is_uncertain(frame, x - 1, y);
  return !cell.is_blank() && (cell.is_cluster != 0 || !is_width_certain(cell.content));
}

void check_same(const OuterScreen& screen, const Frame& frame, const Capabilities& capabilities,
                bool skips_uncertain) {
  for (int y = 0; y < frame.size().rows; ++y) {
    for (int x = 0; x < frame.size().columns; ++x) {
      if (skips_uncertain && is_uncertain(frame, x, y)) continue;
      const Look expected = look_of(frame, x, y, capabilities);
      const Look shown = look_of(screen.cell(x, y));
      if (expected == shown) continue;
      CAPTURE(x);
      CAPTURE(y);
      REQUIRE(printed(shown) == printed(expected));
      REQUIRE(shown == expected);
    }
  }
}

class RandomFrames {
 public:
  RandomFrames(unsigned seed, FrameTables& tables) : random_(seed), tables_(tables) {}

  int pick(int count) { return static_cast<int>(random_() % static_cast<unsigned>(count)); }

  term::Color color() {
    const auto byte = [&] { return static_cast<std::uint8_t>(pick(256)); };
    switch (pick(4)) {
      case 0:
        return term::Color::palette(static_cast<std::uint8_t>(pick(16)));
      case 1:
        return term::Color::palette(byte());
      case 2:
        return term::Color::rgb(byte(), byte(), byte());
      default:
        return {};
    }
  }

  StyleId style() {
    if (pick(3) == 0) return 0;
    Style style;
    if (pick(2) == 0) style.foreground = color();
    if (pick(3) == 0) style.background = color();
    if (pick(4) == 0) style.underline = static_cast<term::Underline>(pick(6));
    if (pick(6) == 0) style.underline_color = color();
    style.is_bold = pick(4) == 0;
    style.is_dim = pick(6) == 0;
    style.is_italic = pick(6) == 0;
    style.is_blinking = pick(9) == 0;
    style.is_reversed = pick(6) == 0;
    style.is_hidden = pick(9) == 0;
    style.is_struck = pick(9) == 0;
    style.is_overlined = pick(9) == 0;
    if (pick(9) == 0) style.link = tables_.link({"", "file:///" + std::to_string(pick(3))});
    return tables_.style(style);
  }

  void put_text(Frame& frame, int x, int y, int count) {
    static constexpr char32_t kNarrow[] = {'a', 'b', 'x', ' ', 0xE9, 0x2502, 0x2665, 0x2603};
    static constexpr char32_t kWide[] = {0x6C49, 0x3042, 0x1F600, 0x1F680};
    StyleId id = style();
    for (int i = 0; i < count; ++i, ++x) {
      if (pick(8) == 0) id = style();
      switch (pick(12)) {
        case 0:
          frame.put(x++, y, kWide[pick(4)], true, id);
          break;
        case 1:
          frame.put_cluster(x, y, "e\xCC\x81", false, id);
          break;
        default:
          frame.put(x, y, kNarrow[pick(8)], false, id);
      }
    }
  }

  // What may happen between two frames.
  void change(Frame& frame) {
    const auto [columns, rows] = frame.size();
    switch (pick(8)) {
      case 0:
        frame.fill({pick(columns), pick(rows), pick(columns), pick(rows)}, style());
        break;
      case 1:
        frame.fill({0, pick(rows), columns, rows}, 0);
        break;
      case 2: {
        const int top = pick(rows - 1);
        frame.scroll({.area = {0, top, columns, 2 + pick(rows - top - 1)},
                      .lines = pick(2) == 0 ? 1 : pick(7) - 3});
        break;
      }
      case 3: {
        const int x = pick(columns);
        const int count = pick(columns - x + 1);
        const int y = pick(rows);
        for (int i = 0; i < count; ++i) frame.put(x + i, y, '-', false, 0);
        break;
      }
      default:
        put_text(frame, pick(columns), pick(rows), 1 + pick(columns));
    }
  }

 private:
  std::mt19937 random_;
  FrameTables& tables_;
};

void check_random_frames(unsigned seed, FrameSize size, const Capabilities& capabilities,
                         bool disagrees) {
  FrameDiff diff(capabilities);
  OuterScreen screen(size.columns, size.rows);
  if (disagrees) {
    screen.width = [](char32_t c) {
      const int columns = static_cast<int>(common::display_width(c));
      return columns == 0 || is_width_certain(c) ? columns : 3 - columns;
    };
  }
  RandomFrames frames(seed, diff.tables());
  Frame frame(size, diff.tables());
  for (int round = 0; round < 60; ++round) {
    for (int i = frames.pick(6); i >= 0; --i) frames.change(frame);
    const Cursor cursor{.x = frames.pick(size.columns),
                        .y = frames.pick(size.rows),
                        .is_visible = frames.pick(5) != 0,
                        .shape = static_cast<CursorShape>(frames.pick(7))};
    const layout::Rect areas[] = {
        {0, 0, size.columns / 2, size.rows},
        {size.columns / 2, 0, size.columns - size.columns / 2, size.rows}};
    const bool has_areas = frames.pick(2) == 0;
    if (frames.pick(20) == 0) diff.invalidate();
    const std::string_view bytes =
        diff.update(frame, cursor, std::span<const layout::Rect>(areas).first(has_areas ? 2u : 0u));
    screen.write(bytes);
    CAPTURE(seed);
    CAPTURE(round);
    check_same(screen, frame, capabilities, disagrees);
    REQUIRE(screen.is_visible() == cursor.is_visible);
    REQUIRE_FALSE(screen.is_synchronized());
    if (cursor.is_visible) {
      REQUIRE(screen.x() == cursor.x);
      REQUIRE(screen.y() == cursor.y);
      REQUIRE(screen.shape() == static_cast<int>(cursor.shape));
    }
    REQUIRE(diff.update(frame, cursor).empty());
  }
}

class Fixture {
 public:
  explicit Fixture(FrameSize size, const Capabilities& capabilities = kFull)
      : diff(capabilities), frame(size, diff.tables()) {
    diff.update(frame, cursor);
  }
  std::string update() { return std::string(diff.update(frame, cursor)); }
  void write(int x, int y, std::string_view text, StyleId style = 0) {
    frame.write(x, y, text, style, frame.size().columns);
  }
  StyleId foreground(term::Color color) {
    Style style;
    style.foreground = color;
    return diff.tables().style(style);
  }
  StyleId background(term::Color color) {
    Style style;
    style.background = color;
    return diff.tables().style(style);
  }

  FrameDiff diff;
  Frame frame;
  Cursor cursor;
};

}  // namespace

TEST_CASE("the terminal shows every frame, whatever was there before") {
  for (unsigned seed = 0; seed < 60; ++seed) {
    check_random_frames(seed, {40, 12}, kFull, false);
    check_random_frames(seed, {31, 7}, kPlain, false);
    check_random_frames(seed, {2, 2}, {}, false);
    check_random_frames(seed, {1, 2}, kFull, false);
    check_random_frames(seed, {80, 3}, {.colors = ColorDepth::Palette}, false);
  }
}

TEST_CASE("other opinions about widths stay where they are") {
  for (unsigned seed = 100; seed < 140; ++seed) {
    check_random_frames(seed, {40, 12}, kFull, true);
    check_random_frames(seed, {31, 7}, kPlain, true);
  }
}

TEST_CASE("frames of any size are drawn") {
  FrameDiff diff(kFull);
  for (const FrameSize size : {FrameSize{0, 0}, {1, 1}, {1000, 1}, {1, 1000}, {700, 300}}) {
    Frame frame(size, diff.tables());
    frame.fill({-5, -5, 2000, 2000}, 0);
    frame.write(-1, 0, "\xE6\xB1\x89\xE6\xB1\x89 text", 0, size.columns);
    frame.put(size.columns - 1, size.rows - 1, 0x6C49, true, 0);
    frame.put(size.columns, size.rows, 'x', false, 0);
    const std::string bytes(diff.update(frame, {.x = 5000, .y = 5000}));
    if (size.columns == 0) continue;
    OuterScreen screen(size.columns, size.rows);
    screen.write(bytes);
    check_same(screen, frame, kFull, false);
  }
}

TEST_CASE("what is typed is what is written") {
  Fixture f({80, 24});
  f.cursor.x = 1;
  f.write(0, 0, "a");
  CHECK(f.update() == "a");
  f.cursor.x = 3;
  f.write(1, 0, "bc");
  CHECK(f.update() == "bc");
}

TEST_CASE("a line that scrolls in costs its text") {
  Fixture f({80, 24});
  for (int y = 0; y < 24; ++y) f.write(0, y, "line " + std::to_string(y));
  f.cursor = {.x = 0, .y = 23};
  f.update();
  for (int i = 0; i < 3; ++i) {
    f.frame.scroll({.area = {0, 0, 80, 24}, .lines = 1});
    f.write(0, 23, "new line " + std::to_string(i));
    f.cursor.x = 10;
    const std::string bytes = f.update();
    CHECK(bytes == (i == 0 ? "" : "\r") + std::string("\nnew line ") + std::to_string(i));
  }
}

TEST_CASE("a region that scrolls again keeps its margins") {
  Fixture f({80, 24});
  for (int y = 0; y < 24; ++y) f.write(0, y, "line " + std::to_string(y));
  f.update();
  std::string bytes;
  for (int i = 0; i < 3; ++i) {
    f.frame.scroll({.area = {0, 1, 80, 22}, .lines = 1});
    f.write(0, 22, "new line " + std::to_string(i));
    f.cursor = {.x = 10, .y = 22};
    bytes = f.update();
  }
  CHECK(bytes == "\r\nnew line 2");
}

TEST_CASE("half of the screen scrolls between side margins") {
  Fixture f({80, 24});
  for (int y = 0; y < 24; ++y) {
    f.write(0, y, "left side of the screen " + std::to_string(y));
    f.write(40, y, "right side of the screen " + std::to_string(y * 7));
  }
  f.update();
  f.frame.scroll({.area = {40, 0, 40, 24}, .lines = 1});
  const layout::Rect areas[] = {{0, 0, 40, 24}, {40, 0, 40, 24}};
  f.cursor = {.x = 40, .y = 23};
  CHECK(f.diff.update(f.frame, f.cursor, areas) ==
        "\x1b[?69h\x1b[41;80s\x1b[S\x1b[?69l\x1b[24;41H");
}

TEST_CASE("no scroll cuts wide characters in half") {
  Fixture f({80, 24});
  OuterScreen screen(80, 24);
  for (int y = 0; y < 24; ++y) {
    f.write(39, y, "\xE6\xB1\x89");
    f.write(41, y, "right side of the screen " + std::to_string(y * 7));
  }
  f.diff.invalidate();
  screen.write(f.update());
  f.frame.scroll({.area = {41, 0, 39, 24}, .lines = 1});
  const layout::Rect areas[] = {{40, 0, 40, 24}};
  screen.write(f.diff.update(f.frame, f.cursor, areas));
  check_same(screen, f.frame, kFull, false);
}

TEST_CASE("blanks are erased, and runs repeated") {
  Fixture f({80, 24});
  f.write(0, 0, std::string(80, 'x'));
  CHECK(f.update().find("x\x1b[79b") != std::string::npos);
  f.frame.fill({20, 0, 60, 1}, 0);
  CHECK(f.update() == "\x1b[21G\x1b[K\r");
  f.frame.fill({5, 0, 10, 1}, 0);
  CHECK(f.update() == "\x1b[6G\x1b[10X\r");
  f.frame.fill({0, 0, 80, 24}, f.background(term::Color::palette(4)));
  f.update();
  f.frame.fill({0, 0, 80, 24}, 0);
  CHECK(f.update() == "\x1b[m\x1b[J");
}

TEST_CASE("spaces between coloured words take the colour of their neighbours") {
  Fixture f({80, 24});
  f.write(0, 0, "red words here", f.foreground(term::Color::palette(1)));
  f.cursor.x = 14;
  CHECK(f.update() == "\x1b[31mred words here");
}

TEST_CASE("nearby changes are reached by writing what lies between") {
  Fixture f({80, 24});
  f.write(0, 0, "abcdefghijklmnop");
  f.update();
  f.write(0, 0, "Abcd");
  f.write(4, 0, "E");
  f.cursor.x = 5;
  CHECK(f.update() == "AbcdE");
  f.write(6, 0, "G");
  f.write(14, 0, "O");
  f.cursor.x = 15;
  CHECK(f.update() == "\x1b[CG\x1b[7CO");
}

TEST_CASE("where widths are uncertain the cursor is placed anew") {
  Fixture f({80, 24});
  f.write(0, 0,
          "\xF0\x9F\x98\x80"
          "ab");
  f.cursor.x = 4;
  CHECK(f.update() == "\x1b[2X\xF0\x9F\x98\x80\x1b[3Gab");
  f.write(0, 1, "\xE6\xB1\x89\xE6\xB1\x89");
  f.cursor = {.x = 4, .y = 1};
  CHECK(f.update() == "\r\n\xE6\xB1\x89\xE6\xB1\x89");
}

TEST_CASE("long output is shown at once, or without the cursor") {
  Fixture f({80, 24});
  for (int y = 0; y < 24; ++y) f.write(0, y, "a line of some length, number " + std::to_string(y));
  const std::string bytes = f.update();
  CHECK(bytes.starts_with("\x1b[?2026h"));
  CHECK(bytes.ends_with("\x1b[?2026l"));
  Fixture g({80, 24}, {});
  for (int y = 0; y < 24; ++y) g.write(0, y, "a line of some length, number " + std::to_string(y));
  const std::string hidden = g.update();
  CHECK(hidden.starts_with("\x1b[?25l"));
  CHECK(hidden.ends_with("\x1b[?25h"));
}

TEST_CASE("links are opened and closed") {
  Fixture f({80, 24});
  Style style;
  style.link = f.diff.tables().link({"1", "https://example.org"});
  const StyleId link = f.diff.tables().style(style);
  f.write(0, 0, "link", link);
  f.write(4, 0, "!");
  f.cursor.x = 5;
  CHECK(f.update() == "\x1b]8;id=1;https://example.org\x1b\\link\x1b]8;;\x1b\\!");
}

TEST_CASE("nothing that is drawn reaches the terminal as a control character") {
  Fixture f({20, 2}, {});
  f.write(0, 0, "a\x1b[31m\x07");
  f.frame.put(0, 1, 0x1B, false, 0);
  f.frame.put_cluster(1, 1, "e\x1b]", false, 0);
  CHECK(f.diff.tables().link({"", "a\x1b\\"}) == 0);
  const std::string bytes = f.update();
  CHECK(bytes.find("\x1b[31m") == std::string::npos);
  CHECK(bytes.find('\x07') == std::string::npos);
  CHECK(bytes.find("\x1b]") == std::string::npos);
}

TEST_CASE("tables forget what no frame shows") {
  FrameDiff diff(kFull);
  OuterScreen screen(20, 4);
  Frame frame({20, 4}, diff.tables());
  const std::uint32_t generation = diff.tables().generation();
  for (int i = 0; i < 70'000; ++i) {
    const auto byte = [&](int shift) { return static_cast<std::uint8_t>(i >> shift); };
    Style style;
    style.foreground = term::Color::rgb(byte(16), byte(8), byte(0));
    frame.put(i % 20, i / 20 % 4, 'a', false, diff.tables().style(style));
    if (i % 100 != 0) continue;
    screen.write(diff.update(frame, {}));
    check_same(screen, frame, kFull, false);
  }
  CHECK(diff.tables().generation() == generation + 1);
  CHECK(diff.tables().size() < 10'000);
}

}  // namespace mux::render
