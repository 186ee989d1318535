// Options: the command line of kmux as typed, for all its commands.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace mux::cli {

struct Options {
  // ---- all commands ----
  std::optional<std::string> config;
  std::optional<std::string> session;
  std::optional<std::string> layout;
  bool no_fd_passing = false;
  bool help = false;        // --help
  bool short_help = false;  // -h
  bool version = false;

  // ---- attach ----
  bool create = false;
  bool create_background = false;
  bool force_run_commands = false;

  // ---- list-sessions ----
  bool short_list = false;
  bool no_formatting = false;
  bool reverse = false;
  bool json = false;

  // ---- kill-all-sessions, delete-session, delete-all-sessions ----
  bool yes = false;
  bool force = false;

  std::vector<std::string> positionals;
};

}  // namespace mux::cli
