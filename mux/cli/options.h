// Options: the command line of kmux as typed, for all its commands.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/cli/flag.h"

namespace mux::cli {

struct Options {
  // ---- all commands ----
  std::optional<std::string> config;
  std::optional<std::string> config_dir;
  std::optional<std::string> data_dir;
  std::optional<std::string> session;
  std::optional<std::string> layout;
  std::optional<std::string> layout_string;
  std::optional<std::string> new_session_layout;  // Of a new session even inside of one.
  std::optional<std::uint64_t> max_panes;
  bool debug = false;
  bool no_fd_passing = false;
  bool help = false;        // --help
  bool short_help = false;  // -h
  bool version = false;

  // ---- attach ----
  bool create = false;
  bool create_background = false;
  bool force_run_commands = false;
  std::optional<std::uint64_t> index;

  // ---- options ----
  common::cli::NamedValues option_flags;

  // ---- setup ----
  bool dump_config = false;
  bool kdl = false;
  std::optional<std::string> dump_layout;
  std::optional<std::string> dump_swap_layout;
  bool check = false;
  bool clean = false;
  std::optional<std::string> generate_completion;
  std::optional<std::string> generate_auto_start;

  // ---- list-sessions ----
  bool short_list = false;
  bool no_formatting = false;
  bool reverse = false;
  bool json = false;

  // ---- subscribe ----
  std::vector<std::string> panes;
  std::optional<std::uint64_t> scrollback;  // Lines of it; 0: all.
  bool ansi = false;

  // ---- kill-all-sessions, delete-session, delete-all-sessions ----
  bool yes = false;
  bool force = false;

  std::vector<std::string> positionals;
};

}  // namespace mux::cli
