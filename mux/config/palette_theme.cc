#include "mux/config/palette_theme.h"

namespace mux::config {

model::ThemeColors theme_of(const ThemePalette& palette) {
  using model::TextColors;
  const TextColors plain{
      .base = palette.white,
      .background = palette.black,
      .emphasis = {palette.orange, palette.cyan, palette.green, palette.magenta}};
  TextColors selected = plain;
  selected.background = palette.bg;
  TextColors title = plain;
  title.base = palette.green;
  const auto frame = [&](term::Color base) {
    return TextColors{.base = base,
                      .background = {},
                      .emphasis = {palette.orange, palette.cyan, palette.magenta, palette.yellow}};
  };
  return {
      .text_unselected = plain,
      .text_selected = selected,
      .ribbon_unselected = {.base = palette.black,
                            .background = palette.fg,
                            .emphasis = {palette.red, palette.white, palette.blue,
                                         palette.magenta}},
      .ribbon_selected = {.base = palette.black,
                          .background = palette.green,
                          .emphasis = {palette.red, palette.orange, palette.magenta, palette.blue}},
      .table_title = title,
      .table_cell_unselected = plain,
      .table_cell_selected = selected,
      .list_unselected = plain,
      .list_selected = selected,
      .frame_unselected = std::nullopt,
      .frame_selected = frame(palette.green),
      .frame_highlight = frame(palette.orange),
      .exit_code_success = frame(palette.green),
      .exit_code_error = frame(palette.red),
      .players = {palette.magenta, palette.blue, palette.orange, palette.yellow, palette.cyan,
                  palette.green, palette.red, palette.white, palette.fg, palette.bg},
  };
}

}  // namespace mux::config
