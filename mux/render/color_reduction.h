// Colours and styles as an outer terminal with fewer of them can show them.
#pragma once

#include "mux/render/capabilities.h"
#include "mux/term/style.h"

namespace mux::render {

term::Color reduce(term::Color color, ColorDepth depth);
term::Style reduce(const term::Style& style, const Capabilities& capabilities);

}  // namespace mux::render
