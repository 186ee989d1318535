#include "mux/config/sources.h"

#include <dirent.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdint>
#include <memory>

#include "common/fs/whole_file.h"
#include "common/kdl/parse.h"
#include "mux/config/document.h"
#include "mux/config/option.h"
#include "mux/config/themes.h"

namespace mux::config {

namespace {

using common::Result;
using common::config::Problem;
using common::config::Read;
using common::config::Value;

std::string variable(Environment environment, const char* name) {
  return environment(name).value_or("");
}

bool exists(const std::string& path) {
  return ::access(path.c_str(), F_OK) == 0;
}

std::string config_home(Environment environment) {
  const std::string folder = variable(environment, "XDG_CONFIG_HOME");
  return folder.empty() ? variable(environment, "HOME") + "/.config" : folder;
}

std::string folder_of(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  if (slash == std::string::npos) return ".";
  return slash == 0 ? "/" : path.substr(0, slash);
}

// Empty: none of these is there.
std::string file_in(const std::string& folder) {
  for (const char* name : {"/config.toml", "/config.kdl"}) {
    if (exists(folder + name)) return folder + name;
  }
  return {};
}

std::string remark_text(const Remark& remark, std::string_view path) {
  const auto& begin = remark.region.begin;
  return fmt::format("{}:{}:{}: {}", path, begin.line, begin.column, remark.message);
}

void add_remarks(const Remarks& remarks, std::string_view path, Loaded& loaded) {
  for (const Remark& remark : remarks) loaded.warnings.push_back(remark_text(remark, path));
}

// The names of themes are those in the files; a file that cannot be used is left out.
void add_theme_file(const std::string& path, Loaded& loaded) {
  const auto text = common::fs::read_file(path);
  if (!text) {
    loaded.problems.push_back(fmt::format("{}: {}", path, text.error().message));
    return;
  }
  const auto document = parse_document(*text, path);
  Read<void> read;
  if (!document) {
    read = std::unexpected(document.error());
  } else if (const Value* const themes = document->find("themes")) {
    read = read_themes(common::kdl::plain_value(*themes), loaded.config.themes);
  } else {
    read = std::unexpected(Problem{.message = "there are no `themes` in the file",
                                   .region = {.begin = {1, 1}, .end = {1, 1}}});
  }
  if (!read) loaded.problems.push_back(located(read.error(), *text, path));
}

void add_theme_folder(const std::string& folder, Loaded& loaded) {
  const std::unique_ptr<DIR, int (*)(DIR*)> listing(::opendir(folder.c_str()), ::closedir);
  if (listing == nullptr) return;
  std::vector<std::string> names;
  while (const dirent* const entry = ::readdir(listing.get())) {
    const std::string_view name = entry->d_name;
    if (!name.starts_with('.') && (name.ends_with(".kdl") || is_toml(name)))
      names.emplace_back(name);
  }
  std::ranges::sort(names);
  for (const std::string& name : names) {
    add_theme_file(fmt::format("{}/{}", folder, name), loaded);
  }
}

// All of it, or nothing if there is a problem.
void add_text(std::string_view text, std::string_view path, Loaded& loaded) {
  Config config = loaded.config;
  Remarks remarks;
  const auto document = parse_document(text, path);
  const Read<void> read =
      document ? read_document(*document, config, remarks) : std::unexpected(document.error());
  if (!read) {
    loaded.problems.push_back(located(read.error(), text, path));
    return;
  }
  loaded.config = std::move(config);
  add_remarks(remarks, path, loaded);
}

void add_file(const std::string& path, Loaded& loaded) {
  const auto text = common::fs::read_file(path);
  if (text) return add_text(*text, path, loaded);
  loaded.problems.push_back(fmt::format("{}: {}", path, text.error().message));
}

void add_layout_options(const Sources& sources, Loaded& loaded) {
  if (!sources.layout_options) return;
  Config config = loaded.config;
  Remarks remarks;
  const Read<void> read = read_document(*sources.layout_options, config, remarks);
  if (!read) {
    const auto& begin = read.error().region.begin;
    loaded.problems.push_back(fmt::format("{}:{}:{}: {}", sources.layout_path, begin.line,
                                          begin.column, read.error().message));
    return;
  }
  loaded.config = std::move(config);
  add_remarks(remarks, sources.layout_path, loaded);
}

Result<void> add_overrides(const Sources& sources, Config& config) {
  for (const auto& [key, word] : sources.overrides) {
    const auto read = set_option(key, word, config);
    if (!read) return common::fail(fmt::format("--{}: {}", key, read.error().message));
  }
  return {};
}

// A theme or preset that is not there; then as if none were named.
void resolve_or_report(Environment environment, Loaded& loaded) {
  const auto resolved = resolve(loaded.config, environment);
  if (resolved) return;
  loaded.problems.push_back(resolved.error().message);
  const Config defaults;
  loaded.config.keybind_preset = defaults.keybind_preset;
  loaded.config.theme = loaded.config.dark_theme = loaded.config.light_theme = std::nullopt;
  static_cast<void>(resolve(loaded.config, environment));
}

}  // namespace

Sources find_sources(std::string_view config_flag, std::string_view folder_flag,
                     Environment environment) {
  Sources sources;
  sources.environment = environment;
  std::string folder(folder_flag);
  if (folder.empty()) folder = variable(environment, "KMUX_CONFIG_DIR");
  const bool is_folder_named = !folder.empty();
  if (!is_folder_named) folder = config_home(environment) + "/kmux";
  sources.folders = {folder};

  sources.file = config_flag;
  if (sources.file.empty()) sources.file = variable(environment, "KMUX_CONFIG_FILE");
  sources.is_file_demanded = !sources.file.empty();
  if (sources.is_file_demanded && !is_folder_named) {
    sources.folders.insert(sources.folders.begin(), folder_of(sources.file));
  }
  if (sources.file.empty()) sources.file = file_in(folder);
  if (!sources.file.empty() || is_folder_named) return sources;

  // zellij's, where it would look for it.
  sources.file = variable(environment, "ZELLIJ_CONFIG_FILE");
  std::string zellij = variable(environment, "ZELLIJ_CONFIG_DIR");
  if (zellij.empty()) zellij = config_home(environment) + "/zellij";
  if (sources.file.empty() && exists(zellij + "/config.kdl")) sources.file = zellij + "/config.kdl";
  if (!sources.file.empty()) sources.folders.push_back(zellij);
  return sources;
}

std::vector<std::string> layout_folders(const Sources& sources, const Config& config) {
  if (config.layout_folder) return {*config.layout_folder};
  std::vector<std::string> folders;
  for (const std::string& folder : sources.folders) folders.push_back(folder + "/layouts");
  return folders;
}

std::vector<std::string> theme_folders(const Sources& sources, const Config& config) {
  if (config.theme_folder) return {*config.theme_folder};
  std::vector<std::string> folders;
  for (const std::string& folder : sources.folders) folders.push_back(folder + "/themes");
  return folders;
}

Result<Loaded> load(const Sources& sources) {
  Loaded loaded;
  if (!sources.file.empty()) add_file(sources.file, loaded);
  add_layout_options(sources, loaded);
  TRY(add_overrides(sources, loaded.config));
  Themes own = std::move(loaded.config.themes);
  loaded.config.themes.clear();
  const std::vector<std::string> folders = theme_folders(sources, loaded.config);
  for (auto folder = folders.rbegin(); folder != folders.rend(); ++folder) {
    add_theme_folder(*folder, loaded);
  }
  // What the configuration itself says comes first.
  own.merge(loaded.config.themes);
  loaded.config.themes = std::move(own);
  resolve_or_report(sources.environment, loaded);
  return loaded;
}

Loaded load_text(std::string_view text, std::string_view path, Environment environment) {
  Loaded loaded;
  add_text(text, path, loaded);
  resolve_or_report(environment, loaded);
  return loaded;
}

}  // namespace mux::config
