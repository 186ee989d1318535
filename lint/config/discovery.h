// Which settings hold for which files.
//
// Unless one configuration is given for all (--config FILE, --isolated), the
// nearest one from a file's directory upwards holds for it; where there is none,
// the one found from the working directory, the user's, or the defaults.  What
// was found is kept per directory.  All threads may ask at once.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.h"
#include "lint/config/config_arguments.h"
#include "lint/config/resolve.h"

namespace lint::config {

class Discovery {
 public:
  // Finds what holds where nothing nearer is found.  `start`: the directory to
  // look from, or else the working directory (a file read from standard input
  // has its own).
  static common::Result<std::unique_ptr<Discovery>> create(
      ConfigArguments arguments, std::string working_directory,
      const std::optional<std::string>& start = std::nullopt);

  ~Discovery();

  const std::string& working_directory() const { return working_directory_; }
  const Settings& base() const { return *base_; }
  // The file that the base settings are from; empty: none.
  const std::string& base_path() const { return base_->config_path; }

  // Of files in a directory, an absolute path.
  common::Result<SettingsPointer> settings_in(std::string_view directory);
  // Of one file, an absolute path.
  common::Result<SettingsPointer> settings_of(std::string_view path);
  // Of files in a directory, where those of the directory above are known.
  common::Result<SettingsPointer> settings_below(const SettingsPointer& above,
                                                 std::string_view directory);
  bool is_hierarchical() const { return is_hierarchical_; }

  // What has come up so far, each message once.
  std::vector<std::string> warnings() const;

 private:
  Discovery(ConfigArguments arguments, std::string working_directory);

  common::Result<SettingsPointer> find_base(const std::string& start);
  common::Result<SettingsPointer> defaults(std::optional<PythonVersion> fallback);
  common::Result<SettingsPointer> load_user_config(const std::string& path);
  common::Result<SettingsPointer> load(const std::string& path, Relativity relativity,
                                       std::optional<PythonVersion> fallback);
  common::Result<SettingsPointer> load_found(const std::string& path);
  common::Result<SettingsPointer> resolve(ResolveInput input);

  ConfigArguments arguments_;
  std::string working_directory_;
  bool is_hierarchical_ = true;
  SettingsPointer base_;
  mutable std::mutex mutex_;  // Guards what follows; never held while files are read.
  std::map<std::string, SettingsPointer, std::less<>> by_directory_;
  std::map<std::string, SettingsPointer, std::less<>> by_file_;
  Warnings warnings_;
};

}  // namespace lint::config
