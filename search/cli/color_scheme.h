// The colours of kgrep's output: the defaults with the --colors specs applied.
#pragma once

#include <span>
#include <string_view>

#include "common/tty/color_spec.h"
#include "search/printer/printer.h"

namespace search {

// The names of ColorScheme's styles in specs, in the order of its members.
inline constexpr std::string_view kColorFields[] = {"path", "line", "column", "match", "highlight"};

ColorScheme color_scheme(std::span<const common::tty::ColorSpec> specs);

}  // namespace search
