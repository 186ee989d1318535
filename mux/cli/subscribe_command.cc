#include <algorithm>
#include <cerrno>
#include <limits>
#include <string>

#include "mux/cli/run_commands.h"
#include "mux/cli/session_choice.h"
#include "mux/client/attach.h"
#include "mux/client/request.h"

namespace mux::cli {
namespace {

using common::Result;

protocol::Subscribe wish_of(const Options& options) {
  constexpr std::uint64_t kMost = std::numeric_limits<std::uint32_t>::max();
  const std::uint64_t lines = std::min(options.scrollback.value_or(0), kMost);
  return {.panes = options.panes,
          .is_json = options.json,
          .has_styles = options.ansi,
          .has_history = options.scrollback.has_value(),
          .history_lines = static_cast<std::uint32_t>(lines)};
}

}  // namespace

Result<int> run_subscribe(const Options& options) {
  if (!options.positionals.empty()) {
    return common::fail("unexpected argument " + options.positionals.front() +
                        "; panes are named by --pane-id");
  }
  if (options.panes.empty()) return common::fail("which pane? --pane-id names it");
  const platform::SessionFolder folder = TRY(open_session_folder());
  const std::string session = TRY(session_to_act_in(options, folder));
  const std::string socket = TRY(socket_of_running(session, folder));
  const platform::Descriptor connection = TRY(client::connect(socket));
  const auto reply = client::subscribe(connection, wish_of(options));
  // Who has seen enough, like head, is content.
  if (!reply && reply.error().os_error == EPIPE) return 0;
  if (!reply) return std::unexpected(reply.error());
  if (!reply->error.empty()) return common::fail(reply->error);
  return reply->exit_code;
}

}  // namespace mux::cli
