// The terminal engine as the outer terminal: what FrameDiff writes shows the frame.
#include <doctest/doctest.h>

#include <random>
#include <string>

#include "common/text/utf8.h"
#include "mux/render/color_reduction.h"
#include "mux/render/frame_diff.h"
#include "mux/render/outer_screen_test_support.h"
#include "mux/term/terminal.h"

namespace mux::render {
namespace {

// Panes side by side, each of which scrolls and is written to.
class Panes {
 public:
  Panes(unsigned seed, FrameSize size, const Capabilities& capabilities)
      : random_(seed),
        capabilities_(capabilities),
        diff_(capabilities),
        frame_(size, diff_.tables()),
        areas_{{0, 0, size.columns / 2, size.rows},
               {size.columns / 2, 0, size.columns - size.columns / 2, size.rows}},
        terminal_({static_cast<std::uint16_t>(size.columns), static_cast<std::uint16_t>(size.rows)},
                  {}, silence_) {
    terminal_.write(kScreenSetup);
  }

  void step() {
    for (unsigned i = pick(6) + 1; i > 0; --i) change(areas_[pick(2)]);
    const Cursor cursor{.x = static_cast<int>(pick(frame_.size().columns)),
                        .y = static_cast<int>(pick(frame_.size().rows))};
    terminal_.write(diff_.update(frame_, cursor, areas_));
    REQUIRE(terminal_.screen().cursor.x == cursor.x);
    REQUIRE(terminal_.screen().cursor.y == cursor.y);
    for (int y = 0; y < frame_.size().rows; ++y) {
      for (int x = 0; x < frame_.size().columns; ++x) check_cell(x, y);
    }
  }

 private:
  unsigned pick(int count) {
    return static_cast<unsigned>(random_() % static_cast<unsigned>(count));
  }

  StyleId style() {
    Style style;
    const auto byte = [&] { return static_cast<std::uint8_t>(pick(256)); };
    if (pick(2) == 0) style.foreground = term::Color::palette(byte());
    if (pick(4) == 0) style.background = term::Color::rgb(byte(), byte(), byte());
    if (pick(4) == 0) style.underline = static_cast<term::Underline>(pick(6));
    if (pick(6) == 0) style.underline_color = term::Color::palette(byte());
    style.is_bold = pick(4) == 0;
    style.is_dim = pick(6) == 0;
    style.is_reversed = pick(6) == 0;
    style.is_struck = pick(9) == 0;
    style.is_overlined = pick(9) == 0;
    if (pick(9) == 0) style.link = diff_.tables().link({"", "file:///" + std::to_string(pick(3))});
    return diff_.tables().style(style);
  }

  void change(layout::Rect area) {
    const int y = area.y + static_cast<int>(pick(area.rows));
    if (pick(3) == 0) {
      frame_.scroll({.area = area, .lines = static_cast<int>(pick(5)) - 2});
    } else if (pick(4) == 0) {
      frame_.fill({area.x, y, area.columns, area.rows - y}, style());
    } else {
      write(area.x + static_cast<int>(pick(area.columns)), y, area.right());
    }
  }

  void write(int x, int y, int end) {
    static constexpr std::string_view kTexts[] = {"word ",        "     ",     "--------",
                                                  "\xE6\xB1\x89", "e\xCC\x81", "\xF0\x9F\x98\x80",
                                                  "\xE2\x98\x83"};
    for (unsigned i = pick(12) + 1; i > 0; --i)
      x = frame_.write(x, y, kTexts[pick(7)], style(), end);
  }

  void check_cell(int x, int y) {
    const Cell& wanted = frame_.cell(x, y);
    const term::Cell shown = terminal_.screen().grid.row(y).cell(x);
    CAPTURE(x);
    CAPTURE(y);
    REQUIRE(shown.width == wanted.width);
    Style style = reduce(diff_.tables().style_of(wanted.style), capabilities_);
    Style shown_style = terminal_.style(shown.style);
    if (wanted.cell_width() != CellWidth::WideTail) {
      std::string text;
      terminal_.append_text(shown, text);
      REQUIRE(text == text_of(wanted));
    }
    if (wanted.is_blank()) {
      style = blank_look(style);
      shown_style = blank_look(shown_style);
    }
    const term::Link* const link = terminal_.link(shown_style);
    REQUIRE((link == nullptr ? std::string() : std::string(link->url)) ==
            (style.link == 0 ? std::string() : diff_.tables().link_of(style.link).url));
    style.link = shown_style.link = 0;
    REQUIRE(style == shown_style);
  }

  std::string text_of(const Cell& cell) {
    if (cell.is_cluster != 0) return diff_.tables().cluster_of(cell.content);
    std::string text;
    common::append_utf8(cell.content == 0 ? U' ' : char32_t{cell.content}, text);
    return text;
  }

  std::mt19937 random_;
  Capabilities capabilities_;
  FrameDiff diff_;
  Frame frame_;
  layout::Rect areas_[2];
  term::TerminalEvents silence_;
  term::Terminal terminal_;
};

}  // namespace

TEST_CASE("kmux's own terminal shows every frame") {
  for (unsigned seed = 0; seed < 30; ++seed) {
    CAPTURE(seed);
    Panes full(seed, {40, 12}, kFull);
    Panes plain(seed, {31, 7}, kPlain);
    for (int round = 0; round < 40; ++round) {
      full.step();
      plain.step();
    }
  }
}

}  // namespace mux::render
