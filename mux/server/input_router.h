// InputRouter: what clients type and click becomes actions, or input of programs.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "common/base/result.h"
#include "mux/action/action.h"
#include "mux/input/event.h"
#include "mux/input/key_map.h"
#include "mux/model/session.h"
#include "mux/server/mouse_router.h"

namespace mux::server {

class InputRouter {
 public:
  // What an action has left to be made, for a client.
  using FinishLater = std::function<void(model::ClientId client, std::vector<action::LongText>)>;

  InputRouter(model::Session& session, model::Host& host, const input::KeyMap& keys,
              KeyHints& hints, FinishLater finish_later);

  // True: what clients see may have changed.  The client may be gone afterwards.
  bool take(model::ClientId client, const input::Event& event, std::uint64_t now_ms);
  // Of an action of a key.
  void tell_failure(model::ClientId client, const std::string& why);
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
  FinishLater finish_later_;
  MouseRouter mouse_;
};

}  // namespace mux::server
