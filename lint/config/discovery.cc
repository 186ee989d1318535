#include "lint/config/discovery.h"

#include <ranges>
#include <utility>

#include "common/fs/path.h"

namespace lint::config {

using common::Result;

Discovery::Discovery(ConfigArguments arguments, std::string working_directory)
    : arguments_(std::move(arguments)), working_directory_(std::move(working_directory)) {}

Discovery::~Discovery() = default;

Result<std::unique_ptr<Discovery>> Discovery::create(ConfigArguments arguments,
                                                     std::string working_directory,
                                                     const std::optional<std::string>& start) {
  if (working_directory.empty()) return common::fail("Working directory does not exist");
  std::unique_ptr<Discovery> discovery(
      new Discovery(std::move(arguments), std::move(working_directory)));
  discovery->base_ = TRY(discovery->find_base(start.value_or(discovery->working_directory_)));
  return discovery;
}

Result<SettingsPointer> Discovery::find_base(const std::string& start) {
  if (arguments_.is_isolated) {
    is_hierarchical_ = false;
    return defaults(std::nullopt);
  }
  if (arguments_.file) {
    is_hierarchical_ = false;
    return load(*arguments_.file, Relativity::WorkingDirectory, std::nullopt);
  }
  for (std::string_view directory = start;; directory = common::fs::parent_path(directory)) {
    if (const auto path = TRY(find_config_file(directory))) return load_found(*path);
    if (directory == "/" || directory.empty()) break;
  }
  if (const auto path = find_user_config_file()) return load_user_config(*path);
  return defaults(find_project_version(start));
}

Result<SettingsPointer> Discovery::defaults(std::optional<PythonVersion> fallback) {
  return resolve({.layers = {},
                  .project_root = working_directory_,
                  .config_path = {},
                  .fallback_version = fallback});
}

// What the project says about versions beats what the user's file says.
Result<SettingsPointer> Discovery::load_user_config(const std::string& path) {
  const auto chain = TRY(read_config_chain(path, Relativity::WorkingDirectory, working_directory_));
  ConfigLayer project;
  project.root = working_directory_;
  project.project_version = find_project_version(working_directory_);
  ResolveInput input{.layers = {},
                     .project_root = working_directory_,
                     .config_path = path,
                     .fallback_version = std::nullopt};
  for (const ConfigLayer& layer : chain | std::views::reverse) input.layers.push_back(&layer);
  input.layers.push_back(&project);
  return resolve(std::move(input));
}

Result<SettingsPointer> Discovery::load(const std::string& path, Relativity relativity,
                                        std::optional<PythonVersion> fallback) {
  const std::string absolute = common::fs::absolute_path(path, working_directory_);
  const auto chain = TRY(read_config_chain(absolute, relativity, working_directory_));
  const bool is_by_file = relativity == Relativity::File;
  ResolveInput input{.layers = {},
                     .project_root = is_by_file ? std::string(common::fs::parent_path(absolute))
                                                : working_directory_,
                     .config_path = absolute,
                     .fallback_version = fallback};
  for (const ConfigLayer& layer : chain | std::views::reverse) input.layers.push_back(&layer);
  return resolve(std::move(input));
}

Result<SettingsPointer> Discovery::load_found(const std::string& path) {
  {
    const std::lock_guard lock(mutex_);
    if (const auto known = by_file_.find(path); known != by_file_.end()) return known->second;
  }
  SettingsPointer settings =
      TRY(load(path, Relativity::File, find_project_version(common::fs::parent_path(path))));
  const std::lock_guard lock(mutex_);
  return by_file_.emplace(path, std::move(settings)).first->second;
}

// With the command line on top.
Result<SettingsPointer> Discovery::resolve(ResolveInput input) {
  for (const ConfigLayer& layer : arguments_.inline_options | std::views::reverse) {
    input.layers.push_back(&layer);
  }
  input.layers.push_back(&arguments_.flags);
  Warnings warnings;
  auto settings = resolve_settings(input, warnings);
  const std::lock_guard lock(mutex_);
  for (const std::string& message : warnings.messages()) warnings_.add(message);
  return settings;
}

Result<SettingsPointer> Discovery::settings_in(std::string_view directory) {
  if (!is_hierarchical_) return base_;
  {
    const std::lock_guard lock(mutex_);
    const auto known = by_directory_.find(directory);
    if (known != by_directory_.end()) return known->second;
  }
  SettingsPointer settings;
  if (const auto path = TRY(find_config_file(directory))) {
    settings = TRY(load_found(*path));
  } else if (directory == "/" || directory.empty()) {
    settings = base_;
  } else {
    settings = TRY(settings_in(common::fs::parent_path(directory)));
  }
  const std::lock_guard lock(mutex_);
  return by_directory_.emplace(directory, std::move(settings)).first->second;
}

Result<SettingsPointer> Discovery::settings_of(std::string_view path) {
  return settings_in(common::fs::parent_path(path));
}

Result<SettingsPointer> Discovery::settings_below(const SettingsPointer& above,
                                                  std::string_view directory) {
  if (!is_hierarchical_) return base_;
  const auto path = TRY(find_config_file(directory));
  if (!path) return above;
  return load_found(*path);
}

std::vector<std::string> Discovery::warnings() const {
  const std::lock_guard lock(mutex_);
  return warnings_.messages();
}

}  // namespace lint::config
