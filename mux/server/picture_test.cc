// What is drawn row by row as programs write is what would be drawn anew.
#include "mux/server/picture.h"

#include <doctest/doctest.h>

#include <random>
#include <string>

#include "mux/action/script_test_support.h"
#include "mux/input/preset.h"
#include "mux/render/frame_diff.h"

namespace mux::server {

namespace {

constexpr term::Size kPictureSize{.columns = 40, .rows = 14};

constexpr std::string_view kOutputs[] = {
    "plain text",
    "\r\n",
    "\r\none line\r\nand another\r\nand a third",
    "\x1b[31mred \x1b[1;44mblue\x1b[m",
    "\x1b[5;3Hthere",
    "\x1b[H\x1b[2J",
    "\x1b[3;9r\x1b[9;1H\r\n\r\nin a region\x1b[r",
    "\x1b[3;9r\x1b[3;1H\x1bM\x1bM\x1b[r",
    "\x1b[4;1H\x1b[2L",
    "\x1b[2;1H\x1b[3M",
    "\x1b[?1049h\x1b[Hother screen",
    "\x1b[?1049l",
    "\x1b[?5h",
    "\x1b[?5l",
    "\x1b]4;1;rgb:12/34/56\x1b\\",
    "\x1b]104\x1b\\",
    "\x1b]11;#102030\x1b\\",
    "\xE4\xB8\xAD\xE6\x96\x87 wide",
    "e\xCC\x81 \xF0\x9F\x91\xA8\xE2\x80\x8D\xF0\x9F\x91\xA9 clusters",
    "\x1b[5@\x1b[3P\x1b[K",
    "\x1b[?25l",
    "\x1b[?25h",
    "\x1b]0;a title\x1b\\",
};

class Sight {
 public:
  explicit Sight(std::string_view layout_text)
      : script_(layout_text, kPictureSize),
        keys_(input::key_map_of(**input::find_preset("default"))),
        hints_(keys_),
        frame_(size(), tables_) {
    paint_all();
  }

  action::Script& script() { return script_; }
  const Picture& picture() const { return picture_; }

  void write(std::size_t pane, std::string_view bytes) {
    script_.pane(static_cast<std::uint32_t>(pane)).terminal()->write(bytes);
  }

  void paint_all() {
    picture_ = paint(script_.session, view(), hints_, is_held_, picture_, frame_);
    frame_.settle();
  }

  // What programs have written; checks it against a frame that is drawn anew.  False:
  // this one had to be, too.
  bool follow() {
    const bool is_followed = repaint(script_.session, is_held_, picture_, frame_);
    if (!is_followed) paint_all();
    frame_.settle();
    render::Frame anew(size(), tables_);
    const Picture whole = paint(script_.session, view(), hints_, kNoneHeld, {}, anew);
    CHECK(picture_.cursor == whole.cursor);
    for (int y = 0; y < anew.size().rows; ++y) {
      CAPTURE(y);
      for (int x = 0; x < anew.size().columns; ++x) {
        CAPTURE(x);
        // Titles are drawn again only when the server is told of them.
        if (!is_text(x, y)) continue;
        REQUIRE(frame_.cell(x, y).word() == anew.cell(x, y).word());
      }
    }
    return is_followed;
  }

  // The text in the frame, without blanks at the end.
  std::string row_text(const layout::Rect& place, int y) const {
    std::string text;
    for (int x = place.x; x < place.right(); ++x) {
      const render::Cell& cell = frame_.cell(x, place.y + y);
      text += cell.content == 0 ? ' ' : static_cast<char>(cell.content);
    }
    return text.substr(0, text.find_last_not_of(' ') + 1);
  }

  void hold(std::optional<std::uint32_t> pane) { held_ = pane; }

 private:
  static inline const IsHeld kNoneHeld = [](model::PaneId) { return false; };

  static render::FrameSize size() {
    return {.columns = kPictureSize.columns, .rows = kPictureSize.rows};
  }
  const model::ClientView& view() { return *script_.session.find_client(script_.client); }
  bool is_text(int x, int y) const {
    const auto contains = [&](const layout::Rect& rect) { return rect.contains(x, y); };
    return std::ranges::any_of(picture_.texts, [&](const PaneText& text) {
      return contains(text.place) && std::ranges::none_of(text.covers, contains);
    });
  }

