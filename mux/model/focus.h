// Who looks where.
#pragma once

#include <optional>

#include "mux/model/session.h"

namespace mux::model {

// Of a client; none: of whoever focused last.
std::optional<PaneId> focused_pane(const Session& session, std::optional<ClientId> client);
const Tab* focused_tab(const Session& session, std::optional<ClientId> client);
Tab* focused_tab(Session& session, std::optional<ClientId> client);
std::optional<PaneId> focused_in(const Session& session, std::optional<ClientId> client,
                                 const Tab& tab);

const TabFocus& focus_in(const Session& session, std::optional<ClientId> client, const Tab& tab);

// The pane, its tab, and its kind: floating panes come into sight or hide.
// Without a client only what the next ones see.
void focus_pane(Session& session, std::optional<ClientId> client, PaneId pane);
// Likewise, but the client looks at the tab that it did.
void focus_in_tab(Session& session, std::optional<ClientId> client, PaneId pane);
void focus_tab(Session& session, std::optional<ClientId> client, TabId tab);

// Whoever looks at the one pane of the tab looks at the other, which has its place now.
void hand_over_focus(Session& session, Tab& tab, PaneId from, PaneId to);

// After panes or tabs have gone: whoever looked at them looks at what is next.
void repair_focus(Session& session);
// Of a tab that is closed, too.
void repair_tab_focus(Tab& tab);

}  // namespace mux::model
