// ClientScreen: frames for one client, and the bytes that show them.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "mux/model/session.h"
#include "mux/render/frame_diff.h"
#include "mux/server/key_hints.h"
#include "mux/server/picture.h"

namespace mux::server {

class ClientScreen {
 public:
  explicit ClientScreen(const render::Capabilities& capabilities) : diff_(capabilities) {}

  // From now on; all is drawn anew.
  void set_capabilities(const render::Capabilities& capabilities);
  // The terminal may show anything.
  void invalidate() { diff_.invalidate(); }
  // More than the text of panes has changed.
  void repaint() { is_painted_ = false; }

  // The bytes to write, good until the next call.
  std::string_view draw(model::Session& session, const model::ClientView& client, KeyHints& hints,
                        const IsHeld& is_held);
  // Was the pane in sight when the last frame was drawn?
  bool shows(model::PaneId pane) const;

 private:
  render::FrameDiff diff_;
  std::optional<render::Frame> frame_;
  Picture picture_;          // What the frame shows.
  bool is_painted_ = false;  // The frame shows all but what programs have written since.
};

}  // namespace mux::server
