// ClientTerminal: the terminal of a client, read and drawn on by the server itself,
// or through the client's connection.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "mux/input/decoder.h"
#include "mux/platform/descriptor.h"
#include "mux/server/connection.h"
#include "mux/server/loop.h"
#include "mux/server/output_queue.h"

namespace mux::server {

class ClientTerminal {
 public:
  class Events {
   public:
    virtual ~Events() = default;
    // The terminal may be destroyed in none of the calls.
    virtual void events_came(std::vector<input::Event>& events) = 0;
    virtual void terminal_drained() = 0;
    virtual void terminal_lost() = 0;
  };

  // Without a descriptor bytes come by feed() and leave in messages.
  ClientTerminal(Loop& loop, platform::Descriptor descriptor, Connection& connection,
                 Events& events);

  // Does it take more without waiting?
  bool is_ready() const;
  void write(std::string_view bytes);
  // Nothing of it, if too much is waiting already.
  void write_if_room(std::string_view bytes);
  void set_reading(bool is_reading);
  void feed(std::string_view bytes);
  // Neither reads nor writes any more.
  void close();

 private:
  void ready(Ready ready);
  void read();
  void lose();
  void hand_over();
  void update_interest();

  Loop& loop_;
  platform::Descriptor descriptor_;
  Connection& connection_;
  Events& events_;
  std::optional<DescriptorWatch> watch_;  // None: bytes go through the connection.
  OutputQueue output_;
  bool is_reading_ = true;
  input::Decoder decoder_;
  std::vector<input::Event> decoded_;
  Timer escape_timer_;
};

}  // namespace mux::server
