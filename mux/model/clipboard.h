// Text that people copy.
#pragma once

#include <optional>
#include <string_view>

#include "mux/model/host.h"
#include "mux/model/session.h"

namespace mux::model {

// To where the options say; the client is told.
void copy_text(Session& session, Host& host, std::optional<ClientId> client, std::string_view text);

}  // namespace mux::model
