// Panes and tabs are closed, which can be undone for a while.
#pragma once

#include <cstdint>
#include <optional>

#include "common/base/result.h"
#include "mux/model/session.h"

namespace mux::model {

// Its program lives on until the close can no longer be undone.  With the last pane
// goes its tab, with the last tab the session.
common::Result<void> close_pane(Session& session, Host& host, PaneId pane, std::uint64_t now_ms);
common::Result<void> close_tab(Session& session, Host& host, TabId tab, std::uint64_t now_ms);

// The program has ended: the pane is held or closed for good.
void pane_exited(Session& session, Host& host, PaneId pane, int exit_code);

// The last closed item returns, and the pane to focus in it, if any.
common::Result<std::optional<PaneId>> undo_close(Session& session, Host& host);
// Kills what can no longer be undone: after a time, or when much more has been closed.
// Returns when to call again.
std::optional<std::uint64_t> expire_closed(Session& session, Host& host, std::uint64_t now_ms);

// Kills everything and asks the host to exit.
void end_session(Session& session, Host& host);

// Takes the pane out of its tab's layout; what it replaced returns there.  True: the
// tab has nothing left to focus.
bool take_out(Session& session, Tab& tab, PaneId pane);
// The pane is no more.
void destroy_pane(Session& session, Host& host, PaneId pane);

}  // namespace mux::model
