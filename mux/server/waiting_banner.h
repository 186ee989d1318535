// In the middle of a pane whose command waits for a key: what that is, and which keys.
#pragma once

#include "mux/layout/geometry.h"
#include "mux/model/pane.h"
#include "mux/render/frame.h"
#include "mux/server/looks.h"

namespace mux::server {

void paint_waiting_banner(const model::Pane& pane, const layout::Rect& content, const Looks& looks,
                          render::Frame& frame);

}  // namespace mux::server
