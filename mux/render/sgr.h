// SGR: from one style to another in as few bytes as possible.
#pragma once

#include <string>

#include "mux/term/style.h"

namespace mux::render {

// Both reduced to what the terminal can show; links are not SGR's.
void append_sgr(const term::Style& from, const term::Style& to, std::string& out);

}  // namespace mux::render
