// Draws what surrounds panes, but for the lines between them: boxes, titles, exit codes.
#pragma once

#include "mux/model/arrange.h"
#include "mux/model/session.h"
#include "mux/render/frame.h"
#include "mux/server/looks.h"

namespace mux::server {

struct PaneFrame {
  const model::Pane& pane;
  const model::PaneView& view;
  bool is_focused = false;
  bool is_marked = false;
};

void paint_frame(const PaneFrame& of, const Looks& looks, render::Frame& frame);

}  // namespace mux::server
