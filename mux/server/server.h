// Server: one session, its programs and its clients.
//
//   programs ─► terminals of the model ─┐
//                                       ├─► clients that show them are marked
//   clients ─► InputRouter ─► actions ──┘        │
//                                                ▼  once per iteration
//                                        frames that are due
//
// All on one thread: whatever a callback does to the model, clients are drawn, and
// those that have gone are forgotten, only at the end of the iteration.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.h"
#include "mux/action/action.h"
#include "mux/config/config.h"
#include "mux/config/sources.h"
#include "mux/input/key_map.h"
#include "mux/journal/session_journal.h"
#include "mux/journal/session_record.h"
#include "mux/model/host.h"
#include "mux/model/session.h"
#include "mux/platform/descriptor.h"
#include "mux/server/client.h"
#include "mux/server/connection.h"
#include "mux/server/copy_commands.h"
#include "mux/server/held_panes.h"
#include "mux/server/input_router.h"
#include "mux/server/jams.h"
#include "mux/server/journal_keeper.h"
#include "mux/server/key_hints.h"
#include "mux/server/long_texts.h"
#include "mux/server/loop.h"
#include "mux/server/processes.h"
#include "mux/server/programs.h"
#include "mux/server/session_socket.h"
#include "mux/server/subscription.h"

