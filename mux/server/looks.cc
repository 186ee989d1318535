#include "mux/server/looks.h"

namespace mux::server {

namespace {

using term::Color;

constexpr Color kBlack = Color::palette(0);
constexpr Color kRed = Color::palette(1);
constexpr Color kGreen = Color::palette(2);
constexpr Color kBlue = Color::palette(4);
constexpr Color kMagenta = Color::palette(5);

render::Style of(Color foreground, Color background = {}, bool is_bold = false) {
  render::Style style;
  style.foreground = foreground;
  style.background = background;
  style.is_bold = is_bold;
  return style;
}

}  // namespace

Looks looks_of(model::Theme theme) {
  const bool is_dark = theme == model::Theme::Dark;
  const Color bar = Color::palette(is_dark ? 236 : 254);
  const Color text = Color::palette(is_dark ? 252 : 235);
  const Color quiet = Color::palette(is_dark ? 240 : 250);
  return {
      .frame = of(is_dark ? Color() : quiet),
      .focused_frame = of(kGreen),
      .marked_frame = of(kBlue),
      .bar = of(text, bar),
      .bar_strong = of(text, bar, true),
      .bar_bad = of(kRed, bar, true),
      .tab = of(text, quiet),
      .active_tab = of(kBlack, kGreen, true),
      .key = of(kMagenta, bar, true),
      .good = of(kGreen),
      .bad = of(kRed),
  };
}

}  // namespace mux::server
