#include "mux/server/client_screen.h"

#include <algorithm>
#include <utility>

namespace mux::server {

void ClientScreen::set_capabilities(const render::Capabilities& capabilities) {
  frame_.reset();
  is_painted_ = false;
  diff_ = render::FrameDiff(capabilities);
}

std::string_view ClientScreen::draw(model::Session& session, const model::ClientView& client,
                                    KeyHints& hints, const IsHeld& is_held) {
  const render::FrameSize size{.columns = client.size.columns, .rows = client.size.rows};
  if (!frame_ || frame_->size() != size) {
    frame_.emplace(size, diff_.tables());
    picture_ = {};
    is_painted_ = false;
  }
  if (!is_painted_ || !server::repaint(session, is_held, picture_, *frame_)) {
    picture_ = paint(session, client, hints, is_held, picture_, *frame_);
    is_painted_ = true;
  }
  return diff_.update(*frame_, picture_.cursor, picture_.areas);
}

bool ClientScreen::shows(model::PaneId pane) const {
  return std::ranges::find(picture_.panes, pane) != picture_.panes.end();
}

}  // namespace mux::server
