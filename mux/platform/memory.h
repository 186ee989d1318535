// What the process keeps of the memory that it has freed.
#pragma once

namespace mux::platform {

// For processes that live long: what was large goes back to the system at once, instead of
// staying because something small came behind it.
void give_back_memory();

}  // namespace mux::platform
