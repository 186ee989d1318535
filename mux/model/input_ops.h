// Input that goes to programs.
#pragma once

#include <string_view>
#include <vector>

#include "mux/input/encode.h"
#include "mux/model/host.h"
#include "mux/model/session.h"

namespace mux::model {

// As the pane's terminal is set now.
input::InputModes input_modes(const Pane& pane);

// The pane itself, and those that take what is typed into it.
std::vector<PaneId> in_sync_with(const Session& session, PaneId pane);

// To the pane, and to all panes of its tab that are in sync with it.  A pane that is
// held or suspended takes keys itself: Enter runs its command, Escape a shell, Ctrl c
// closes it.  Whoever types leaves scrolling.
void send_event(Session& session, Host& host, PaneId pane, const input::Event& event,
                std::uint64_t now_ms);
// Bytes as they are.
void send_bytes(Session& session, Host& host, PaneId pane, std::string_view bytes);

}  // namespace mux::model
