// One configuration file as a layer: where it is found and which options it sets.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.h"
#include "common/config/option_table.h"
#include "common/config/value.h"
#include "lint/parser/python_version.h"

namespace lint::config {

// The ruff whose behaviour klint follows; `required-version` is about it.
inline constexpr std::string_view kFollowedVersion = "0.17.5";

// What one file, one inline setting or the flags set.
struct ConfigLayer {
  std::string path;    // Absolute; empty: the command line.
  std::string root;    // Absolute: the directory that its paths are relative to.
  std::string origin;  // "from `/path/ruff.toml`"
  std::string text;    // Of the document, for messages.
  std::shared_ptr<const common::config::Value> table;
  common::config::Assignments assignments;  // Into `table`.
  std::optional<std::string> extend;        // The path it extends, expanded, as written.
  // What `requires-python` says, if the file is a project's and names no version.
  std::optional<PythonVersion> project_version;
};

// Is there a file, rather than a directory or a device?
bool is_file(const std::string& path);

// The configuration file in a directory, if there is one: klint's own names
// before ruff's, pyproject.toml only with a table for one of them.
common::Result<std::optional<std::string>> find_config_file(std::string_view directory);

// The user's configuration below $XDG_CONFIG_HOME or ~/.config.
std::optional<std::string> find_user_config_file();

// Messages have several lines, each cause behind "  Cause: ".
common::Result<ConfigLayer> read_config_file(std::string_view path, std::string_view root);

// A layer of settings that are in no file.  `origin` as above; `text` is what
// the table was parsed from, or empty.
common::config::Read<ConfigLayer> make_layer(common::config::Value table, std::string_view text,
                                             std::string_view root, std::string_view origin);

// `requires-python` of the nearest pyproject.toml from `directory` upwards that
// has a usable one.
std::optional<PythonVersion> find_project_version(std::string_view directory);

// Puts a cause in front of another.
std::string with_cause(std::string_view message, std::string_view cause);

}  // namespace lint::config
