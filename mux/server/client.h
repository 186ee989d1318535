// Client: somebody who looks at the session: a view of the model, the terminal that
// shows it, and when the next frame is due.
#pragma once

#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

#include "mux/model/session.h"
#include "mux/protocol/messages.h"
#include "mux/server/client_screen.h"
#include "mux/server/client_terminal.h"
#include "mux/server/frame_pacer.h"
#include "mux/server/outer_terminal.h"

namespace mux::server {

// What the terminal is asked to tell of the mouse.
enum class MouseReports : std::uint8_t { Nothing, Drags, Moves };

class Client : public ClientTerminal::Events {
 public:
  class Events {
   public:
    virtual ~Events() = default;
    // The client may be destroyed in none of the calls.
    virtual void typed(Client& client, const input::Event& event) = 0;
    virtual void terminal_gone(Client& client) = 0;
    // The terminal is, or has become, dark or light.
    virtual void theme_told(Client& client, model::Theme theme) = 0;
    // "SELECTIONS;BASE64", as the terminal has answered.
    virtual void clipboard_came(Client& client, std::string_view content) = 0;
  };

  Client(Loop& loop, model::ClientId id, const protocol::Attach& attach,
         platform::Descriptor terminal, Connection& connection, Events& events);

  model::ClientId id() const { return id_; }
  bool shows(model::PaneId pane) const { return screen_.shows(pane); }
  const OuterTerminal& outer() const { return outer_; }

  // Programs in sight have written, and nothing else has changed.
  void mark(Change change) { pacer_.mark(change); }
  void mark_all(Change change);  // Anything may have changed.
  void redraw();                 // All of it.
  // When the next frame is due (in milliseconds); none: nothing has changed, or the
  // terminal has not taken the last one yet.
  std::optional<std::uint64_t> due() const;
  void draw(model::Session& session, KeyHints& hints, const IsHeld& is_held, std::uint64_t now_ms);

  // Beside the frames.
  void write(std::string_view bytes) { terminal_.write(bytes); }
  void feed(std::string_view bytes) { terminal_.feed(bytes); }
  // Leaves the terminal to the client's process.
  void release_terminal() { terminal_.close(); }

 private:
  void events_came(std::vector<input::Event>& events) override;
  void terminal_drained() override {}
  void terminal_lost() override { events_.terminal_gone(*this); }
  void take_report(const input::Report& report);
  void ask_for_mouse(const model::Session& session, const model::ClientView& view);

  model::ClientId id_;
  Events& events_;
  OuterTerminal outer_;
  ClientScreen screen_;
  ClientTerminal terminal_;
  FramePacer pacer_;
  MouseReports mouse_reports_ = MouseReports::Drags;
};

}  // namespace mux::server
