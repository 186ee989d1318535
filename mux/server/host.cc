// What the model asks of the server (model/host.h).
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <utility>

#include "common/fs/whole_file.h"
#include "common/json/base64.h"
#include "mux/platform/process_info.h"
#include "mux/server/find_layout.h"
#include "mux/server/notification.h"
#include "mux/server/server.h"

namespace mux::server {

common::Result<void> Server::spawn(const model::SpawnRequest& request) {
  model::SpawnRequest placed = request;
  if (placed.cwd.empty()) placed.cwd = setup_.cwd;
  const auto& configured = session_.options.environment;
  placed.environment.insert(placed.environment.begin(), configured.begin(), configured.end());
  return programs_.spawn(placed, session_.name.text(), setup_.environment);
}

void Server::write(model::PaneId pane, std::string_view bytes) {
  PaneProgram* const program = programs_.find(pane);
  if (program == nullptr) return;
  // What the terminal answers while it takes output is nobody's key.
  if (!program->write(bytes, !is_parsing_) && !is_parsing_) ring_bell(pane);
  if (!is_parsing_) {
    journal_.note_activity(pane, true);
    note_program_activity();
  }
  if (!is_parsing_ && !program->is_flooding()) programs_.turns().make_way(*program);
  const std::uint64_t now = loop_.now_ms();
  if (!pasting_ || !jams_.note_paste(*pasting_, pane, program->waiting(), now)) return;
  if (Peer* const peer = peer_of(*pasting_)) peer->client->set_reading(false);
  if (!jam_timer_.is_running()) check_jams();
}

void Server::resize(model::PaneId pane, term::Size size) {
  if (PaneProgram* const program = programs_.find(pane)) {
    program->resize({.columns = size.columns, .rows = size.rows});
  }
}

void Server::kill(model::PaneId pane) {
  programs_.kill(pane);
  held_.forget(pane);
  let_go(jams_.end(pane));
}

std::string Server::working_directory(model::PaneId pane) {
  const PaneProgram* const program = programs_.find(pane);
  if (program == nullptr) return {};
  std::string path = platform::working_directory(platform::foreground_process(program->terminal()));
  return path.empty() ? platform::working_directory(program->process()) : path;
}

std::vector<std::string> Server::foreground_command(model::PaneId pane) {
  const PaneProgram* const program = programs_.find(pane);
  if (program == nullptr) return {};
  return platform::command_of(platform::foreground_process(program->terminal()));
}

std::vector<std::string> Server::started_command(model::PaneId pane) {
  const PaneProgram* const program = programs_.find(pane);
  if (program == nullptr) return {};
  const pid_t process = platform::foreground_process(program->terminal());
  return process == program->process() ? std::vector<std::string>() : platform::command_of(process);
}

void Server::detach(model::ClientId client) {
  if (Peer* const peer = peer_of(client)) {
    dismiss(*peer, {.reason = protocol::ExitReason::Detached});
  }
}

void Server::switch_session(model::ClientId client, const model::SessionSwitch& target) {
  Peer* const peer = peer_of(client);
  if (peer == nullptr) return;
  dismiss(*peer,
          {.reason = protocol::ExitReason::Replaced,
           .session = target.name,
           .layout = target.layout,
           .layout_string = target.layout_string,
           .cwd = target.cwd,
           .destination = {.pane = target.pane ? model::pane_name(*target.pane) : std::string(),
                           .tab_position = target.tab_position ? *target.tab_position + 1 : 0}});
}

void Server::exit_session(model::SessionEnd how) {
  // When the system shuts down the programs may be told before the server is.
  if (how == model::SessionEnd::Empty && was_killed_) how = model::SessionEnd::Killed;
  journal_.end(how);
  begin_end({.reason = protocol::ExitReason::SessionEnded});
}

common::Result<void> Server::rename_session(const model::SessionName& name) {
  TRY(socket_.rename(name.text()));
  auto renamed = journal_.rename(name.text());
  if (!renamed) static_cast<void>(socket_.rename(session_.name.text()));
  return renamed;
}

common::Result<void> Server::save_session() {
  return journal_.save();
}

void Server::copy(std::optional<model::ClientId> client, model::CopyTarget target,
                  std::string_view text) {
  if (const std::string& command = session_.options.copy_command; !command.empty()) {
    return copy_commands_.run(client, command, setup_.environment, text);
  }
  std::string bytes = target == model::CopyTarget::Clipboard ? "\x1b]52;c;" : "\x1b]52;p;";
  common::json::append_base64(text, bytes);
  bytes += "\x1b\\";
  for (const auto& peer : peers_) {
    if (peer->client && client.value_or(peer->client->id()) == peer->client->id()) {
      peer->client->write(bytes);
    }
  }
}

// Answered only if people have said so: what they have copied is none of a program's
// business.
void Server::query_clipboard(model::PaneId pane, std::string_view selections) {
  constexpr std::string_view kSelections = "cpqs01234567";
  constexpr std::size_t kMostQueries = 16;
  const auto client = active_client();
  Peer* const peer = client ? peer_of(*client) : nullptr;
  if (!session_.options.reads_clipboard || peer == nullptr) return;
  if (clipboard_queries_.size() >= kMostQueries ||
      selections.find_first_not_of(kSelections) != selections.npos) {
    return;
  }
  clipboard_queries_.push_back({.pane = pane, .client = *client});
  peer->client->write(fmt::format("\x1b]52;{};?\x1b\\", selections));
}

void Server::clipboard_came(Client& client, std::string_view content) {
  const auto query = std::ranges::find(clipboard_queries_, client.id(), &ClipboardQuery::client);
  if (query == clipboard_queries_.end()) return;
  const model::PaneId pane = query->pane;
  clipboard_queries_.erase(query);
  write(pane, fmt::format("\x1b]52;{}\x1b\\", without_controls(content)));
}

void Server::ring_bell(model::PaneId pane) {
  for (const auto& peer : peers_) {
    if (peer->client && peer->client->shows(pane)) peer->client->ring();
  }
}

void Server::notify(model::PaneId pane, std::string_view title, std::string_view body) {
  for (const auto& peer : peers_) {
    if (!peer->client || !peer->client->shows(pane)) continue;
    peer->client->write(notification_bytes(session_.options.notifications,
                                           peer->client->outer().has_osc99(), title, body));
  }
}

common::Result<std::string> Server::read_file(std::string_view path) {
  constexpr std::size_t kMostBytes = 64UZ << 20;
  return common::fs::read_regular_file(std::string(path), kMostBytes);
}

void Server::remove_temporary(const std::string& path) {
  ::unlink(path.c_str());
}

common::Result<layout::Layout> Server::read_layout(std::string_view name_or_path) {
  FoundLayout found = TRY(find_layout(name_or_path, setup_.layout_folders));
  return std::move(found.layout);
}

common::Result<layout::Layout> Server::parse_layout(std::string_view text) {
  FoundLayout found = TRY(layout_of_text(text, "--layout-string"));
  return std::move(found.layout);
}

void Server::end_wait(model::WaitId wait, int exit_code) {
  for (const auto& peer : peers_) {
    if (peer->wait != wait) continue;
    peer->wait.reset();
    peer->connection.send(protocol::Reply{.exit_code = static_cast<std::uint8_t>(exit_code)});
    peer->connection.close();
  }
}

}  // namespace mux::server
