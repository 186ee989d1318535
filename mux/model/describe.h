// The session as a layout, for dump-layout and for bringing it back.
#pragma once

#include "mux/layout/layout_spec.h"
#include "mux/model/host.h"
#include "mux/model/session.h"

namespace mux::model {

// What a pane runs and how it looks, with the command that runs in it now.
layout::PaneSpec describe_pane(const Session& session, Host& host, const Pane& pane);
layout::Layout describe(const Session& session, Host& host);

}  // namespace mux::model
