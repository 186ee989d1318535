#include "mux/cli/session_setup.h"

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <string>
#include <utility>
#include <vector>

#include "common/fs/whole_file.h"
#include "mux/cli/surroundings.h"
#include "mux/platform/terminal_guard.h"
#include "mux/server/find_layout.h"

namespace mux::cli {
namespace {

using common::Result;

// False if the same was told before: who has read it once knows.
bool is_news(const std::vector<std::string>& warnings) {
  const std::string folder = cache_folder();
  if (folder.empty()) return true;
  const std::string path = folder + "/told-warnings";
  const std::string text = fmt::format("{}\n", fmt::join(warnings, "\n"));
  const auto told = common::fs::read_file(path);
  if (told && *told == text) return false;
  // If it cannot be written it is told again.
  static_cast<void>(common::fs::write_file(path, text));
  return true;
}

// In a bar there is room for a line.
std::string notice_of(const config::Loaded& loaded) {
  if (loaded.problems.empty()) {
    const std::size_t count = loaded.warnings.size();
    if (count == 0 || !is_news(loaded.warnings)) return {};
    return fmt::format("{} of the configuration {} no effect; `kmux setup --check` names {}",
                       count == 1 ? "a part" : fmt::format("{} parts", count),
                       count == 1 ? "has" : "have", count == 1 ? "it" : "them");
  }
  const std::string& first = loaded.problems.front();
  return fmt::format("{}; `kmux setup --check` tells more", first.substr(0, first.find('\n')));
}

Result<server::FoundLayout> layout_wanted(const Options& options, const config::Sources& sources,
                                          config::Loaded& loaded) {
  const std::vector<std::string> folders = config::layout_folders(sources, loaded.config);
  if (options.layout_string) {
    return server::layout_of_text(*options.layout_string, "--layout-string");
  }
  if (const auto& named =
          options.new_session_layout ? options.new_session_layout : options.layout) {
    return server::find_layout(*named, folders);
  }
  auto found = server::find_layout(loaded.config.default_layout, folders);
  if (found) return found;
  loaded.problems.push_back(found.error().message);
  return server::find_layout("default");
}

// The server has another folder.
std::string absolute_path(const std::string& path) {
  return path.empty() || path.starts_with('/') ? path : current_directory() + '/' + path;
}

}  // namespace

config::Sources sources_of(const Options& options) {
  config::Sources sources =
      config::find_sources(absolute_path(options.config.value_or("")),
                           absolute_path(options.config_dir.value_or("")), variable);
  if (options.clean) sources.file.clear();
  for (const auto& [key, value] : options.option_flags) {
    sources.overrides.emplace_back(std::string(key), value);
  }
  return sources;
}

Result<config::Loaded> load_config(const config::Sources& sources) {
  if (sources.is_file_demanded && ::access(sources.file.c_str(), R_OK) != 0) {
    return common::fail_on_path(sources.file, errno);
  }
  return config::load(sources);
}

Result<server::ServerSetup> session_setup(const Options& options) {
  server::ServerSetup setup;
  setup.sources = sources_of(options);
  config::Loaded loaded = TRY(load_config(setup.sources));
  server::FoundLayout found = TRY(layout_wanted(options, setup.sources, loaded));
  if (!found.options.members.empty()) {
    setup.sources.layout_path = found.path;
    setup.sources.layout_options = std::move(found.options);
    loaded = TRY(load_config(setup.sources));
  }
  for (const std::string& problem : loaded.problems) {
    std::fprintf(stderr, "kmux: %s\n", problem.c_str());
  }
  setup.notice = notice_of(loaded);
  setup.layout_folders = config::layout_folders(setup.sources, loaded.config);
  setup.layout = std::move(found.layout);
  setup.keys = config::key_map_of(loaded.config);
  setup.options = loaded.config.session;
  setup.options.layout = setup.layout;
  setup.options.most_panes = options.max_panes.value_or(0);
  setup.config = std::move(loaded.config);
  const platform::PtySize size = platform::terminal_size(STDIN_FILENO);
  setup.size = term::clamped({.columns = size.columns, .rows = size.rows});
  setup.environment = whole_environment();
  setup.cwd = current_directory();
  if (options.debug) setup.dump_folder = cache_folder();
  return setup;
}

std::string cache_folder() {
  std::string folder = environment("XDG_CACHE_HOME");
  if (folder.empty()) {
    const std::string home = environment("HOME");
    if (home.empty()) return {};
    folder = home + "/.cache";
  }
  ::mkdir(folder.c_str(), S_IRWXU);
  folder += "/kmux";
  ::mkdir(folder.c_str(), S_IRWXU);
  return folder;
}

}  // namespace mux::cli
