// Tabs change places, and panes change tabs.
#pragma once

#include <span>
#include <string>

#include "common/base/result.h"
#include "mux/layout/geometry.h"
#include "mux/model/session.h"

namespace mux::model {

// By one, around the corner too.
common::Result<void> move_tab(Session& session, TabId tab, layout::Direction direction);

// To a new tab behind that of the first, laid out as new tabs are.  Returns it.
common::Result<TabId> break_to_new_tab(Session& session, Host& host, std::span<const PaneId> panes,
                                       const std::string& name);
// To a tab that is there: tiled panes find room, floating ones stay so.  A tab without
// panes is gone.
common::Result<void> move_to_tab(Session& session, Host& host, std::span<const PaneId> panes,
                                 TabId tab);

}  // namespace mux::model
