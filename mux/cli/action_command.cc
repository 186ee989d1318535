// action, run, debug: commands whose words are not ours to parse.
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "common/cli/help.h"
#include "mux/action/action.h"
#include "mux/cli/action_info.h"
#include "mux/cli/run_commands.h"
#include "mux/cli/session_choice.h"
#include "mux/cli/surroundings.h"
#include "mux/client/attach.h"
#include "mux/client/request.h"
#include "mux/debug/debug_command.h"

namespace mux::cli {
namespace {

using common::Result;

// The pane that the command runs in, if it is one of that session.
std::string own_pane(const std::string& session) {
  return environment("KMUX_SESSION_NAME") == session ? environment("KMUX_PANE_ID") : std::string();
}

Result<int> perform(const Options& options, action::ActionCall call) {
  // Wrong use is that whether there is a session or not.
  TRY(action::check(call));
  const platform::SessionFolder folder = TRY(open_session_folder());
  const std::string session = TRY(session_to_act_in(options, folder));
  const std::string socket = TRY(socket_of_running(session, folder));
  const platform::Descriptor connection = TRY(client::connect(socket));
  const protocol::Reply reply =
      TRY(client::perform(connection, {.name = std::move(call.name),
                                       .arguments = std::move(call.arguments),
                                       .pane = own_pane(session),
                                       .cwd = current_directory()}));
  if (reply.error.empty()) return reply.exit_code;
  if (reply.exit_code != 0) return common::fail(reply.error);
  std::fprintf(stderr, "kmux: %s\n", reply.error.c_str());
  return 0;
}

std::string action_list() {
  std::string text = "The actions are:\n";
  const auto titles = action::group_titles();
  for (std::size_t i = 0; i < titles.size(); ++i) {
    text += fmt::format("\n{}:\n", titles[i]);
    for (const action::ActionRow* row : action::action_rows()) {
      if (row->is_for_keys || row->group != static_cast<action::Group>(i)) continue;
      text += fmt::format("  {:<36}{}\n", row->name, row->summary);
    }
  }
  return text;
}

}  // namespace

Result<int> run_action(const Options& options) {
  const std::vector<std::string>& words = options.positionals;
  if (words.empty() || words.front() == "--help" || words.front() == "-h") {
    std::fputs(action_list().c_str(), words.empty() ? stderr : stdout);
    return words.empty() ? 2 : 0;
  }
  const action::ActionRow* const row = TRY(action::find_action(words.front()));
  for (const std::string& word : std::span(words).subspan(1)) {
    if (word == "--") break;
    if (word != "--help" && word != "-h") continue;
    const common::cli::ProgramInfo info = action_info(*row);
    const std::string text =
        word == "-h" ? common::cli::short_help(info) : common::cli::long_help(info);
    std::fputs(text.c_str(), stdout);
    return 0;
  }
  return perform(options, {.name = words.front(), .arguments = {words.begin() + 1, words.end()}});
}

Result<int> run_run(const Options& options) {
  return perform(options, {.name = "run", .arguments = options.positionals});
}

Result<int> run_edit(const Options& options) {
  return perform(options, {.name = "edit", .arguments = options.positionals});
}

Result<int> run_new_tabs(const Options& options) {
  action::ActionCall call{.name = "new-tab", .arguments = {}};
  if (options.layout) {
    // The server does not know this folder.
    std::error_code error;
    const std::string path = std::filesystem::absolute(*options.layout, error);
    const bool is_file = !error && std::filesystem::is_regular_file(path, error);
    call.arguments.push_back("--layout=" + (is_file ? path : *options.layout));
  }
  if (options.layout_string) call.arguments.push_back("--layout-string=" + *options.layout_string);
  return perform(options, std::move(call));
}

Result<int> run_debug(const Options& options) {
  const std::vector<std::string_view> arguments(options.positionals.begin(),
                                                options.positionals.end());
  const std::string text = TRY(debug::run_debug(arguments));
  return std::fwrite(text.data(), 1, text.size(), stdout) == text.size() ? 0 : 2;
}

}  // namespace mux::cli
