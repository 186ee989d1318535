// kmux setup: what is configured, and texts to begin a configuration with.
#include <fmt/format.h>
#include <sys/stat.h>

#include <cstdio>
#include <string>

#include "common/json/writer.h"
#include "mux/cli/commands.h"
#include "mux/cli/documents.h"
#include "mux/cli/run_commands.h"
#include "mux/cli/session_choice.h"
#include "mux/cli/session_setup.h"
#include "mux/cli/surroundings.h"
#include "mux/config/dump.h"
#include "mux/input/preset.h"
#include "mux/layout/builtin_layouts.h"
#include "mux/server/find_layout.h"

namespace mux::cli {
namespace {

using common::Result;

Result<const layout::BuiltinLayout*> builtin_named(const std::string& name) {
  if (const layout::BuiltinLayout* const found = layout::find_builtin_layout(name)) return found;
  std::string known;
  for (const layout::BuiltinLayout& row : layout::builtin_layouts()) {
    known.append(known.empty() ? "" : ", ").append(row.name);
  }
  return common::fail(fmt::format("there is no built-in layout {}; there are {}", name, known));
}

// A setting and its value, in the order of printing.
using Facts = std::vector<std::pair<std::string_view, std::string>>;

std::string listed_paths(const std::vector<std::string>& paths) {
  return fmt::format("{}", fmt::join(paths, ", "));
}

Facts facts_of(const config::Sources& sources, const config::Loaded& loaded) {
  const config::Config& config = loaded.config;
  const auto joined = [](const std::vector<std::string>& words) {
    return fmt::format("{}", fmt::join(words, " "));
  };
  return {
      {"version", std::string(program_info().version)},
      {"config_file", sources.file.empty() ? "none" : sources.file},
      {"config_folders", listed_paths(sources.folders)},
      {"layout_folders", listed_paths(config::layout_folders(sources, config))},
      {"theme_folders", listed_paths(config::theme_folders(sources, config))},
      {"cache_folder", cache_folder()},
      {"default_layout", config.default_layout},
      {"keybind_preset", config.keybind_preset},
      {"default_mode", std::string(input::name_of(config.session.default_mode))},
      {"theme", config.theme.value_or("default")},
      {"shell", joined(config.session.shell)},
      {"editor", joined(config.session.editor)},
      {"copy_command",
       config.session.copy_command.empty() ? "none: OSC 52" : config.session.copy_command},
  };
}

// Layouts that cannot be found are a problem, too.
void check_layout(const config::Sources& sources, config::Loaded& loaded) {
  const auto found = server::find_layout(loaded.config.default_layout,
                                         config::layout_folders(sources, loaded.config));
  if (!found) loaded.problems.push_back(found.error().message);
}

std::string json_of_check(const Facts& facts, const config::Loaded& loaded) {
  std::string text;
  common::json::Writer out(text);
  out.begin_object();
  for (const auto& [name, value] : facts) out.key(name).string(value);
  for (const auto& [name, list] :
       {std::pair("problems", &loaded.problems), std::pair("warnings", &loaded.warnings)}) {
    out.key(name);
    out.begin_array();
    for (const std::string& message : *list) out.string(message);
    out.end_array();
  }
  out.end_object();
  return text + '\n';
}

std::string text_of_check(const Facts& facts, const config::Loaded& loaded) {
  std::string text;
  for (const auto& [name, value] : facts) text += fmt::format("{:<16}{}\n", name, value);
  for (const std::string& problem : loaded.problems)
    text += fmt::format("\nproblem: {}\n", problem);
  if (!loaded.warnings.empty()) text += '\n';
  for (const std::string& warning : loaded.warnings) text += fmt::format("warning: {}\n", warning);
  if (!loaded.problems.empty()) {
    text += "\nWhat a problem is about counts for nothing; sessions start with defaults for it.\n";
  } else if (loaded.warnings.empty()) {
    text += "\nThe configuration is in order.\n";
  }
  return text;
}

Result<int> check_setup(const Options& options) {
  const config::Sources sources = sources_of(options);
  config::Loaded loaded = TRY(load_config(sources));
  check_layout(sources, loaded);
  const Facts facts = facts_of(sources, loaded);
  const std::string text =
      options.json ? json_of_check(facts, loaded) : text_of_check(facts, loaded);
  std::fputs(text.c_str(), stdout);
  return loaded.problems.empty() ? 0 : 1;
}

Result<std::string> text_wanted(const Options& options) {
  if (options.dump_config) {
    return config::default_config(options.kdl ? config::Language::Kdl : config::Language::Toml);
  }
  if (options.dump_layout) return std::string(TRY(builtin_named(*options.dump_layout))->text);
  if (options.dump_swap_layout) {
    return layout::swap_text(*TRY(builtin_named(*options.dump_swap_layout)));
  }
  if (options.generate_completion) return document_of("complete-" + *options.generate_completion);
  if (options.generate_auto_start) return auto_start_snippet(*options.generate_auto_start);
  return common::fail("what is to be set up? `kmux setup -h` lists the flags");
}

}  // namespace

Result<int> run_setup(const Options& options) {
  if (options.check) return check_setup(options);
  if (options.clean) return run_start(options);
  const std::string text = TRY(text_wanted(options));
  std::fputs(text.c_str(), stdout);
  return 0;
}

Result<int> run_options(const Options& options) {
  if (!options.positionals.empty()) {
    return common::fail(fmt::format("unexpected argument {}", options.positionals.front()));
  }
  return run_start(options);
}

}  // namespace mux::cli
