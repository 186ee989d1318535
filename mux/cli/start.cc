// kmux without a command, attach and watch.
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <string>
#include <utility>

#include "mux/cli/resurrection.h"
#include "mux/cli/run_commands.h"
#include "mux/cli/session_choice.h"
#include "mux/cli/session_setup.h"
#include "mux/cli/surroundings.h"
#include "mux/client/attach.h"
#include "mux/platform/socket.h"
#include "mux/server/daemon.h"

extern char** environ;

namespace mux::cli {
namespace {

using common::Result;

// If it is on disk it is brought back.
Result<void> start_server(const Options& options, const model::SessionName& name,
                          const platform::SessionFolder& folder) {
  server::ServerSetup setup = TRY(session_setup(options));
  setup.session_name = name.text();
  setup.socket_path = folder.socket_of(name.text());
  TRY(set_up_journal(options, setup));
  setup.listener = TRY(platform::listen_at(setup.socket_path));
  const std::string cache = cache_folder();
  return server::start_daemon(std::move(setup), cache.empty() ? "" : cache + "/kmux.log");
}

std::string_view farewell(const protocol::Exit& exit) {
  if (!exit.text.empty()) return exit.text;
  switch (exit.reason) {
    case protocol::ExitReason::Detached:
      return "The session goes on; `kmux attach` returns to it.";
    case protocol::ExitReason::SessionEnded:
      return "The session is over.";
    case protocol::ExitReason::Killed:
      return "The session was killed.";
    case protocol::ExitReason::Replaced:
    case protocol::ExitReason::Failed:
      break;
  }
  return "";
}

// The session that takes the place of one that this client has left.
Result<void> start_next(const protocol::Exit& exit, const platform::SessionFolder& folder) {
  const model::SessionName name = TRY(model::SessionName::parse(exit.session));
  Options options;
  if (!exit.layout.empty()) options.layout = exit.layout;
  if (!exit.layout_string.empty()) options.layout_string = exit.layout_string;
  // Nothing else that this process does depends on where it is.
  if (!exit.cwd.empty() && ::chdir(exit.cwd.c_str()) != 0) {
    return common::fail_on_path(exit.cwd, errno);
  }
  return start_server(options, name, folder);
}

// A server may have gone since it was seen.
bool is_gone(const common::Error& error) {
  return error.os_error == ECONNRESET || error.os_error == ECONNREFUSED || error.os_error == ENOENT;
}

// A session that runs, or has been started by `start`.  A server that was killed may not
// be gone yet: then it is as if there was none.
template <typename Start>
Result<platform::Descriptor> connect_to_session(const std::string& session,
                                                const platform::SessionFolder& folder,
                                                const Start& start) {
  constexpr int kAttempts = 3;
  for (int attempt = 1;; ++attempt) {
    if (const auto socket = socket_of_running(session, folder); !socket) {
      const Result<void> started = start(socket.error());
      // Somebody else may have been faster.
      if (!started && started.error().os_error != EADDRINUSE) {
        return std::unexpected(started.error());
      }
    }
    auto connection = client::connect(folder.socket_of(session));
    if (connection || !is_gone(connection.error()) || attempt == kAttempts) return connection;
  }
}

// To a session, and to those that take its place.
Result<int> attach_to(std::string session, platform::Descriptor connection, const Options& options,
                      bool is_read_only, const platform::SessionFolder& folder) {
  protocol::Destination destination;
  for (;;) {
    const protocol::Exit exit =
        TRY(client::attach(connection, {.passes_terminal = !options.no_fd_passing,
                                        .is_read_only = is_read_only,
                                        .terminal_name = environment("TERM"),
                                        .color_terminal = environment("COLORTERM"),
                                        .destination = destination}));
    if (exit.reason != protocol::ExitReason::Replaced) {
      std::puts(std::string(farewell(exit)).c_str());
      return exit.exit_code;
    }
    session = exit.session;
    destination = exit.destination;
    connection = TRY(connect_to_session(session, folder, [&](const common::Error& /*missing*/) {
      return start_next(exit, folder);
    }));
  }
}

Result<int> attach_to_running(const std::string& session, const Options& options, bool is_read_only,
                              const platform::SessionFolder& folder) {
  return attach_to(session, TRY(client::connect(folder.socket_of(session))), options, is_read_only,
                   folder);
}

Result<void> expect_terminal() {
  if (::isatty(STDIN_FILENO) != 0 && ::isatty(STDOUT_FILENO) != 0) return {};
  return common::fail("standard input and output must be a terminal");
}

// A session that is shown in one of its own panes would draw itself without end.
Result<void> expect_other(std::string_view session) {
  if (environment("KMUX").empty() || environment("KMUX_SESSION_NAME") != session) return {};
  return common::fail(fmt::format("this is a pane of session {} already", session), kNoSuchSession);
}

// Inside of a session a layout is for new tabs of it.
bool adds_tabs(const Options& options) {
  const bool has_layout = options.layout || options.layout_string;
  return has_layout && (options.session || !environment("KMUX").empty());
}

// The name that new sessions have by flags or configuration.
Result<std::string> name_wanted(const Options& options, const config::Config& config,
                                const platform::SessionFolder& folder) {
  if (options.session) return *options.session;
  if (config.session_name) return *config.session_name;
  return new_session_name(folder);
}

bool may_create(const Options& options) {
  return options.create || options.create_background;
}

// It need not be running.
Result<std::string> session_to_attach_to(const Options& options,
                                         const platform::SessionFolder& folder) {
  const bool is_named = options.index || options.session || !options.positionals.empty();
  // Of a name that is created nothing else is meant.
  if (may_create(options) && options.positionals.size() == 1) return options.positionals.front();
  auto session =
      options.index ? session_at(*options.index, folder) : session_to_show(options, folder);
  if (session || options.positionals.size() > 1) return session;
  const std::vector<std::string> exited = exited_sessions(folder);
  if (!is_named && folder.sessions().empty() && exited.size() == 1) return exited.front();
  const bool is_there_none = options.index || folder.sessions().empty();
  if (may_create(options) && is_there_none) return new_session_name(folder);
  return session;
}

bool may_start(const Options& options, const std::string& session) {
  return may_create(options) || journal_folder().contains(session);
}

// That the session is there, or may be started, to be shown here.
Result<void> expect_showable(const Options& options, const std::string& session,
                             const platform::SessionFolder& folder) {
  const auto running = socket_of_running(session, folder);
  if (!running && !may_start(options, session)) return std::unexpected(running.error());
  TRY(expect_terminal());
  return expect_other(session);
}

}  // namespace

Result<int> run_start(const Options& options) {
  const platform::SessionFolder folder = TRY(open_session_folder());
  if (adds_tabs(options)) {
    const auto session = session_to_act_in(options, folder);
    if (session && socket_of_running(*session, folder)) return run_new_tabs(options);
  }
  const config::Config config = TRY(load_config(sources_of(options))).config;
  TRY(expect_terminal());
  const std::string text = TRY(name_wanted(options, config, folder));
  TRY(expect_other(text));
  const model::SessionName name = TRY(model::SessionName::parse(text));
  if (journal_folder().contains(text) && !socket_of_running(text, folder)) {
    return common::fail(
        fmt::format("there is a session {} that has exited; `kmux attach {}` brings it back, `kmux "
                    "delete-session {}` deletes it",
                    text, text, text),
        kNoSuchSession);
  }
  auto started = start_server(options, name, folder);
  if (!started && started.error().os_error == EADDRINUSE) {
    if (config.attaches_to_session && !options.session) {
      return attach_to_running(text, options, false, folder);
    }
    return common::fail(
        fmt::format("there is already a session {}; `kmux attach {}` attaches to it", text, text),
        kNoSuchSession);
  }
  TRY(std::move(started));
  return attach_to_running(text, options, false, folder);
}

Result<int> run_attach(const Options& options) {
  const bool is_background = options.create_background;
  const platform::SessionFolder folder = TRY(open_session_folder());
  const std::string session = TRY(session_to_attach_to(options, folder));
  if (!is_background) TRY(expect_showable(options, session, folder));
  bool is_started = false;
  const auto start = [&](const common::Error& missing) -> Result<void> {
    if (!may_start(options, session)) return std::unexpected(missing);
    const model::SessionName name = TRY(model::SessionName::parse(session));
    TRY(start_server(options, name, folder));
    is_started = true;
    return {};
  };
  platform::Descriptor connection = TRY(connect_to_session(session, folder, start));
  // Scripts learn so that it is not theirs to set up.
  if (is_background && !is_started) {
    return common::fail(fmt::format("session {} is running already", session), kNoSuchSession);
  }
  if (is_background) return 0;
  return attach_to(session, std::move(connection), options, false, folder);
}

Result<int> run_watch(const Options& options) {
  const platform::SessionFolder folder = TRY(open_session_folder());
  const std::string session = TRY(session_to_show(options, folder));
  TRY(socket_of_running(session, folder));
  TRY(expect_terminal());
  TRY(expect_other(session));
  return attach_to_running(session, options, true, folder);
}

}  // namespace mux::cli
