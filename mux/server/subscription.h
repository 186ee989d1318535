// Subscription: somebody who reads what panes show without being a client: their rows
// as they change, as text or as JSON, like zellij's.
//
// Paced as frames are.  Only a reader who has taken everything so far is sent more, and
// then the newest state: what changes in between is skipped, so that one who does not
// read costs no more memory than one state of one pane.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "mux/model/session.h"
#include "mux/protocol/messages.h"
#include "mux/server/connection.h"
#include "mux/server/frame_pacer.h"
#include "mux/server/picture.h"

namespace mux::server {

class Subscription {
 public:
  // `panes`: which `wish` names, once each.
  Subscription(const std::vector<model::PaneId>& panes, const protocol::Subscribe& wish,
               Connection& connection, std::uint64_t now_ms);

  // The pane's program has written.
  void mark(model::PaneId pane, Change change, std::uint64_t now_ms);
  void mark_all(std::uint64_t now_ms);  // Anything may have changed.
  // When there is something to look at (in milliseconds); none: nothing has changed, or
  // the reader has not taken the last yet.
  std::optional<std::uint64_t> due() const;
  // Ends when no pane is left.
  void send_news(model::Session& session, const IsHeld& is_held, std::uint64_t now_ms);
  // The last of a pane that is about to close.
  void send_last(model::Session& session, model::PaneId pane);
  // The session is over.
  void end();

 private:
  struct Watched {
    model::PaneId pane{};
    bool is_marked = true;
    bool is_new = true;               // Nothing of it was sent yet.
    std::vector<std::string> rows{};  // As sent last.
  };

  bool has_room() const { return connection_.pending() == 0; }
  void send_rows(model::Pane& pane, Watched& watched);
  void send_closed(const Watched& watched);

  std::vector<Watched> watched_;
  protocol::Subscribe wish_;
  Connection& connection_;
  FramePacer pacer_;
};

}  // namespace mux::server
