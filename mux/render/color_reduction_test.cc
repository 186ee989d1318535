#include "mux/render/color_reduction.h"

#include <doctest/doctest.h>

#include "mux/render/sgr.h"

namespace mux::render {
namespace {

using term::Color;
using term::Style;

int index_of(Color color, ColorDepth depth) {
  const Color reduced = reduce(color, depth);
  return reduced.kind() == Color::Kind::Palette ? reduced.index() : -1;
}

std::string sgr(const Style& from, const Style& to) {
  std::string out;
  append_sgr(from, to, out);
  return out;
}

}  // namespace

TEST_CASE("colours become the nearest that there are") {
  const Color orange = Color::rgb(255, 135, 0);
  CHECK(reduce(orange, ColorDepth::True) == orange);
  CHECK(index_of(orange, ColorDepth::Palette) == 208);
  CHECK(index_of(Color::rgb(8, 8, 8), ColorDepth::Palette) == 232);
  CHECK(index_of(Color::rgb(238, 238, 238), ColorDepth::Palette) == 255);
  CHECK(index_of(Color::rgb(255, 255, 255), ColorDepth::Palette) == 231);
  CHECK(index_of(Color::rgb(250, 10, 10), ColorDepth::Sixteen) == 9);
  CHECK(index_of(Color::palette(196), ColorDepth::Sixteen) == 9);
  CHECK(index_of(Color::palette(12), ColorDepth::Sixteen) == 12);
  CHECK(index_of(Color::palette(12), ColorDepth::Eight) == 4);
  CHECK(index_of(Color::rgb(0, 200, 0), ColorDepth::Eight) == 2);
  CHECK(reduce(orange, ColorDepth::None) == Color());
  CHECK(reduce(Color(), ColorDepth::Eight) == Color());
}

TEST_CASE("every colour of the palette is its own nearest") {
  for (int i = 16; i < 256; ++i) {
    const int level = 8 + 10 * (i - 232);
    constexpr int kLevels[] = {0, 95, 135, 175, 215, 255};
    const int cube = i - 16;
    const auto byte = [](int value) { return static_cast<std::uint8_t>(value); };
    const Color color = i >= 232 ? Color::rgb(byte(level), byte(level), byte(level))
                                 : Color::rgb(byte(kLevels[cube / 36]), byte(kLevels[cube / 6 % 6]),
                                              byte(kLevels[cube % 6]));
    CHECK(reduce(color, ColorDepth::Palette) == Color::palette(byte(i)));
  }
}

TEST_CASE("styles change by the shorter way") {
  Style red;
  red.foreground = Color::palette(1);
  Style bold_red = red;
  bold_red.is_bold = true;
  CHECK(sgr({}, red) == "\x1b[31m");
  CHECK(sgr(red, bold_red) == "\x1b[1m");
  CHECK(sgr(bold_red, red) == "\x1b[22m");
  CHECK(sgr(red, {}) == "\x1b[m");
  CHECK(sgr(red, red).empty());
  Style rich = bold_red;
  rich.is_italic = rich.is_struck = rich.is_reversed = true;
  rich.underline = term::Underline::Curly;
  rich.underline_color = Color::rgb(1, 2, 3);
  CHECK(sgr(rich, red) == "\x1b[0;31m");
  CHECK(sgr({}, rich) == "\x1b[1;3;7;9;4:3;31;58:2::1:2:3m");
  Style dim = bold_red;
  dim.is_bold = false;
  dim.is_dim = true;
  CHECK(sgr(bold_red, dim) == "\x1b[22;2m");
}

}  // namespace mux::render
