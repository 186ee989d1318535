// Locking the keyboard by itself while a program fills the screen of the focused pane.
#pragma once

#include "mux/model/host.h"
#include "mux/model/session.h"

namespace mux::model {

// To be called after anything that may change what is in front.  A client's keyboard is
// locked, or unlocked again, only when that changes: in between the user has the say.
// True: a client's mode has changed.
bool update_auto_lock(Session& session, Host& host);

}  // namespace mux::model
