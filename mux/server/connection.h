// Connection: messages to and from another process of the user.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mux/platform/descriptor.h"
#include "mux/protocol/codec.h"
#include "mux/server/loop.h"
#include "mux/server/output_queue.h"

namespace mux::server {

class Connection {
 public:
  class Events {
   public:
    virtual ~Events() = default;
    // The connection may be destroyed in neither call; see close().
    virtual void received(Connection& connection, protocol::Message message) = 0;
    virtual void lost(Connection& connection) = 0;
    // What was kept has been sent.
    virtual void drained(Connection& connection) = 0;
  };

  Connection(Loop& loop, platform::Descriptor socket, Events& events);

  void send(const protocol::Message& message);
  // In as many messages as it takes.
  void send_output(std::string_view text);
  // Sends it not before the loop goes on, and then as the other side reads.
  void send_later(const protocol::Message& message);
  // After everything that was sent has left, or if it cannot.  lost() follows.
  void close();
  bool is_open() const { return watch_.has_value(); }
  // What comes waits.
  void set_reading(bool is_reading);
  // Bytes that wait because the other side does not read.
  std::size_t pending() const { return output_.size(); }
  // That came with the messages so far; the caller takes them.
  std::vector<platform::Descriptor>& descriptors() { return descriptors_; }

 private:
  void ready(Ready ready);
  void read();
  void lose();
  void update_interest();

  Loop& loop_;
  Events& events_;
  platform::Descriptor socket_;
  std::optional<DescriptorWatch> watch_;  // None: it is lost.
  protocol::MessageReader reader_;
  OutputQueue output_;
  std::vector<platform::Descriptor> descriptors_;
  bool is_reading_ = true;
  bool is_closing_ = false;
};

}  // namespace mux::server
