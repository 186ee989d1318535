#include "mux/server/client.h"

#include <utility>

namespace mux::server {

Client::Client(Loop& loop, model::ClientId id, const protocol::Attach& attach,
               platform::Descriptor terminal, Connection& connection, Events& events)
    : id_(id),
      events_(events),
      outer_(capabilities_of(attach.terminal_name, attach.color_terminal)),
      screen_(outer_.capabilities()),
      terminal_(loop, std::move(terminal), connection, *this) {
  mark_all(Change::Urgent);
}

void Client::redraw() {
  screen_.invalidate();
  mark_all(Change::Urgent);
}

void Client::mark_all(Change change) {
  screen_.repaint();
  pacer_.mark(change);
}

std::optional<std::uint64_t> Client::due() const {
  return terminal_.is_ready() ? pacer_.due() : std::nullopt;
}

void Client::draw(model::Session& session, KeyHints& hints, const IsHeld& is_held,
                  std::uint64_t now_ms) {
  pacer_.drawn(now_ms);
  const model::ClientView* const view = session.find_client(id_);
  if (view == nullptr) return;
  terminal_.write(screen_.draw(session, *view, hints, is_held));
}

void Client::events_came(std::vector<input::Event>& events) {
  for (const input::Event& event : events) {
    if (const auto* report = std::get_if<input::Report>(&event)) {
      take_report(*report);
    } else {
      events_.typed(*this, event);
    }
  }
}

void Client::take_report(const input::Report& report) {
  const bool has_news = outer_.take(report);
  if (!has_news) return;
  screen_.set_capabilities(outer_.capabilities());
  mark_all(Change::Normal);
}

}  // namespace mux::server
