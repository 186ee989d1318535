// Sequences with more parameters, or longer numbers, than the tokenizer takes, as
// several that mean the same.
#pragma once

#include <functional>
#include <string_view>

namespace mux::term {

// Calls `run` with each part of the control sequence.  Of SGR each part has as many
// parameters as the tokenizer takes, of modes too; of all others the first ones are
// those that count.
void run_in_parts(std::string_view sequence, const std::function<void(std::string_view)>& run);

}  // namespace mux::term
