// How what is not a pane's text looks: frames, titles, bars.
#pragma once

#include "mux/model/options.h"
#include "mux/render/frame_tables.h"

namespace mux::server {

struct Looks {
  render::Style frame;
  render::Style focused_frame;
  render::Style marked_frame;  // Of panes of a group.
  render::Style bar;
  render::Style bar_strong;  // The session, the mode.
  render::Style bar_bad;     // What has failed.
  render::Style tab;
  render::Style active_tab;
  render::Style key;
  render::Style good;  // Exit codes.
  render::Style bad;
  bool has_round_corners = false;  // Of boxes.
  bool shows_bell = true;
};

Looks looks_of(const model::ThemeColors& theme, const model::SessionOptions& options);

}  // namespace mux::server
