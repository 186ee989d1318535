// InputRouter: what clients type and click becomes actions, or input of programs.
#pragma once

#include <cstdint>
#include <map>
#include <optional>

#include "mux/input/event.h"
#include "mux/input/key_map.h"
#include "mux/model/arrange.h"
#include "mux/model/session.h"

namespace mux::server {

class InputRouter {
 public:
  InputRouter(model::Session& session, model::Host& host, const input::KeyMap& keys)
      : session_(session), host_(host), keys_(keys) {}

  // True: what clients see may have changed.  The client may be gone afterwards.
  bool take(model::ClientId client, const input::Event& event, std::uint64_t now_ms);
  void forget(model::ClientId client) { drags_.erase(client); }

 private:
  // A button is held that was pressed in a pane.
  struct Drag {
    model::PaneId pane{};
    std::optional<model::TextPosition> anchor;  // Of a selection; none: the program's.
  };

  bool take_key(model::ClientId client, const input::KeyEvent& key, std::uint64_t now_ms);
  bool take_text(model::ClientId client, const input::Event& event, std::string_view text,
                 std::uint64_t now_ms);
  bool run(model::ClientId client, const input::Actions& actions, std::uint64_t now_ms);
  bool send(model::ClientId client, const input::Event& event, std::uint64_t now_ms);

  bool take_mouse(model::ClientId client, const input::MouseEvent& mouse, std::uint64_t now_ms);
  bool press(model::ClientId client, const model::PaneView& view, const input::MouseEvent& mouse,
             std::uint64_t now_ms);
  bool drag(model::ClientId client, const input::MouseEvent& mouse, std::uint64_t now_ms);
  bool wheel(model::Pane& pane, const model::PaneView& view, const input::MouseEvent& mouse,
             std::uint64_t now_ms);
  bool select(model::ClientId client, Drag& drag, const model::PaneView& view,
              const input::MouseEvent& mouse);
  void send_mouse(const model::Pane& pane, const model::PaneView& view, input::MouseEvent mouse,
                  std::uint64_t now_ms);

  model::Session& session_;
  model::Host& host_;
  const input::KeyMap& keys_;
  std::map<model::ClientId, Drag> drags_;
};

}  // namespace mux::server