namespace mux::server {

struct ServerSetup {
  std::string session_name;
  std::string socket_path;  // Of the listener; removed at the end.
  platform::Descriptor listener;
  model::SessionOptions options;
  layout::Layout layout;
  input::KeyMap keys;
  config::Sources sources;  // To be read again when they change.
  config::Config config;    // As it was read, for what has changed since.
  std::vector<std::string> layout_folders;
  std::string notice;       // What is wrong with the configuration; empty: nothing.
  std::string dump_folder;  // For what programs write, a file per pane; empty: it is not kept.
  term::Size size;          // Of the first client.
  std::vector<std::string> environment;  // For programs.
  std::string cwd;
  journal::JournalSetup journal;
  std::string discovery_hook;  // For commands found running; empty: none.
  // A session that is brought back, and where its files are.
  std::optional<journal::SessionRecord> restored;
  std::string restored_folder;
  bool runs_commands = false;  // That were running in it, at once.
};

class Server : public model::Host,
               public PaneProgram::Events,
               public Connection::Events,
               public Client::Events {
 public:
  Server(Loop& loop, Processes& processes, model::SessionName name, ServerSetup setup);
  ~Server() override;
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  // Starts the programs of the layout, then listens.
  void start();
  // Takes note of processes that have ended.
  void reap();

 private:
  // Whoever is connected: a client once it has attached, somebody with an action, or who
  // reads what panes show.
  struct Peer {
    explicit Peer(Loop& loop, platform::Descriptor socket, Connection::Events& events)
        : connection(loop, std::move(socket), events) {}
    Connection connection;
    bool has_greeted = false;
    std::unique_ptr<Client> client;
    std::optional<Subscription> subscription;
    std::optional<model::WaitId> wait;  // For whose end its action waits.
    // A reply that goes out in pieces; none: there is nothing more to send.
    std::optional<action::Reply> reply;
    std::size_t sent = 0;  // Bytes of its text.

    // When there is something to show it; see Client and Subscription.
    std::optional<std::uint64_t> due() const {
      if (client) return client->due();
      return subscription ? subscription->due() : std::nullopt;
    }
  };

  // model::Host (host.cc)
  common::Result<void> spawn(const model::SpawnRequest& request) override;
  void write(model::PaneId pane, std::string_view bytes) override;
  void resize(model::PaneId pane, term::Size size) override;
  void kill(model::PaneId pane) override;
  std::string working_directory(model::PaneId pane) override;
  std::vector<std::string> foreground_command(model::PaneId pane) override;
  std::vector<std::string> started_command(model::PaneId pane) override;
  void detach(model::ClientId client) override;
  void switch_session(model::ClientId client, const model::SessionSwitch& target) override;
  void exit_session(model::SessionEnd how) override;
  common::Result<void> rename_session(const model::SessionName& name) override;
  common::Result<void> save_session() override;
  void copy(std::optional<model::ClientId> client, model::CopyTarget target,
            std::string_view text) override;
  void query_clipboard(model::PaneId pane, std::string_view selections) override;
  void ring_bell(model::PaneId pane) override;
  void notify(model::PaneId pane, std::string_view title, std::string_view body) override;
  common::Result<std::string> read_file(std::string_view path) override;
  void remove_temporary(const std::string& path) override;
  common::Result<layout::Layout> parse_layout(std::string_view text) override;
  common::Result<layout::Layout> read_layout(std::string_view name_or_path) override;
  void end_wait(model::WaitId wait, int exit_code) override;

  // Programs
  void program_wrote(model::PaneId pane, const PaneProgram::Output& output) override;
  void program_took(model::PaneId pane) override;
  void parse(model::Pane& pane, const PaneProgram::Output& output);

  // Connections
  void accept();
  void restore_socket();
  void received(Connection& connection, protocol::Message message) override;
  void lost(Connection& connection) override;
  void drained(Connection& connection) override;
  void attach(Peer& peer, const protocol::Attach& attach);
  void go_to(model::ClientId client, const protocol::Destination& destination);
  void perform(Peer& peer, const protocol::Action& action);
  void subscribe(Peer& peer, const protocol::Subscribe& wish);
  common::Result<std::vector<model::PaneId>> panes_named(const std::vector<std::string>& names);
  void answer(Peer& peer, common::Result<action::Reply> reply);
  void send_more(Peer& peer);
  using Answer = std::function<void(common::Result<action::Reply> reply)>;
  void finish_later(std::vector<action::LongText> texts, std::optional<model::ClientId> client,
                    const Answer& answer);
  Peer& peer_of(const Connection& connection);
  Peer* peer_of(model::ClientId client);

  // Clients
  void typed(Client& client, const input::Event& event) override;
  void clipboard_came(Client& client, std::string_view content) override;
  void terminal_gone(Client& client) override;
  void theme_told(Client& client, model::Theme theme) override;
  void colors_told(Client& client, term::Color foreground, term::Color background) override;
  void dismiss(Peer& peer, protocol::Exit exit);
  void remove_view(Peer& peer);
  // Whom actions from elsewhere are about: who typed last.
  std::optional<model::ClientId> active_client() const;
  void mark_all(Change change);
  void mark_viewers(model::PaneId pane, Change change);
  void for_viewers(model::PaneId pane, std::string_view bytes);

  void check_jams();
  void let_go(const std::vector<model::ClientId>& clients);
  // Configuration (server_config.cc)
  void watch_config();
  void reload_config();
  void show_notice(std::string text);
  void take_theme(model::Theme theme);
  void fix_theme();
  void update_modes();
  void note_program_activity();
  void dump_output(model::PaneId pane, std::string_view bytes) const;
  void force_closed(const Peer& peer);

  // The loop (server.cc)
  void end_iteration();
  void draw_frames();
  void draw_overdue();
  void forget_the_gone();
  void expire_closed();
  void tick_mouse();
  void begin_end(protocol::Exit exit);
  void terminate();
  void restore();

  Loop& loop_;
  ServerSetup setup_;
  model::Session session_;
  Programs programs_;
  CopyCommands copy_commands_;
  LongTexts long_texts_;
  KeyHints hints_;
  InputRouter router_;
  std::vector<std::unique_ptr<Peer>> peers_;
  std::optional<model::ClientId> last_typed_;
  std::vector<std::unique_ptr<FolderWatch>> folder_watches_;
  // Programs that wait for what a client's terminal says is copied.
  struct ClipboardQuery {
    model::PaneId pane{};
    model::ClientId client{};
  };
  std::vector<ClipboardQuery> clipboard_queries_;
  HeldPanes held_;
  Jams jams_;
  std::optional<model::ClientId> pasting_;  // Whose paste is being written.
  bool is_parsing_ = false;                 // A program's output is being taken.
  bool was_killed_ = false;                 // The program that has ended last.
  bool has_changed_ = false;                // Something that all clients may see.
  std::optional<protocol::Exit> ending_;    // The session is over; clients are told so.
  SessionSocket socket_;
  std::uint64_t socket_seen_at_ = 0;
  bool is_socket_lost_ = false;  // And cannot be made again.
  SignalWatch child_watch_;
  SignalWatch terminate_watch_;
  SignalWatch hangup_watch_;
  SignalWatch socket_watch_;
  Timer frame_timer_;
  Timer closed_timer_;
  Timer jam_timer_;
  Timer mouse_timer_;
  Timer end_timer_;
  JournalKeeper journal_;
  Timer reload_timer_;
  Timer lock_timer_;
  bool looks_at_programs_ = false;  // They may be others than they were.
  Timer notice_timer_;
  IterationWatch iteration_watch_;
};

}  // namespace mux::server
