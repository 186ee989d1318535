#include "lint/cli/config_flags.h"

#include <unistd.h>

#include <cstdlib>
#include <filesystem>

namespace lint::cli {
namespace {

using common::Result;
using common::config::Value;

void set_flag(Value& flags, std::string_view key, const std::optional<bool>& value) {
  if (value) flags.set(key, Value::of(*value));
}

void set_text(Value& flags, std::string_view key, const std::optional<std::string>& value) {
  if (value) flags.set(key, Value::of(std::string_view(*value)));
}

void set_list(Value& flags, std::string_view key, const std::vector<std::string>& list) {
  if (!list.empty()) flags.set(key, config::strings_value(list));
}

void set_list(Value& flags, std::string_view key,
              const std::optional<std::vector<std::string>>& list) {
  if (list) flags.set(key, config::strings_value(*list));
}

void set_rules(Value& flags, const Options& options) {
  set_list(flags, "lint.select", options.select);
  set_list(flags, "lint.ignore", options.ignore);
  set_list(flags, "lint.extend-select", options.extend_select);
  set_list(flags, "lint.fixable", options.fixable);
  set_list(flags, "lint.unfixable", options.unfixable);
  set_list(flags, "lint.extend-fixable", options.extend_fixable);
  set_text(flags, "lint.dummy-variable-rgx", options.dummy_variable_rgx);
}

Result<Value> flag_values(const Options& options) {
  Value flags;
  set_flag(flags, "fix", options.fix);
  set_flag(flags, "fix-only", options.fix_only);
  set_flag(flags, "unsafe-fixes", options.unsafe_fixes);
  set_flag(flags, "show-fixes", options.show_fixes);
  for (const std::string_view key : {"preview", "lint.preview", "format.preview"}) {
    set_flag(flags, key, options.preview);
  }
  set_flag(flags, "respect-gitignore", options.respect_gitignore);
  set_flag(flags, "force-exclude", options.force_exclude);
  set_text(flags, "target-version", options.target_version);
  set_text(flags, "output-format",
           options.output_format ? options.output_format : environment("OUTPUT_FORMAT"));
  set_text(flags, "cache-dir", options.cache_dir ? options.cache_dir : environment("CACHE_DIR"));
  set_list(flags, "exclude", options.exclude);
  set_list(flags, "extend-exclude", options.extend_exclude);
  if (options.line_length) {
    const Value length = Value::of(static_cast<std::int64_t>(*options.line_length));
    flags.set("line-length", length);
    flags.set("lint.pycodestyle.max-line-length", length);
  }
  set_rules(flags, options);
  if (options.per_file_ignores) {
    flags.set("lint.per-file-ignores",
              TRY(config::per_file_ignores_value(*options.per_file_ignores)));
  }
  if (!options.extend_per_file_ignores.empty()) {
    flags.set("lint.extend-per-file-ignores",
              TRY(config::per_file_ignores_value(options.extend_per_file_ignores)));
  }
  if (!options.extension.empty()) {
    flags.set("extension", TRY(config::extension_value(options.extension)));
  }
  return flags;
}

}  // namespace

std::optional<std::string> environment(std::string_view name) {
  for (std::string_view prefix : {"KLINT_", "RUFF_"}) {
    const char* const value = std::getenv((std::string(prefix) += name).c_str());
    if (value != nullptr && *value != '\0') return value;
  }
  return std::nullopt;
}

std::string current_directory() {
  std::error_code error;
  return std::filesystem::current_path(error).string();
}

Result<config::ConfigArguments> config_arguments(const Options& options,
                                                 const std::string& working_directory) {
  return config::read_config_arguments(options.config, options.isolated, TRY(flag_values(options)),
                                       working_directory);
}

Result<std::unique_ptr<config::Discovery>> discover(const Options& options,
                                                    const std::optional<std::string>& start) {
  const std::string working_directory = current_directory();
  return config::Discovery::create(TRY(config_arguments(options, working_directory)),
                                   working_directory, start);
}

}  // namespace lint::cli