  action::Script script_;
  input::KeyMap keys_;
  KeyHints hints_;
  render::FrameTables tables_;
  render::Frame frame_;
  Picture picture_;
  std::optional<std::uint32_t> held_;
  IsHeld is_held_ = [this](model::PaneId pane) {
    return held_ && *held_ == model::number_of(pane);
  };
};

constexpr std::string_view kSideBySide =
    "layout {\n pane split_direction=\"vertical\" {\n  pane\n  pane\n }\n}\n";

TEST_CASE("rows drawn as they change are what a new frame shows") {
  for (unsigned seed = 0; seed < 20; ++seed) {
    CAPTURE(seed);
    std::mt19937 random(seed);
    Sight sight(kSideBySide);
    for (int round = 0; round < 120; ++round) {
      CAPTURE(round);
      for (unsigned i = random() % 4; i <= 3; ++i) {
        sight.write(random() % 2, kOutputs[random() % std::size(kOutputs)]);
      }
      sight.follow();
    }
  }
}

TEST_CASE("panes in front of others stay in front") {
  for (unsigned seed = 0; seed < 10; ++seed) {
    CAPTURE(seed);
    std::mt19937 random(seed);
    Sight sight(kSideBySide);
    // The second one is in front of the first.
    sight.script().run("new-pane --floating --x 5 --y 3 --width 17 --height 6");
    sight.script().run("new-pane --floating --x 14 --y 5 --width 15 --height 7");
    sight.paint_all();
    CHECK(sight.picture().has_overlaps);
    for (int round = 0; round < 100; ++round) {
      CAPTURE(round);
      for (unsigned long i = random() % 3; i <= 2; ++i) {
        sight.write(random() % 4, kOutputs[random() % std::size(kOutputs)]);
      }
      CHECK(sight.follow());
    }
  }
}

TEST_CASE("what is marked behind other panes is marked, and they stay in front") {
  Sight sight(kSideBySide);
  sight.write(0, "\x1b[Hword\r\nword\r\nword\r\nword\r\nword\r\nword");
  sight.script().run("new-pane --floating --x 2 --y 3 --width 17 --height 6");
  sight.paint_all();
  sight.script().pane(0).search.pattern = "word";
  sight.write(0, "\r\nmore");
  CHECK_FALSE(sight.follow());
}

TEST_CASE("lines that scroll are moved in the frame, not drawn") {
  Sight sight(kSideBySide);
  sight.write(0, "\x1b[Hone\r\ntwo\r\nthree\r\nfour\r\nfive");
  sight.follow();
  const layout::Rect place = sight.picture().texts.front().place;
  CHECK(sight.row_text(place, 1) == "two");
  sight.write(0, "\x1b[S");
  sight.follow();
  CHECK(sight.row_text(place, 1) == "three");
}

TEST_CASE("terminals of any size show something") {
  constexpr term::Size kSizes[] = {{1, 1}, {2, 1}, {1, 2}, {3, 3}, {1000, 1}, {1, 200}, {1000, 60}};
  for (const term::Size& size : kSizes) {
    CAPTURE(size.columns);
    action::Script script(kSideBySide);
    script.run("new-pane --floating");
    script.run("new-pane --stacked");
    const input::KeyMap keys = input::key_map_of(**input::find_preset("default"));
    KeyHints hints(keys);
    render::FrameDiff diff({});
    for (const model::FrameStyle style :
         {model::FrameStyle::Full, model::FrameStyle::Titles, model::FrameStyle::None}) {
      script.session.options.frame_style = style;
      model::resize_client(script.session, script.host, script.client, size);
      script.pane(0).terminal()->write("some text \xE4\xB8\xAD\xE6\x96\x87\r\n");
      render::Frame frame({.columns = size.columns, .rows = size.rows}, diff.tables());
      const Picture picture = paint(
          script.session, *script.session.find_client(script.client), hints,
          [](model::PaneId) { return false; }, {}, frame);
      diff.invalidate();
      CHECK(!diff.update(frame, picture.cursor, picture.areas).empty());
    }
  }
}

TEST_CASE("a pane in the middle of a picture keeps the last one, whatever happens around it") {
  Sight sight(kSideBySide);
  sight.write(0, "\x1b[Hbefore");
  sight.follow();
  const layout::Rect place = sight.picture().texts.front().place;
  sight.hold(0);
  sight.write(0, "\x1b[Hduring");
  sight.paint_all();
  CHECK(sight.row_text(place, 0) == "before");
  sight.hold(std::nullopt);
  sight.follow();
  CHECK(sight.row_text(place, 0) == "during");
}

}  // namespace

}  // namespace mux::server
