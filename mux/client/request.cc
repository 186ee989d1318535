#include "mux/client/request.h"

#include <unistd.h>

#include <cerrno>
#include <csignal>

#include "mux/client/receiver.h"
#include "mux/client/signals.h"
#include "mux/client/write_all.h"
#include "mux/platform/socket.h"
#include "mux/protocol/codec.h"

namespace mux::client {

namespace {

using common::Result;

Result<protocol::Reply> ask(const platform::Descriptor& connection,
                            const protocol::Message& request, Receiver receiver,
                            const Print& take) {
  TRY(platform::send_all(connection.number(), protocol::encode(request)));
  for (;;) {
    const protocol::Message message = TRY(receiver.next());
    if (const auto* output = std::get_if<protocol::Output>(&message)) {
      TRY(take(output->bytes));
    } else if (const auto* reply = std::get_if<protocol::Reply>(&message)) {
      return *reply;
    }
  }
}

}  // namespace

Result<void> print(std::string_view text) {
  auto written = write_all(STDOUT_FILENO, text);
  if (written) return {};
  return common::fail("standard output: " + written.error().message, written.error().os_error);
}

Result<protocol::Reply> perform(const platform::Descriptor& connection,
                                const protocol::Action& action, const Print& take) {
  return ask(connection, action, Receiver(connection.number()), take);
}

Result<protocol::Reply> subscribe(const platform::Descriptor& connection,
                                  const protocol::Subscribe& wish) {
  const Signals signals = TRY(Signals::create({SIGPIPE}));
  return ask(connection, wish, Receiver(connection.number(), STDOUT_FILENO), print);
}

}  // namespace mux::client
