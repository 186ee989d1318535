// SGR: the parameters that make a style.
#pragma once

#include <string>

#include "mux/term/parameters.h"
#include "mux/term/style.h"

namespace mux::term {

// Applies parameters from the given one on.
void apply_sgr(Style& style, const Parameters& parameters, std::size_t first = 0);

// The parameters that make the style from the default one but for its colours: "0;1;4:3".
std::string attributes_text(const Style& style);
// The parameters that make the style from the default one: "0;1;38:5:100".
std::string sgr_text(const Style& style);

}  // namespace mux::term
