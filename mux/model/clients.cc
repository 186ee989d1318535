#include "mux/model/clients.h"

#include "mux/model/arrange.h"
#include "mux/model/focus.h"

namespace mux::model {

ClientId add_client(Session& session, Host& host, const NewClient& client) {
  const ClientId id = session.next_client_id();
  ClientView view;
  view.id = id;
  view.size = client.size;
  view.is_read_only = client.is_read_only;
  view.capabilities = client.capabilities;
  view.mode = session.options.default_mode;
  view.tab = session.focused_tab;
  session.clients.emplace(id, std::move(view));
  repair_focus(session);
  arrange(session, host);
  return id;
}

void resize_client(Session& session, Host& host, ClientId id, term::Size size) {
  ClientView* const client = session.find_client(id);
  if (client == nullptr) return;
  client->size = term::clamped(size);
  arrange(session, host);
}

void remove_client(Session& session, Host& host, ClientId id) {
  session.clients.erase(id);
  arrange(session, host);
}

void tell(Session& session, std::optional<ClientId> client, const Notice& notice) {
  for (auto& [id, view] : session.clients) {
    if (client.value_or(id) == id) view.notice = notice;
  }
}

}  // namespace mux::model
