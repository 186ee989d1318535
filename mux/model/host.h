// Host: what the model asks of the world around it.
//
// The server implements it with ptys, files and clients; tests with lists of what
// was asked.  No call comes back into the model before it has returned.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/base/result.h"
#include "mux/layout/layout_spec.h"
#include "mux/model/ids.h"
#include "mux/model/options.h"
#include "mux/term/size.h"
#include "mux/term/terminal_events.h"

namespace mux::model {

struct SpawnRequest {
  PaneId pane{};
  std::vector<std::string> command;  // Never empty.
  std::string cwd;                   // Empty: where the session was started.
  // Beside the session's; KMUX_PANE_ID and its kin are the host's to add.
  std::vector<std::pair<std::string, std::string>> environment;
  term::Size size;
};

// To another session, which is made if there is none of that name.
struct SessionSwitch {
  std::string name;
  std::optional<std::uint32_t> tab_position;  // From 0.
  std::optional<PaneId> pane;
  std::string layout;         // Of a new session; empty: the default.
  std::string layout_string;  // Instead, the layout itself.
  std::string cwd;
};

enum class SessionEnd : std::uint8_t {
  Empty,   // The last pane was closed.
  Quit,    // Somebody wanted it.
  Killed,  // The server was told to end, or its programs were.
};

class Host {
 public:
  virtual ~Host() = default;

  // Programs of panes.  A pane has at most one; when it ends, the host calls
  // pane_exited() (pane_ops.h).
  virtual common::Result<void> spawn(const SpawnRequest& request) = 0;
  virtual void write(PaneId pane, std::string_view bytes) = 0;  // To its input.
  virtual void resize(PaneId pane, term::Size size) = 0;
  // Hangs up; pane_exited() is not called any more.
  virtual void kill(PaneId pane) = 0;
  // Of the program in the foreground; empty: unknown.
  virtual std::string working_directory(PaneId pane) = 0;
  virtual std::vector<std::string> foreground_command(PaneId pane) = 0;
  // The same, but empty if it is the pane's own program, whatever that has become.
  virtual std::vector<std::string> started_command(PaneId pane) = 0;

  // Clients.
  virtual void detach(ClientId client) = 0;
  virtual void switch_session(ClientId client, const SessionSwitch& target) = 0;
  // The model asks for it once, when all programs have been told to end.
  virtual void exit_session(SessionEnd how) = 0;
  virtual common::Result<void> rename_session(const SessionName& name) = 0;
  virtual common::Result<void> save_session() = 0;

  // To the clipboard of a client; none: of all of them.
  virtual void copy(std::optional<ClientId> client, CopyTarget target, std::string_view text) = 0;
  virtual void query_clipboard(PaneId pane, std::string_view selections) = 0;
  virtual void ring_bell(PaneId pane) = 0;
  virtual void notify(PaneId pane, std::string_view title, std::string_view body) = 0;

  // Files.  What is large, or would have to be waited for, is not read.
  virtual common::Result<std::string> read_file(std::string_view path) = 0;
  // A file that is a pane's alone.
  virtual void remove_temporary(const std::string& path) = 0;
  // A built-in layout or one in the configuration's folder by name, or a file by path.
  virtual common::Result<layout::Layout> read_layout(std::string_view name_or_path) = 0;
  // The layout itself, as KDL.
  virtual common::Result<layout::Layout> parse_layout(std::string_view text) = 0;

  // A wait that an action's reply has named (wait.h) is over.
  virtual void end_wait(WaitId wait, int exit_code) = 0;
};

}  // namespace mux::model
