#include "mux/server/client_screen.h"

#include <algorithm>
#include <utility>

namespace mux::server {

void ClientScreen::set_capabilities(const render::Capabilities& capabilities) {
  frame_.reset();
  diff_ = render::FrameDiff(capabilities);
}

std::string_view ClientScreen::draw(model::Session& session, const model::ClientView& client,
                                    KeyHints& hints) {
  const render::FrameSize size{.columns = client.size.columns, .rows = client.size.rows};
  if (!frame_ || frame_->size() != size) frame_.emplace(size, diff_.tables());
  Picture picture = paint(session, client, hints, *frame_);
  panes_ = std::move(picture.panes);
  return diff_.update(*frame_, picture.cursor, picture.areas);
}

bool ClientScreen::shows(model::PaneId pane) const {
  return std::ranges::find(panes_, pane) != panes_.end();
}

}  // namespace mux::server
