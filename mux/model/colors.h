// The colours that programs learn of when they ask, and that they have become dark or
// light (mode 2031).
#pragma once

#include "mux/model/session.h"
#include "mux/term/style.h"

namespace mux::model {

// The pane's own, else those of the user's terminal.
void tell_colors(const Session& session, Pane& pane);
// The user's terminal has them, or has them now.
void take_colors(Session& session, term::Color foreground, term::Color background);

}  // namespace mux::model
