// Clients come, change and go.
#pragma once

#include <optional>

#include "mux/model/host.h"
#include "mux/model/session.h"

namespace mux::model {

struct NewClient {
  term::Size size;
  bool is_read_only = false;
  render::Capabilities capabilities = {};
};

// Looks at what was focused last.
ClientId add_client(Session& session, Host& host, const NewClient& client);
void resize_client(Session& session, Host& host, ClientId client, term::Size size);
// Nothing is asked of the host for it.
void remove_client(Session& session, Host& host, ClientId client);

// To one client, or to all.
void tell(Session& session, std::optional<ClientId> client, const Notice& notice);

}  // namespace mux::model
