// Tabs are laid out anew while what runs in them goes on.
#pragma once

#include "mux/model/session.h"

namespace mux::model {

// Of panes that the new layout has no place for.
struct Retained {
  bool terminals = false;
  bool plugins = false;
};

// Panes that run what the description asks for take the places of it; what else it asks
// for is started.  The others are closed for good, or find room if they are retained.
void override_tab(Session& session, Host& host, Tab& tab, const layout::TabSpec& spec,
                  const layout::Layout& layout, const Retained& retained);

}  // namespace mux::model
