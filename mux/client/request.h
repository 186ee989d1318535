// What is asked of a server by who does not attach.
#pragma once

#include <functional>
#include <string_view>

#include "common/base/result.h"
#include "mux/platform/descriptor.h"
#include "mux/protocol/messages.h"

namespace mux::client {

// Takes what is to be printed, as it comes; an error ends the request.
using Print = std::function<common::Result<void>(std::string_view text)>;

// To standard output; waits as long as it takes.
common::Result<void> print(std::string_view text);

// Has the server do something.
common::Result<protocol::Reply> perform(const platform::Descriptor& connection,
                                        const protocol::Action& action, const Print& take = print);

// Prints what panes show until the server is done.  EPIPE: until nobody reads standard
// output any more, be there something to print or not.
common::Result<protocol::Reply> subscribe(const platform::Descriptor& connection,
                                          const protocol::Subscribe& wish);

}  // namespace mux::client
