// Locking the keyboard by itself while a program fills the screen of the focused pane, and
// is one of those listed, if any are.
#pragma once

#include "mux/model/host.h"
#include "mux/model/session.h"

namespace mux::model {

// To be called after anything that may change what is in front.  A client's keyboard is
// locked, or unlocked again, only when that changes: in between the user has the say.
// Which program it is, is asked when another pane is in front, or if one `looks`.  True:
// a client's mode has changed.
bool update_auto_lock(Session& session, Host& host, bool looks);

}  // namespace mux::model
