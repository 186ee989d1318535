// Picture: what one client sees of the session, drawn into a frame.
#pragma once

#include <functional>
#include <vector>

#include "mux/model/session.h"
#include "mux/render/frame.h"
#include "mux/render/screen_writer.h"
#include "mux/server/key_hints.h"
#include "mux/server/pane_painter.h"

namespace mux::server {

// The text of a pane in sight.
struct PaneText {
  model::PaneId pane{};
  layout::Rect place;
  DrawnText drawn;
  std::vector<layout::Rect> covers;  // Panes in front of it.
};

struct Picture {
  render::Cursor cursor;
  std::vector<layout::Rect> areas;   // Where text scrolls.
  std::vector<model::PaneId> panes;  // In sight.
  std::vector<PaneText> texts;       // From back to front.
  std::optional<model::PaneId> focused;
  bool has_overlaps = false;  // Some panes are in front of others.
};

// Panes that are in the middle of a picture of their own, which is not to be shown yet.
using IsHeld = std::function<bool(model::PaneId pane)>;

// All of it.  `before` is what the frame shows; of held panes it stays.
Picture paint(model::Session& session, const model::ClientView& client, KeyHints& hints,
              const IsHeld& is_held, const Picture& before, render::Frame& frame);

// What programs have written since, if nothing else has changed.  False: paint() is
// to be called.
bool repaint(model::Session& session, const IsHeld& is_held, Picture& picture,
             render::Frame& frame);

}  // namespace mux::server
