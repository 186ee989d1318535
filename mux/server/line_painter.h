// Draws the lines between panes that have no boxes, and joins them where they meet.
#pragma once

#include <optional>
#include <span>

#include "mux/model/arrange.h"
#include "mux/render/frame.h"
#include "mux/server/looks.h"

namespace mux::server {

// Of all panes of a tab; those around the focused one stand out.
void paint_lines(std::span<const model::PaneView> views, std::optional<model::PaneId> focused,
                 const Looks& looks, render::Frame& frame);

}  // namespace mux::server
