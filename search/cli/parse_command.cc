#include "search/cli/parse_command.h"

#include <array>
#include <utility>
#include <vector>

#include "common/cli/config_file.h"
#include "common/cli/parse_flags.h"
#include "search/cli/flags.h"

namespace search {

namespace {

using common::Result;
using Arguments = std::vector<std::string_view>;

using Tables = std::array<std::span<const Flag>, 6>;

Tables flag_tables() {
  return {input_flags(),  search_flags(),  filter_flags(),
          output_flags(), context_flags(), mode_flags()};
}

Result<Options> parse_arguments(const Arguments& arguments) {
  const Tables tables = flag_tables();
  Options options;
  TRY(common::cli::parse_flags<Options>(tables, arguments, options, options.paths));
  return options;
}

struct ConfigVariable {
  const char* name = nullptr;
  const char* path = nullptr;
};

// Set and not empty; kgrep's own variable wins.
ConfigVariable config_variable(EnvironmentLookup environment) {
  for (const char* name : {"KGREP_CONFIG_PATH", "RIPGREP_CONFIG_PATH"}) {
    const char* path = environment(name);
    if (path != nullptr && *path != '\0') return {name, path};
  }
  return {};
}

// The arguments of the file go in front, so that those of the command line win.
Result<Options> parse_with_config(Options options, const Arguments& arguments,
                                  const ConfigVariable& variable) {
  Result<std::string> text = common::cli::read_config_file(variable.path);
  if (!text) {
    if (!options.no_messages) {
      options.warnings.push_back("failed to read the file specified in " +
                                 std::string(variable.name) + ": " + text.error().message);
    }
    return options;
  }
  Arguments all = common::cli::config_arguments(*text);
  if (all.empty()) return options;
  all.insert(all.end(), arguments.begin(), arguments.end());
  return parse_arguments(all);
}

// The first positional is the pattern, unless it was given otherwise.
Result<void> take_pattern(Options& options) {
  if (!is_search(options.mode) || !options.patterns.empty()) return {};
  if (options.paths.empty()) {
    return common::fail("kgrep requires at least one pattern to execute a search");
  }
  if (!common::cli::is_utf8(options.paths.front())) {
    return common::fail("pattern given is not valid UTF-8");
  }
  options.patterns.push_back({PatternSource::Regexp, std::move(options.paths.front())});
  options.paths.erase(options.paths.begin());
  return {};
}

// An inverted line has no matches to count; -o asks for matches, not lines.
void adjust_counts(Options& options) {
  if (options.mode == Mode::CountMatches && options.invert_match) {
    options.mode = Mode::Count;
  } else if (options.mode == Mode::Count && options.only_matching) {
    options.mode = Mode::CountMatches;
  }
}

}  // namespace

Result<Options> parse_command(std::span<const char* const> arguments,
                              EnvironmentLookup environment) {
  const Arguments typed(arguments.begin(), arguments.end());
  Options options = TRY(parse_arguments(typed));
  if (options.special != Special::None) return options;
  const ConfigVariable variable = config_variable(environment);
  if (variable.path != nullptr && !options.no_config) {
    options = TRY(parse_with_config(std::move(options), typed, variable));
    // Asked for in the file, they do not count: a run must not end in its help.
    options.special = Special::None;
  }
  TRY(take_pattern(options));
  adjust_counts(options);
  return options;
}

}  // namespace search
