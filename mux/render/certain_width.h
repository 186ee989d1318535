// Characters whose width all terminals agree on.
//
// Of others (emoji, sequences, newer and ambiguous blocks) the outer terminal may
// have another opinion than we, so after them the cursor's column is not known.
#pragma once

namespace mux::render {

bool is_width_certain(char32_t character);

}  // namespace mux::render
