#include "lint/config/config_file.h"

#include <sys/stat.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <utility>

#include "common/config/toml.h"
#include "common/fs/path.h"
#include "lint/config/options.h"
#include "lint/config/version_specifiers.h"

namespace lint::config {
namespace {

using common::Result;
using common::config::Kind;
using common::config::Problem;
using common::config::Read;
using common::config::Value;

constexpr std::string_view kProjectFile = "pyproject.toml";

std::string joined(std::string_view directory, std::string_view name) {
  return common::fs::absolute_path(name, directory);
}

Result<std::string> read_text(const std::string& path) {
  std::FILE* const file = std::fopen(path.c_str(), "rbe");
  if (file == nullptr) return common::fail(common::os_error_text(errno), errno);
  std::string text;
  char buffer[1 << 16];
  while (const std::size_t got = std::fread(buffer, 1, sizeof buffer, file)) {
    text.append(buffer, got);
  }
  const int error = std::ferror(file) != 0 ? errno : 0;
  std::fclose(file);
  if (error != 0) return common::fail(common::os_error_text(error), error);
  return text;
}

std::unexpected<common::Error> parse_failure(std::string_view path, const Problem& problem,
                                             std::string_view text) {
  return common::fail(
      with_cause("Failed to parse " + std::string(path), located_message(problem, text)));
}

struct Document {
  std::string text;
  Value root;
};

Result<Document> read_document(const std::string& path) {
  Document document;
  auto text = read_text(path);
  if (!text) return common::fail(with_cause("Failed to read " + path, text.error().message));
  document.text = *std::move(text);
  auto root = common::config::parse_toml(document.text);
  if (!root) return parse_failure(path, root.error(), document.text);
  document.root = *std::move(root);
  return document;
}

// The table for klint or else ruff in a pyproject.toml; null: none.
const Value* tool_table(const Value& root) {
  const Value* const tools = root.find("tool");
  if (tools == nullptr) return nullptr;
  const Value* const own = tools->find("klint");
  return own != nullptr ? own : tools->find("ruff");
}

Read<std::optional<PythonVersion>> project_version(const Value& root) {
  const Value* const project = root.find("project");
  if (project == nullptr) return std::nullopt;
  const Value* required = project->find("requires-python");
  if (required == nullptr) required = project->find("requires_python");
  if (required == nullptr) return std::nullopt;
  if (required->kind != Kind::String) return wrong_type(*required, "a string");
  const auto specifiers = VersionSpecifiers::parse(required->text);
  if (!specifiers) {
    return problem(*required, "Failed to parse version: " + specifiers.error().message);
  }
  return specifiers->oldest_python();
}

// Before anything else is looked at: a file for another version may have options
// that are not known here.
Result<void> check_required_version(const Value& table) {
  const Value* const required = table.find("required-version");
  if (required == nullptr || required->kind != Kind::String) return {};
  const auto specifiers = VersionSpecifiers::parse_required(required->text);
  if (!specifiers || specifiers->contains(*Version::parse(kFollowedVersion))) return {};
  return common::fail("Required version `" + specifiers->text() +
                      "` does not match the running version `" + std::string(kFollowedVersion) +
                      "`");
}

Read<std::optional<std::string>> extended_path(const Value& table) {
  const Value* const extend = table.find("extend");
  if (extend == nullptr || extend->kind != Kind::String) return std::nullopt;
  auto expanded = common::fs::expand_path(
      extend->text, [](const char* name) -> const char* { return std::getenv(name); });
  if (!expanded) return problem(*extend, "Invalid `extend` value: " + expanded.error().message);
  return *std::move(expanded);
}

Result<bool> has_own_table(const std::string& path, std::string_view tool) {
  const Document document = TRY(read_document(path));
  const Value* const tools = document.root.find("tool");
  return tools != nullptr && tools->find(tool) != nullptr;
}

}  // namespace

bool is_file(const std::string& path) {
  struct stat status;
  return stat(path.c_str(), &status) == 0 && S_ISREG(status.st_mode);
}

std::string with_cause(std::string_view message, std::string_view cause) {
  return std::string(message).append("\n  Cause: ").append(cause);
}

Result<std::optional<std::string>> find_config_file(std::string_view directory) {
  std::string project = joined(directory, kProjectFile);
  const bool is_project = is_file(project);
  for (const std::string_view tool : {"klint", "ruff"}) {
    for (const std::string_view prefix : {".", ""}) {
      std::string path = joined(directory, std::string(prefix).append(tool).append(".toml"));
      if (is_file(path)) return path;
    }
    if (is_project) {
      auto has_table = has_own_table(project, tool);
      if (!has_table) return std::unexpected(std::move(has_table).error());
      if (*has_table) return project;
    }
  }
  return std::nullopt;
}

std::optional<std::string> find_user_config_file() {
  const char* const variable = std::getenv("XDG_CONFIG_HOME");
  const char* const home = std::getenv("HOME");
  std::string base;
  if (variable != nullptr && variable[0] == '/') {
    base = variable;
  } else if (home != nullptr && home[0] == '/') {
    base = joined(home, ".config");
  } else {
    return std::nullopt;
  }
  for (const std::string tool : {"klint", "ruff"}) {
    for (const std::string& name :
         {"." + tool + ".toml", tool + ".toml", std::string(kProjectFile)}) {
      std::string path = joined(base, std::string(tool).append("/").append(name));
      if (is_file(path)) return path;
    }
  }
  return std::nullopt;
}

Read<ConfigLayer> make_layer(Value table, std::string_view text, std::string_view root,
                             std::string_view origin) {
  ConfigLayer layer;
  layer.root = root;
  layer.origin = origin;
  layer.text = text;
  layer.table = std::make_shared<const Value>(std::move(table));
  auto assignments = option_table().index().assignments(*layer.table);
  if (!assignments) return std::unexpected(std::move(assignments).error());
  layer.assignments = *std::move(assignments);
  auto extend = extended_path(*layer.table);
  if (!extend) return std::unexpected(std::move(extend).error());
  layer.extend = *std::move(extend);
  return layer;
}

Result<ConfigLayer> read_config_file(std::string_view path, std::string_view root) {
  const std::string file(path);
  Document document = TRY(read_document(file));
  const bool is_project = common::fs::base_name(path) == kProjectFile;
  Value table = document.root;
  std::optional<PythonVersion> version;
  if (is_project) {
    const Value* const tool = tool_table(document.root);
    table = tool == nullptr ? Value() : *tool;
    if (table.kind != Kind::Table) {
      return parse_failure(path, wrong_type(table, "a table of options").error(), document.text);
    }
    auto required = project_version(document.root);
    if (!required) return parse_failure(path, required.error(), document.text);
    version = *required;
  }
  TRY(check_required_version(table));
  auto layer = make_layer(std::move(table), document.text, root, "from `" + file + "`");
  if (!layer) return parse_failure(path, layer.error(), document.text);
  layer->path = path;
  if (layer->table->find("target-version") == nullptr) layer->project_version = version;
  return *std::move(layer);
}

std::optional<PythonVersion> find_project_version(std::string_view directory) {
  for (;;) {
    const std::string path = joined(directory, kProjectFile);
    if (is_file(path)) {
      if (const auto document = read_document(path)) {
        const auto version = project_version(document->root);
        if (version && *version) return *version;
      }
    }
    if (directory == "/" || directory.empty()) return std::nullopt;
    directory = common::fs::parent_path(directory);
  }
}

}  // namespace lint::config
