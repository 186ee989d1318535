// The scroll mode follows what is looked at, if the options say so.
#pragma once

#include "mux/model/host.h"
#include "mux/model/session.h"

namespace mux::action {

// To be called after anything that may scroll a pane or focus another one.  A client in
// normal mode whose focused pane has come to show history gets into the scroll mode; one
// in scroll mode whose focused pane shows its end again leaves it.  In between the user
// has the say.  True: a mode has changed.
bool follow_scrolling(model::Session& session, model::Host& host);

}  // namespace mux::action
