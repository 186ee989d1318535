#include "mux/server/client.h"

#include <utility>

#include "mux/model/focus.h"

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
  ask_for_mouse(session, *view);
  terminal_.write(screen_.draw(session, *view, hints, is_held));
}

// The mode with all moves costs a report for each cell that the mouse goes over.
void Client::ask_for_mouse(const model::Session& session, const model::ClientView& view) {
  MouseReports wanted = MouseReports::Drags;
  const auto focused = model::focused_pane(session, view.id);
  const model::Pane* const pane = focused ? session.find_pane(*focused) : nullptr;
  const bool is_followed = pane != nullptr && pane->terminal() != nullptr &&
                           pane->terminal()->mode(term::Mode::MouseMoves);
  if (is_followed || session.options.focus_follows_mouse) wanted = MouseReports::Moves;
  if (!session.options.uses_mouse) wanted = MouseReports::Nothing;
  if (wanted == mouse_reports_) return;
  mouse_reports_ = wanted;
  constexpr std::string_view kSequences[] = {"\x1b[?1003l\x1b[?1002l", "\x1b[?1003l\x1b[?1002h",
                                             "\x1b[?1003h"};
  terminal_.write(kSequences[static_cast<std::size_t>(wanted)]);
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
  if (report.kind == input::ReportKind::Clipboard) {
    return events_.clipboard_came(*this, report.text);
  }
  const auto theme = outer_.theme();
  const bool has_news = outer_.take(report);
  if (outer_.theme() && outer_.theme() != theme) events_.theme_told(*this, *outer_.theme());
  if (!has_news) return;
  screen_.set_capabilities(outer_.capabilities());
  mark_all(Change::Normal);
}

}  // namespace mux::server
