#include "mux/server/client.h"

#include <utility>

#include "mux/model/focus.h"
#include "mux/model/input_ops.h"

namespace mux::server {

Client::Client(Loop& loop, model::ClientId id, const protocol::Attach& attach,
               platform::Descriptor terminal, Connection& connection, Events& events)
    : loop_(loop),
      id_(id),
      events_(events),
      outer_(capabilities_of(attach.terminal_name, attach.color_terminal)),
      shown_with_(outer_.capabilities()),
      screen_(shown_with_),
      terminal_(loop, std::move(terminal), connection, *this) {
  mark_all(Change::Urgent);
}

void Client::redraw() {
  screen_.invalidate();
  mark_all(Change::Urgent);
}

void Client::mark_all(Change change) {
  screen_.repaint();
  mark(change);
}

std::optional<std::uint64_t> Client::due() const {
  return terminal_.is_ready() ? pacer_.due() : std::nullopt;
}

void Client::draw(model::Session& session, KeyHints& hints, const IsHeld& is_held,
                  std::uint64_t now_ms) {
  pacer_.drawn(now_ms);
  const model::ClientView* const view = session.find_client(id_);
  if (view == nullptr) return;
  adapt(session.options);
  const std::string_view frame = screen_.draw(session, *view, hints, is_held);
  const std::string beside = beside_frame(session);
  // At once: each write may be a frame of the terminal's.
  terminal_.write(beside.empty() ? frame : std::string(frame) + beside);
}

// To what the terminal can and is to show.
void Client::adapt(const model::SessionOptions& options) {
  render::Capabilities wanted = outer_.capabilities();
  if (!options.shows_underline_styles) wanted.has_underline_styles = false;
  if (std::exchange(shown_with_, wanted) != wanted) screen_.set_capabilities(wanted);
}

std::string Client::beside_frame(const model::Session& session) {
  const auto focused = model::focused_pane(session, id_);
  const model::Pane* const pane = focused ? session.find_pane(*focused) : nullptr;
  input::InputModes wanted = pane == nullptr ? input::InputModes{} : model::input_modes(*pane);
  if (!outer_.has_keyboard_flags()) wanted.keyboard_flags = 0;
  if (session.options.focus_follows_mouse || session.options.highlights_hovered) {
    wanted.mouse = input::MouseMode::Motion;
  }
  std::string bytes = outer_input_.ask_for(wanted, session.options.uses_mouse);
  if (std::exchange(rings_, false)) bytes += '\a';
  return bytes;
}

void Client::ring() {
  rings_ = true;
  mark(Change::Normal);
}

void Client::restore_terminal() {
  terminal_.write(render::kInputRestore);
  terminal_.write(render::kScreenRestore);
  terminal_.close();
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
  const auto colors = outer_.colors();
  const bool has_news = outer_.take(report);
  if (outer_.theme() && outer_.theme() != theme) take_theme(*outer_.theme());
  if (outer_.colors() && outer_.colors() != colors) {
    events_.colors_told(*this, outer_.colors()->foreground, outer_.colors()->background);
  }
  if (has_news) mark_all(Change::Normal);
}

// Colours change with it; a terminal that does not tell them is thought to have the
// usual ones.
void Client::take_theme(model::Theme theme) {
  constexpr term::Color kBlack = term::Color::rgb(0, 0, 0);
  constexpr term::Color kWhite = term::Color::rgb(0xFF, 0xFF, 0xFF);
  const bool is_dark = theme == model::Theme::Dark;
  events_.theme_told(*this, theme);
  if (outer_.colors()) {
    write(kColorQueries);
  } else {
    events_.colors_told(*this, is_dark ? kWhite : kBlack, is_dark ? kBlack : kWhite);
  }
}

}  // namespace mux::server
