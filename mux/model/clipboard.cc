#include "mux/model/clipboard.h"

#include "mux/model/clients.h"

namespace mux::model {

void copy_text(Session& session, Host& host, std::optional<ClientId> client,
               std::string_view text) {
  const bool is_primary = session.options.copy_target == CopyTarget::Primary;
  tell(session, client,
       {.text = is_primary ? "copied to the primary selection" : "copied to the clipboard"});
  // It may fail, and then says so instead.
  host.copy(client, session.options.copy_target, text);
}

}  // namespace mux::model
