// What always holds of a session, for tests.
#pragma once

#include <string>

#include "mux/model/session.h"

namespace mux::model {

// What is wrong; empty if nothing.  Every pane is in exactly one tab or closed item,
// layouts are sound, focus is on panes that are there and can have it.
std::string check_invariants(const Session& session);

}  // namespace mux::model
