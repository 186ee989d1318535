#include "mux/server/server.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <utility>

#include "common/base/check.h"
#include "common/scan/scan.h"
#include "mux/journal/restore_session.h"
#include "mux/model/clients.h"
#include "mux/model/closing.h"
#include "mux/model/pane_ops.h"

namespace mux::server {

namespace {

// For clients that do not take their leave.
constexpr std::uint64_t kEndMilliseconds = 500;

// Behind the end of a picture (mode 2026) if another may follow; else all.
std::size_t end_of_picture(std::string_view bytes) {
  static const common::scan::Needle end_mark("\x1b[?2026l");
  const std::size_t end = end_mark.find(bytes);
  return end == bytes.npos ? bytes.size() : end + end_mark.text().size();
}

// Signals that end programs when the system does.  Not that of Ctrl c: shells have it
// for their exit code when the last command was interrupted.
bool is_of_shutdown(int exit_code) {
  constexpr int kSignalled = 128;
  return exit_code == kSignalled + SIGHUP || exit_code == kSignalled + SIGTERM ||
         exit_code == kSignalled + SIGKILL;
}

std::string folder_of_temporaries(const std::vector<std::string>& environment) {
  constexpr std::string_view kName = "TMPDIR=";
  std::string folder;
  for (const std::string& entry : environment) {
    if (entry.starts_with(kName)) folder = entry.substr(kName.size());
  }
  return folder;
}

}  // namespace

Server::Server(Loop& loop, Processes& processes, model::SessionName name, ServerSetup setup)
    : loop_(loop),
      setup_(std::move(setup)),
      session_(std::move(name), setup_.options),
      programs_(loop, processes, *this),
      copy_commands_(loop, processes,
                     [this](std::optional<model::ClientId> client, std::string reason) {
                       model::tell(session_, client, {.text = std::move(reason), .is_bad = true});
                       has_changed_ = true;
                     }),
      long_texts_(loop, folder_of_temporaries(setup_.environment)),
      hints_(setup_.keys),
      router_(session_, *this, setup_.keys, hints_,
              [this](model::ClientId client, std::vector<action::LongText> texts) {
                finish_later(std::move(texts), client, [this, client](const auto& reply) {
                  if (!reply) router_.tell_failure(client, reply.error().message);
                });
              }),
      socket_(loop, setup_.socket_path, std::move(setup_.listener), [this] { accept(); }),
      child_watch_(loop, SIGCHLD, [this] { reap(); }),
      terminate_watch_(loop, SIGTERM, [this] { terminate(); }),
      // The session outlives the terminal it was started from.
      hangup_watch_(loop, SIGHUP, [] {}),
      socket_watch_(loop, SIGUSR1, [this] { restore_socket(); }),
      frame_timer_(loop, [] {}),  // What is due is drawn at the end of the iteration.
      closed_timer_(loop, [this] { expire_closed(); }),
      jam_timer_(loop, [this] { check_jams(); }),
      mouse_timer_(loop, [this] { tick_mouse(); }),
      end_timer_(loop, [this] { loop_.stop(); }),
      journal_(loop, setup_.journal, setup_.discovery_hook, session_, *this,
               [this] { show_notice(journal_.failure()); }),
      reload_timer_(loop, [this] { reload_config(); }),
      lock_timer_(loop, [this] { looks_at_programs_ = true; }),
      notice_timer_(loop, [this] { show_notice({}); }),
      iteration_watch_(loop, [this] { end_iteration(); }) {
  session_.size = setup_.size;
}

Server::~Server() {
  for (const auto& [id, pane] : session_.panes) {
    if (!pane->temporary_file.empty()) ::unlink(pane->temporary_file.c_str());
  }
}

void Server::start() {
  if (setup_.restored) {
    restore();
  } else {
    model::open_layout(session_, *this, setup_.layout);
  }
  fix_theme();
  journal_.note_change();
  socket_.listen();
  watch_config();
  if (!setup_.notice.empty()) show_notice(setup_.notice);
}

void Server::restore() {
  const std::string& folder = setup_.restored_folder;
  journal::restore(session_, *this, *setup_.restored,
                   {.runs_commands = setup_.runs_commands, .text_of = [&](const std::string& file) {
                      return journal::read_pane_text(folder, file);
                    }});
  setup_.restored.reset();
}

// ---- programs

void Server::program_wrote(model::PaneId pane, const PaneProgram::Output& output) {
  model::Pane* const found = session_.find_pane(pane);
  if (found == nullptr || found->terminal() == nullptr) return;
  if (!setup_.dump_folder.empty()) dump_output(pane, output.bytes);
  PaneProgram::Output rest = output;
  while (!rest.bytes.empty()) {
    PaneProgram::Output part = rest;
    part.bytes = rest.bytes.substr(0, end_of_picture(rest.bytes));
    rest.bytes.remove_prefix(part.bytes.size());
    parse(*found, part);
    // The next picture begins at once, and this one would never be seen.
    if (!rest.bytes.empty()) draw_frames();
  }
  if (output.is_urgent) programs_.turns().answered();
  journal_.note_activity(pane, false);
  note_program_activity();
}

void Server::parse(model::Pane& pane, const PaneProgram::Output& output) {
  const std::uint64_t face = pane.face_version;
  is_parsing_ = true;
  pane.terminal()->write(output.bytes);
  is_parsing_ = false;
  if (pane.face_version != face) has_changed_ = true;
  const bool is_drawing = pane.terminal()->mode(term::Mode::SynchronizedOutput);
  if (!held_.note(pane.id(), is_drawing, loop_.now_ms())) return;
  mark_viewers(pane.id(), output.is_urgent  ? Change::Urgent
                          : output.is_flood ? Change::Flood
                                            : Change::Normal);
}

void Server::reap() {
  for (const Programs::Ended& ended : programs_.reap()) {
    let_go(jams_.end(ended.pane));
    held_.forget(ended.pane);
    was_killed_ = is_of_shutdown(ended.exit_code);
    for (const auto& peer : peers_) {
      if (peer->subscription) peer->subscription->send_last(session_, ended.pane);
    }
    model::pane_exited(session_, *this, ended.pane, ended.exit_code);
    has_changed_ = true;
    socket_.listen();
  }
  for (const Processes::Ended& process : programs_.take_others()) copy_commands_.ended(process);
}

// ---- connections

void Server::accept() {
  for (;;) {
    platform::Descriptor socket = socket_.accept();
    if (!socket.is_open()) return;
    peers_.push_back(std::make_unique<Peer>(loop_, std::move(socket), *this));
  }
}

// Without it nobody could return to the session.
void Server::restore_socket() {
  socket_seen_at_ = loop_.now_ms();
  if (ending_) return;
  const auto done = socket_.make_again();
  const bool was_lost = std::exchange(is_socket_lost_, !done.has_value());
  if (was_lost || done) return;
  const std::string text =
      fmt::format("nobody can attach to the session any more: {}", done.error().message);
  std::fprintf(stderr, "kmux: session %s: %s\n", session_.name.text().c_str(), text.c_str());
  show_notice(text);
}

Server::Peer& Server::peer_of(const Connection& connection) {
  const auto found = std::ranges::find_if(
      peers_, [&](const auto& peer) { return &peer->connection == &connection; });
  CHECK(found != peers_.end());
  return **found;
}

Server::Peer* Server::peer_of(model::ClientId client) {
  const auto found = std::ranges::find_if(peers_, [&](const auto& peer) {
    return peer->client != nullptr && peer->client->id() == client;
  });
  return found == peers_.end() ? nullptr : found->get();
}

void Server::received(Connection& connection, protocol::Message message) {
  Peer& peer = peer_of(connection);
  if (std::holds_alternative<protocol::Hello>(message) && !peer.has_greeted) {
    peer.has_greeted = true;
    return connection.send(protocol::Welcome{.session = session_.name.text(),
                                             .process = static_cast<std::uint32_t>(::getpid())});
  }
  if (!peer.has_greeted) {
    connection.send(protocol::Refuse{.reason = "the first message must be a greeting"});
    return connection.close();
  }
  if (const auto* to_attach = std::get_if<protocol::Attach>(&message)) {
    attach(peer, *to_attach);
  } else if (const auto* action = std::get_if<protocol::Action>(&message)) {
    perform(peer, *action);
  } else if (const auto* wish = std::get_if<protocol::Subscribe>(&message)) {
    subscribe(peer, *wish);
  } else if (peer.client == nullptr) {
    connection.send(protocol::Refuse{.reason = "only clients that have attached may say this"});
    connection.close();
  } else if (const auto* resized = std::get_if<protocol::Resize>(&message)) {
    model::resize_client(session_, *this, peer.client->id(),
                         term::clamped({resized->size.columns, resized->size.rows}));
    peer.client->redraw();
    has_changed_ = true;
  } else if (const auto* typed_bytes = std::get_if<protocol::Input>(&message)) {
    peer.client->feed(typed_bytes->bytes);
  } else if (std::holds_alternative<protocol::Detach>(message)) {
    force_closed(peer);
    dismiss(peer, {.reason = protocol::ExitReason::Detached});
  }
}

void Server::lost(Connection& connection) {
  Peer& peer = peer_of(connection);
  force_closed(peer);
  // Those that live take their leave.
  if (peer.client && session_.find_client(peer.client->id()) != nullptr) {
    peer.client->restore_terminal();
  }
  remove_view(peer);
}

// ---- the end of an iteration

void Server::end_iteration() {
  if (ending_) {
    programs_.kill_all();
    programs_.bury();
    for (const auto& peer : peers_) {
      if (peer->client) {
        dismiss(*peer, *ending_);
      } else if (peer->subscription) {
        peer->subscription->end();
      } else {
        peer->connection.close();
      }
    }
    forget_the_gone();
    if (peers_.empty()) loop_.stop();
    return;
  }
  programs_.bury();
  forget_the_gone();
  update_modes();
  if (std::exchange(has_changed_, false)) {
    journal_.note_change();
    mark_all(Change::Normal);
    expire_closed();
  }
  draw_overdue();
  draw_frames();
  programs_.turns().read();
  draw_frames();
}

void Server::draw_overdue() {
  held_.for_overdue(loop_.now_ms(),
                    [&](model::PaneId pane) { mark_viewers(pane, Change::Normal); });
}

void Server::draw_frames() {
  const std::uint64_t now = loop_.now_ms();
  const IsHeld is_held = [&](model::PaneId pane) { return held_.contains(pane, now); };
  std::optional<std::uint64_t> next = held_.next_end(now);
  for (const auto& peer : peers_) {
    std::optional<std::uint64_t> due = peer->due();
    if (due && *due <= now) {
      if (peer->client) peer->client->draw(session_, hints_, is_held, now);
      if (peer->subscription) peer->subscription->send_news(session_, is_held, now);
      due = peer->due();
    }
    if (due) next = std::min(next.value_or(*due), *due);
  }
  if (next) {
    frame_timer_.start(*next > now ? *next - now : 0);
  } else {
    frame_timer_.stop();
  }
}

void Server::forget_the_gone() {
  if (std::erase_if(peers_, [](const auto& peer) { return !peer->connection.is_open(); }) > 0) {
    socket_.listen();
  }
}

void Server::expire_closed() {
  const auto next = model::expire_closed(session_, *this, loop_.now_ms());
  if (next) {
    closed_timer_.start(*next > loop_.now_ms() ? *next - loop_.now_ms() : 1);
  } else {
    closed_timer_.stop();
  }
}

// As when the system shuts down.
void Server::terminate() {
  if (ending_) return;
  static_cast<void>(journal_.save());
  journal_.end(model::SessionEnd::Killed);
  begin_end({.reason = protocol::ExitReason::Killed});
}

// Text scrolls on while it is selected beyond an edge.
void Server::tick_mouse() {
  if (router_.mouse().tick()) has_changed_ = true;
  if (router_.mouse().wants_ticks()) mouse_timer_.start(MouseRouter::kTickMilliseconds);
}

void Server::begin_end(protocol::Exit exit) {
  if (ending_) return;
  ending_ = std::move(exit);
  socket_.remove();
  end_timer_.start(kEndMilliseconds);
}

}  // namespace mux::server
