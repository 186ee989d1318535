// From layers of configuration to settings.
//
// Settings start as defaults; layers are applied from the farthest extended
// file to the command line, each option replacing or adding to what is there;
// then what depends on several options is worked out (finish_settings.h).
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.h"
#include "lint/config/config_file.h"
#include "lint/config/settings.h"
#include "lint/registry/selector.h"

namespace lint::config {

using SettingsPointer = std::shared_ptr<const Settings>;

// What paths in a file and the files it extends are relative to.
enum class Relativity : std::uint8_t { File, WorkingDirectory };

// The file and those it extends, nearest first.  Fails for circles.
common::Result<std::vector<ConfigLayer>> read_config_chain(std::string_view path,
                                                           Relativity relativity,
                                                           std::string_view working_directory);

struct ResolveInput {
  std::vector<const ConfigLayer*> layers;  // Farthest first.
  std::string project_root;                // Absolute.
  std::string config_path;                 // Empty: none.
  // Taken for a target version that no layer names.
  std::optional<PythonVersion> fallback_version;
};

common::Result<SettingsPointer> resolve_settings(const ResolveInput& input, Warnings& warnings);

}  // namespace lint::config
