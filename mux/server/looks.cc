#include "mux/server/looks.h"

namespace mux::server {

namespace {

render::Style style_of(term::Color foreground, term::Color background, bool is_bold = false) {
  render::Style style;
  style.foreground = foreground;
  style.background = background;
  style.is_bold = is_bold;
  return style;
}

render::Style style_of(const model::TextColors& colors, bool is_bold = false) {
  return style_of(colors.base, colors.background, is_bold);
}

}  // namespace

Looks looks_of(const model::ThemeColors& theme, const model::SessionOptions& options) {
  const model::TextColors& bar = theme.text_unselected;
  return {
      .frame = theme.frame_unselected ? style_of(*theme.frame_unselected) : render::Style{},
      .focused_frame = style_of(theme.frame_selected),
      .marked_frame = style_of(theme.frame_highlight),
      .bar = style_of(bar),
      .bar_strong = style_of(bar, true),
      .bar_bad = style_of(theme.exit_code_error.base, bar.background, true),
      .tab = style_of(theme.ribbon_unselected),
      .active_tab = style_of(theme.ribbon_selected, true),
      .key = style_of(bar.emphasis[0], bar.background, true),
      .good = style_of(theme.exit_code_success),
      .bad = style_of(theme.exit_code_error),
      .has_round_corners = options.rounds_corners,
      .shows_bell = options.shows_bell,
  };
}

}  // namespace mux::server
