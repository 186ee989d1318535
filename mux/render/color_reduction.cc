#include "mux/render/color_reduction.h"

#include <array>
#include <limits>

namespace mux::render {

namespace {

using term::Color;

struct Rgb {
  int red, green, blue;
};

// What xterm shows unless it is told otherwise.
constexpr Rgb kBasic[16] = {{0, 0, 0},       {205, 0, 0},   {0, 205, 0},   {205, 205, 0},
                            {0, 0, 238},     {205, 0, 205}, {0, 205, 205}, {229, 229, 229},
                            {127, 127, 127}, {255, 0, 0},   {0, 255, 0},   {255, 255, 0},
                            {92, 92, 255},   {255, 0, 255}, {0, 255, 255}, {255, 255, 255}};
constexpr int kCubeLevels[6] = {0, 95, 135, 175, 215, 255};
constexpr int kCubeStart = 16, kGrayStart = 232, kGrayCount = 24;

constexpr int gray_level(int index) {
  return 8 + 10 * index;
}

Rgb rgb_of(int index) {
  if (index < kCubeStart) return kBasic[index];
  if (index >= kGrayStart) {
    const int level = gray_level(index - kGrayStart);
    return {level, level, level};
  }
  const int cube = index - kCubeStart;
  return {kCubeLevels[cube / 36], kCubeLevels[cube / 6 % 6], kCubeLevels[cube % 6]};
}

// Green weighs most and blue least, as for the eye.
int distance(Rgb a, Rgb b) {
  const int red = a.red - b.red, green = a.green - b.green, blue = a.blue - b.blue;
  return 3 * red * red + 6 * green * green + blue * blue;
}

int nearest_level(int value) {
  if (value < 48) return 0;
  return value < 115 ? 1 : (value - 35) / 40;
}

int nearest_of_palette(Rgb color) {
  const int cube = kCubeStart + 36 * nearest_level(color.red) + 6 * nearest_level(color.green) +
                   nearest_level(color.blue);
  const int mean = (color.red + color.green + color.blue) / 3;
  const int step = mean < 8 ? 0 : (mean - 3) / 10;
  const int gray = kGrayStart + (step < kGrayCount ? step : kGrayCount - 1);
  return distance(rgb_of(gray), color) < distance(rgb_of(cube), color) ? gray : cube;
}

int nearest_of_basic(Rgb color, int count) {
  int nearest = 0;
  int least = std::numeric_limits<int>::max();
  for (int i = 0; i < count; ++i) {
    const int away = distance(kBasic[i], color);
    if (away < least) {
      least = away;
      nearest = i;
    }
  }
  return nearest;
}

Color palette(int index) {
  return Color::palette(static_cast<std::uint8_t>(index));
}

}  // namespace

Color reduce(Color color, ColorDepth depth) {
  if (color.kind() == Color::Kind::Default || depth == ColorDepth::True) return color;
  if (depth == ColorDepth::None) return {};
  const bool is_rgb = color.kind() == Color::Kind::Rgb;
  const Rgb rgb = is_rgb ? Rgb{color.red(), color.green(), color.blue()} : rgb_of(color.index());
  if (depth == ColorDepth::Palette) return is_rgb ? palette(nearest_of_palette(rgb)) : color;
  if (depth == ColorDepth::Sixteen) {
    return !is_rgb && color.index() < 16 ? color : palette(nearest_of_basic(rgb, 16));
  }
  if (!is_rgb && color.index() < 16) return palette(color.index() & 7);
  return palette(nearest_of_basic(rgb, 8));
}

term::Style reduce(const term::Style& style, const Capabilities& capabilities) {
  term::Style reduced = style;
  reduced.foreground = reduce(style.foreground, capabilities.colors);
  reduced.background = reduce(style.background, capabilities.colors);
  reduced.underline_color = reduce(style.underline_color, capabilities.colors);
  if (!capabilities.has_underline_styles) {
    if (style.underline != term::Underline::None) reduced.underline = term::Underline::Single;
    reduced.underline_color = {};
  }
  if (!capabilities.has_overline) reduced.is_overlined = false;
  if (!capabilities.has_hyperlinks) reduced.link = 0;
  return reduced;
}

}  // namespace mux::render
