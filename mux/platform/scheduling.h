// How the system shares the processors.
#pragma once

namespace mux::platform {

// For this process, not those it starts: shorter turns than others', so that it has
// its next one sooner after it has waited.  Systems that cannot do that let it be.
void ask_for_short_turns();

}  // namespace mux::platform
