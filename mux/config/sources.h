// Where the configuration of a session comes from, so that it can be read anew.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/base/result.h"
#include "common/config/value.h"
#include "mux/config/config.h"

namespace mux::config {

struct Sources {
  std::string file;  // Empty: there is none.
  // The user named it, so that it is no use to go on without.
  bool is_file_demanded = false;
  // That of the configuration, and zellij's if its file is used; "layouts" and "themes"
  // are looked for in them, in this order.
  std::vector<std::string> folders;
  // From the layout of the session: what stands beside it.
  std::string layout_path;
  std::optional<common::config::Value> layout_options;
  // From the command line: options and their values.
  std::vector<std::pair<std::string, std::string>> overrides;
  Environment environment = nullptr;
};

// The command line's --config and --config-dir; empty: not given.  After them count
// $KMUX_CONFIG_FILE, $KMUX_CONFIG_DIR, $XDG_CONFIG_HOME/kmux/config.toml and .kdl, and
// zellij's file in its own places.
Sources find_sources(std::string_view config_flag, std::string_view folder_flag,
                     Environment environment);

struct Loaded {
  Config config;  // Resolved; without what a problem is about.
  // "config.kdl:3:5: ...", for people; with a problem the file counts for nothing.
  std::vector<std::string> problems;
  std::vector<std::string> warnings;
};

// Fails only by what the command line says.
common::Result<Loaded> load(const Sources& sources);

// From a text alone, as if it were the file of that path.
Loaded load_text(std::string_view text, std::string_view path, Environment environment);

// In order; of these one's own count first.
std::vector<std::string> layout_folders(const Sources& sources, const Config& config);
std::vector<std::string> theme_folders(const Sources& sources, const Config& config);

}  // namespace mux::config
