// Picture: what one client sees of the session, drawn into a frame.
#pragma once

#include <vector>

#include "mux/model/session.h"
#include "mux/render/frame.h"
#include "mux/render/screen_writer.h"
#include "mux/server/key_hints.h"

namespace mux::server {

struct Picture {
  render::Cursor cursor;
  std::vector<layout::Rect> areas;   // Where text scrolls.
  std::vector<model::PaneId> panes;  // In sight.
};

Picture paint(model::Session& session, const model::ClientView& client, KeyHints& hints,
              render::Frame& frame);

}  // namespace mux::server
