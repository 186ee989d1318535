// A client whose terminal is in memory.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mux/input/event.h"
#include "mux/platform/descriptor.h"
#include "mux/protocol/codec.h"
#include "mux/term/terminal.h"

namespace story {

// Messages over the socket of a server in the same process: nobody waits.
class Line {
 public:
  // Greets.
  explicit Line(const std::string& socket_path);

  void send(const mux::protocol::Message& message);
  // What has come; nothing comes after the server has closed.
  std::vector<mux::protocol::Message> receive();
  bool is_open() const { return socket_.is_open(); }
  void close() { socket_.reset(); }

 private:
  mux::platform::Descriptor socket_;
  mux::protocol::MessageReader reader_;
};

class FakeClient : private mux::term::TerminalEvents {
 public:
  FakeClient(const std::string& socket_path, mux::term::Size size, bool is_read_only);

  // Takes what the server has sent; false: nothing.
  bool read();
  void type(const mux::input::Event& event);
  void resize(mux::term::Size size) override;
  void leave() { line_.close(); }

  std::string screen() const;
  // Of cells side by side: ranges that look alike, as SGR.
  std::string looks(int x, int y, int columns) const;
  std::string take_events();
  // Why the server has let it go; empty: it has not.
  std::string why_left() const;

 private:
  void add_event(std::string_view what, std::string_view text);
  void reply(std::string_view bytes) override;
  void set_title(std::string_view title) override { add_event("title", title); }
  void set_working_directory(std::string_view url) override { add_event("folder", url); }
  void ring_bell() override { add_event("bell", {}); }
  void set_clipboard(std::string_view selections, std::string_view text) override;
  void query_clipboard(std::string_view selections) override {
    add_event("clipboard?", selections);
  }
  void notify(std::string_view title, std::string_view body) override;
  void show_progress(mux::term::Progress progress, unsigned percent) override;

  Line line_;
  mux::term::Terminal terminal_;
  std::string events_;
  std::optional<mux::protocol::Exit> exit_;
};

}  // namespace story
