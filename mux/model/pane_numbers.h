// The numbers that shells without a title are called by.
#pragma once

#include "mux/model/session.h"

namespace mux::model {

// Gives each new pane the lowest number from 1 that is free in its tab, which it keeps.
void number_panes(Session& session);

}  // namespace mux::model
