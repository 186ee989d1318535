// Client: somebody who looks at the session: a view of the model, the terminal that
// shows it, and when the next frame is due.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "mux/model/session.h"
#include "mux/protocol/messages.h"
#include "mux/server/client_screen.h"
#include "mux/server/client_terminal.h"
#include "mux/server/frame_pacer.h"
#include "mux/server/outer_input.h"
#include "mux/server/outer_terminal.h"

namespace mux::server {

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
    // It shows them where programs choose none.
    virtual void colors_told(Client& client, term::Color foreground, term::Color background) = 0;
    // "SELECTIONS;BASE64", as the terminal has answered.
    virtual void clipboard_came(Client& client, std::string_view content) = 0;
  };

  Client(Loop& loop, model::ClientId id, const protocol::Attach& attach,
         platform::Descriptor terminal, Connection& connection, Events& events);

  model::ClientId id() const { return id_; }
  bool shows(model::PaneId pane) const { return screen_.shows(pane); }
  const OuterTerminal& outer() const { return outer_; }

  // Programs in sight have written, and nothing else has changed.
  void mark(Change change) { pacer_.mark(change, loop_.now_ms()); }
  void mark_all(Change change);  // Anything may have changed.
  void redraw();                 // All of it.
  // When the next frame is due (in milliseconds); none: nothing has changed, or the
  // terminal has not taken the last one yet.
  std::optional<std::uint64_t> due() const;
  void draw(model::Session& session, KeyHints& hints, const IsHeld& is_held, std::uint64_t now_ms);

  // Beside the frames; dropped if the terminal does not take what was written before.
  void write(std::string_view bytes) { terminal_.write_if_room(bytes); }
  void ring();  // With the next frame.
  // What is typed waits.
  void set_reading(bool is_reading) { terminal_.set_reading(is_reading); }
  void feed(std::string_view bytes) { terminal_.feed(bytes); }
  // Leaves the terminal to the client's process.
  void release_terminal() { terminal_.close(); }
  // The client's process has died and cannot put the terminal right.
  void restore_terminal();

 private:
  void events_came(std::vector<input::Event>& events) override;
  void terminal_drained() override {}
  void terminal_lost() override { events_.terminal_gone(*this); }
  void adapt(const model::SessionOptions& options);
  void take_report(const input::Report& report);
  void take_theme(model::Theme theme);
  std::string beside_frame(const model::Session& session);

  Loop& loop_;
  model::ClientId id_;
  Events& events_;
  OuterTerminal outer_;
  render::Capabilities shown_with_;  // That the screen was last drawn for.
  ClientScreen screen_;
  ClientTerminal terminal_;
  FramePacer pacer_;
  OuterInput outer_input_;
  bool rings_ = false;
};

}  // namespace mux::server
