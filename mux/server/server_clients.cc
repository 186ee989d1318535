// The part of Server that is about clients and those who ask for actions.
#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "mux/action/action.h"
#include "mux/model/arrange.h"
#include "mux/model/clients.h"
#include "mux/model/colors.h"
#include "mux/model/focus.h"
#include "mux/server/server.h"

namespace mux::server {

void Server::attach(Peer& peer, const protocol::Attach& attach) {
  if (peer.client || peer.subscription || ending_) return;
  std::vector<platform::Descriptor> descriptors = std::move(peer.connection.descriptors());
  platform::Descriptor terminal;
  if (attach.passes_terminal) {
    if (descriptors.empty()) {
      peer.connection.send(protocol::Refuse{.reason = "the terminal did not come along"});
      return peer.connection.close();
    }
    terminal = std::move(descriptors.front());
  }
  const model::ClientId id = model::add_client(
      session_, *this,
      {.size = term::clamped({attach.size.columns, attach.size.rows}),
       .is_read_only = attach.is_read_only,
       .capabilities = capabilities_of(attach.terminal_name, attach.color_terminal)});
  go_to(id, attach.destination);
  peer.client =
      std::make_unique<Client>(loop_, id, attach, std::move(terminal), peer.connection, *this);
  peer.client->write(kQueries);
  // Who was not there has not been told.
  if (session_.notice.empty() && !journal_.failure().empty()) show_notice(journal_.failure());
  has_changed_ = true;
}

void Server::go_to(model::ClientId client, const protocol::Destination& destination) {
  const auto pane = model::parse_pane_name(destination.pane);
  const std::size_t position = destination.tab_position;
  if (pane) {
    model::focus_pane(session_, client, *pane);
  } else if (position > 0 && position <= session_.tabs.size()) {
    model::focus_tab(session_, client, session_.tabs[position - 1]->id);
  }
  model::arrange(session_, *this);
}

void Server::perform(Peer& peer, const protocol::Action& action) {
  action::Context context{
      .session = session_, .host = *this, .client = active_client(), .now_ms = loop_.now_ms()};
  if (const auto pane = model::parse_pane_name(action.pane)) context.from_pane = *pane;
  context.cwd = action.cwd;
  auto reply =
      action::run(context, action::ActionCall{.name = action.name, .arguments = action.arguments});
  has_changed_ = true;
  if (!reply || reply->later.empty()) return answer(peer, std::move(reply));
  const model::WaitId wait = session_.next_wait_id();
  peer.wait = wait;
  finish_later(std::move(reply->later), context.client, [this, wait](auto finished) {
    const auto asker = std::ranges::find(peers_, wait, [](const auto& each) { return each->wait; });
    if (asker == peers_.end()) return;
    (*asker)->wait.reset();
    answer(**asker, std::move(finished));
  });
}

void Server::answer(Peer& peer, common::Result<action::Reply> reply) {
  if (!reply) {
    peer.connection.send(protocol::Reply{.exit_code = 2, .error = reply.error().message});
    return peer.connection.close();
  }
  if (reply->wait) {
    peer.wait = reply->wait;
    return;
  }
  peer.reply = *std::move(reply);
  send_more(peer);
}

// Text that is long goes out as it is read, a piece in each iteration.
void Server::send_more(Peer& peer) {
  constexpr std::size_t kPiece = std::size_t{256} << 10;
  const std::string_view rest = std::string_view(peer.reply->text).substr(peer.sent);
  if (rest.size() > kPiece) {
    peer.sent += kPiece;
    peer.connection.send_later(protocol::Output{.bytes = std::string(rest.substr(0, kPiece))});
    return;
  }
  peer.connection.send_output(rest);
  peer.connection.send(protocol::Reply{
      .exit_code = static_cast<std::uint8_t>(peer.reply->exit_code), .error = peer.reply->note});
  peer.reply.reset();
  peer.connection.close();
}

void Server::subscribe(Peer& peer, const protocol::Subscribe& wish) {
  if (peer.client || peer.subscription || ending_) return;
  auto panes = panes_named(wish.panes);
  if (!panes) {
    peer.connection.send(protocol::Reply{.exit_code = 2, .error = panes.error().message});
    return peer.connection.close();
  }
  peer.subscription.emplace(*panes, wish, peer.connection, loop_.now_ms());
}

// Each once; at least one.
common::Result<std::vector<model::PaneId>> Server::panes_named(
    const std::vector<std::string>& names) {
  std::vector<model::PaneId> panes;
  for (const std::string& name : names) {
    const model::PaneId pane = TRY(model::parse_pane_name(name));
    if (session_.tab_of(pane) == nullptr) {
      return common::fail(fmt::format("there is no pane {}", model::pane_name(pane)));
    }
    if (std::ranges::find(panes, pane) == panes.end()) panes.push_back(pane);
  }
  if (panes.empty()) return common::fail("which pane? Its name is expected");
  return panes;
}

void Server::drained(Connection& connection) {
  Peer& peer = peer_of(connection);
  if (peer.reply) send_more(peer);
}

void Server::finish_later(std::vector<action::LongText> texts,
                          std::optional<model::ClientId> client, const Answer& answer) {
  for (action::LongText& left : texts) {
    long_texts_.make(std::move(left), [this, client, answer](const action::LongText& text,
                                                             common::Result<std::string> made) {
      const bool is_there = client && session_.find_client(*client) != nullptr;
      action::Context context{.session = session_,
                              .host = *this,
                              .client = is_there ? client : std::nullopt,
                              .now_ms = loop_.now_ms()};
      auto reply = action::finish(context, text, std::move(made));
      const bool is_taken = reply.has_value();
      has_changed_ = true;
      answer(std::move(reply));
      return is_taken;
    });
  }
}

void Server::typed(Client& client, const input::Event& event) {
  // Looked at while somebody is there, so that nothing wakes up for it.
  constexpr std::uint64_t kLookMilliseconds = 5000;
  if (loop_.now_ms() - socket_seen_at_ >= kLookMilliseconds) restore_socket();
  if (!std::holds_alternative<input::Focus>(event)) last_typed_ = client.id();
  if (std::holds_alternative<input::Paste>(event)) pasting_ = client.id();
  if (router_.take(client.id(), event, loop_.now_ms())) has_changed_ = true;
  pasting_.reset();
  const bool wants_ticks = router_.mouse().wants_ticks();
  if (wants_ticks && !mouse_timer_.is_running()) {
    mouse_timer_.start(MouseRouter::kTickMilliseconds);
  } else if (!wants_ticks) {
    mouse_timer_.stop();
  }
}

// A paste waits for the program, up to a point.
void Server::program_took(model::PaneId pane) {
  if (const PaneProgram* const program = programs_.find(pane)) {
    let_go(jams_.note_taken(pane, program->waiting(), loop_.now_ms()));
  }
}

void Server::check_jams() {
  const std::uint64_t now = loop_.now_ms();
  let_go(jams_.give_up(now));
  if (const auto next = jams_.next_check()) jam_timer_.start(*next > now ? *next - now : 1);
}

void Server::let_go(const std::vector<model::ClientId>& clients) {
  for (const model::ClientId client : clients) {
    if (Peer* const peer = peer_of(client)) peer->client->set_reading(true);
  }
}

std::optional<model::ClientId> Server::active_client() const {
  if (last_typed_ && session_.find_client(*last_typed_) != nullptr) return last_typed_;
  const auto& clients = session_.clients;
  const auto writer =
      std::ranges::find_if(clients, [](const auto& entry) { return !entry.second.is_read_only; });
  return writer == clients.end() ? std::nullopt : std::optional(writer->first);
}

void Server::terminal_gone(Client& client) {
  if (Peer* const peer = peer_of(client.id())) {
    force_closed(*peer);
    dismiss(*peer, {.reason = protocol::ExitReason::Detached});
  }
}

void Server::theme_told(Client& /*client*/, model::Theme theme) {
  take_theme(theme);
}

void Server::colors_told(Client& /*client*/, term::Color foreground, term::Color background) {
  model::take_colors(session_, foreground, background);
}

// Nothing is drawn any more: the client process puts the terminal right.
void Server::dismiss(Peer& peer, protocol::Exit exit) {
  remove_view(peer);
  if (peer.client) peer.client->release_terminal();
  peer.connection.send(std::move(exit));
  peer.connection.close();
}

void Server::remove_view(Peer& peer) {
  if (!peer.client || session_.find_client(peer.client->id()) == nullptr) return;
  router_.forget(peer.client->id());
  std::erase_if(clipboard_queries_,
                [&](const ClipboardQuery& query) { return query.client == peer.client->id(); });
  model::remove_client(session_, *this, peer.client->id());
  has_changed_ = true;
}

void Server::mark_all(Change change) {
  const std::uint64_t now = loop_.now_ms();
  for (const auto& peer : peers_) {
    if (peer->client) peer->client->mark_all(change);
    if (peer->subscription) peer->subscription->mark_all(now);
  }
}

void Server::mark_viewers(model::PaneId pane, Change change) {
  const std::uint64_t now = loop_.now_ms();
  for (const auto& peer : peers_) {
    if (peer->client && peer->client->shows(pane)) peer->client->mark(change);
    if (peer->subscription) peer->subscription->mark(pane, change, now);
  }
}

void Server::for_viewers(model::PaneId pane, std::string_view bytes) {
  for (const auto& peer : peers_) {
    if (peer->client && peer->client->shows(pane)) peer->client->write(bytes);
  }
}

}  // namespace mux::server
