// InputRouter: what clients type and click becomes actions, or input of programs.
#pragma once

#include <cstdint>

#include "mux/input/event.h"
#include "mux/input/key_map.h"
#include "mux/model/session.h"
#include "mux/server/mouse_router.h"

namespace mux::server {

class InputRouter {
 public:
  InputRouter(model::Session& session, model::Host& host, const input::KeyMap& keys,
              KeyHints& hints);

  // True: what clients see may have changed.  The client may be gone afterwards.
  bool take(model::ClientId client, const input::Event& event, std::uint64_t now_ms);
  void forget(model::ClientId client) { mouse_.forget(client); }
  MouseRouter& mouse() { return mouse_; }

 private:
  bool dismiss_notice(model::ClientView& view, const input::Event& event);
  bool take_event(model::ClientId client, const input::Event& event, std::uint64_t now_ms);
  bool take_key(model::ClientId client, const input::KeyEvent& key, std::uint64_t now_ms);
  bool take_text(model::ClientId client, const input::Event& event, std::string_view text,
                 std::uint64_t now_ms);
  bool run(model::ClientId client, const input::Actions& actions, std::uint64_t now_ms);
  bool send(model::ClientId client, const input::Event& event, std::uint64_t now_ms);

  model::Session& session_;
  model::Host& host_;
  const input::KeyMap& keys_;
  MouseRouter mouse_;
};

}  // namespace mux::server
