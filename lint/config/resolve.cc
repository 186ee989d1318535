#include "lint/config/resolve.h"

#include <algorithm>
#include <utility>

#include "common/fs/path.h"
#include "lint/config/finish_settings.h"
#include "lint/config/options.h"

namespace lint::config {
namespace {

using common::Result;

// "`a` extends `b`"
std::string chain_text(const std::vector<ConfigLayer>& layers, std::string_view last) {
  std::string text;
  for (const ConfigLayer& layer : layers) text += "`" + layer.path + "` extends ";
  return text.append("`").append(last).append("`");
}

Result<ConfigLayer> read_next(const std::vector<ConfigLayer>& layers, const std::string& path,
                              std::string_view root) {
  auto layer = read_config_file(path, root);
  if (layer) return layer;
  const std::string what = layers.empty() ? "Failed to load configuration `" + path + "`"
                                          : "Failed to load extended configuration `" + path +
                                                "` (" + chain_text(layers, path) + ")";
  return common::fail(with_cause(what, layer.error().message));
}

void warn_about_top_level(const ConfigLayer& layer, Warnings& warnings) {
  if (layer.assignments.aliased.empty()) return;
  const std::string file = layer.path.empty()
                               ? "your `--config` CLI arguments"
                               : "`" +
                                     std::string(common::fs::relative_path(
                                         layer.path, common::fs::working_directory())) +
                                     "`";
  std::string message =
      "The top-level linter settings are deprecated in favour of their counterparts in the `lint` "
      "section. Please update the following options in " +
      file + ":";
  for (const std::string& name : layer.assignments.aliased) {
    message.append("\n  - '").append(name).append("' -> 'lint.").append(name).append("'");
  }
  warnings.add(std::move(message));
}

Result<void> apply(const ConfigLayer& layer, Settings& settings) {
  settings.lint.rule_selection.emplace_back();
  const common::config::ReadContext context{.root = layer.root, .origin = layer.origin};
  const auto applied = option_table().apply(layer.assignments, context, settings);
  if (applied) {
    if (layer.project_version) settings.lint.target_version = layer.project_version;
    return {};
  }
  const std::string message = located_message(applied.error(), layer.text);
  if (layer.path.empty()) return common::fail(message);
  return common::fail(with_cause("Failed to load configuration `" + layer.path + "`",
                                 with_cause("Failed to parse " + layer.path, message)));
}

}  // namespace

Result<std::vector<ConfigLayer>> read_config_chain(std::string_view path, Relativity relativity,
                                                   std::string_view working_directory) {
  std::vector<ConfigLayer> layers;
  std::string next = common::fs::absolute_path(path, working_directory);
  for (;;) {
    if (std::ranges::find(layers, next, &ConfigLayer::path) != layers.end()) {
      return common::fail("Circular configuration detected: " + chain_text(layers, next));
    }
    const std::string_view directory = common::fs::parent_path(next);
    layers.push_back(TRY(
        read_next(layers, next, relativity == Relativity::File ? directory : working_directory)));
    if (!layers.back().extend) return layers;
    next = common::fs::absolute_path(*layers.back().extend, directory);
  }
}

Result<SettingsPointer> resolve_settings(const ResolveInput& input, Warnings& warnings) {
  auto settings = std::make_shared<Settings>();
  SetOptions set;
  for (const ConfigLayer* layer : input.layers) {
    warn_about_top_level(*layer, warnings);
    TRY(apply(*layer, *settings));
    set.add(layer->assignments);
  }
  if (!settings->lint.target_version) settings->lint.target_version = input.fallback_version;
  settings->config_path = input.config_path;
  settings->lint.project_root = input.project_root;
  TRY(finish_settings(set, *settings, warnings));
  return SettingsPointer(std::move(settings));
}

}  // namespace lint::config
