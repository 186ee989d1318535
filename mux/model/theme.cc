#include "mux/model/theme.h"

namespace mux::model {

namespace {

using term::Color;

constexpr Color kRed = Color::palette(1);
constexpr Color kGreen = Color::palette(2);
constexpr Color kYellow = Color::palette(3);
constexpr Color kBlue = Color::palette(4);
constexpr Color kMagenta = Color::palette(5);
constexpr Color kCyan = Color::palette(6);

TextColors colors(Color base, Color background = {}) {
  return {.base = base, .background = background, .emphasis = {kMagenta, kCyan, kGreen, kBlue}};
}

}  // namespace

ThemeColors default_theme(Theme kind) {
  const bool is_dark = kind == Theme::Dark;
  const Color bar = Color::palette(is_dark ? 236 : 254);
  const Color text = Color::palette(is_dark ? 252 : 235);
  const Color quiet = Color::palette(is_dark ? 240 : 250);
  return {
      .text_unselected = colors(text, bar),
      .text_selected = colors(text, quiet),
      .ribbon_unselected = colors(text, quiet),
      .ribbon_selected = colors(Color::palette(0), kGreen),
      .table_title = colors(kGreen, bar),
      .table_cell_unselected = colors(text, bar),
      .table_cell_selected = colors(text, quiet),
      .list_unselected = colors(text, bar),
      .list_selected = colors(text, quiet),
      .frame_unselected = is_dark ? std::nullopt : std::optional(colors(quiet)),
      .frame_selected = colors(kGreen),
      .frame_highlight = colors(kBlue),
      .exit_code_success = colors(kGreen),
      .exit_code_error = colors(kRed),
      .players = {kMagenta, kBlue, kCyan, kYellow, kGreen, kRed, Color::palette(13),
                  Color::palette(12), Color::palette(14), Color::palette(11)},
  };
}

}  // namespace mux::model
