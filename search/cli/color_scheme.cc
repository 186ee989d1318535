#include "search/cli/color_scheme.h"

#include <iterator>

namespace search {

ColorScheme color_scheme(std::span<const common::tty::ColorSpec> specs) {
  using common::tty::Color;
  using common::tty::Style;
  ColorScheme scheme;
  scheme.path.foreground = Color{.kind = Color::Basic, .index = 5};
  scheme.line.foreground = Color{.kind = Color::Basic, .index = 2};
  scheme.match.foreground = Color{.kind = Color::Basic, .index = 1};
  scheme.match.bold = true;
  Style* const styles[] = {&scheme.path, &scheme.line, &scheme.column, &scheme.match,
                           &scheme.highlight};
  static_assert(std::size(styles) == std::size(kColorFields));
  for (const common::tty::ColorSpec& spec : specs) spec.apply_to(*styles[spec.field]);
  return scheme;
}

}  // namespace search
