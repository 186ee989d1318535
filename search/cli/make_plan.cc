#include "search/cli/make_plan.h"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <thread>
#include <utility>

#include "common/decode/encoding.h"
#include "common/tty/color_choice.h"
#include "search/cli/color_scheme.h"
#include "search/cli/host_name.h"
#include "search/cli/patterns.h"
#include "search/cli/roots.h"

namespace search {

using common::fail;
using common::Result;
namespace regex = common::regex;
namespace walk = common::walk;

namespace {

// Threads beyond this number fight over the directory cache.
constexpr unsigned kMostThreads = 12;
// ripgrep maps files when no more paths than this were named.
constexpr std::size_t kMostMappedPaths = 10;

Result<std::string> current_directory(EnvironmentLookup environment) {
  char buffer[4096];
  if (getcwd(buffer, sizeof buffer) != nullptr) return std::string(buffer);
  const int os_error = errno;
  const char* variable = environment("PWD");
  if (variable != nullptr && *variable != '\0') return std::string(variable);
  return fail("failed to get current working directory: " + common::os_error_text(os_error) +
              "\ndid your working directory get deleted?");
}

bool is_text(const Options& options) {
  return options.binary == BinaryMode::Text || options.null_data;
}

char line_terminator(const Options& options) {
  return options.null_data ? '\0' : '\n';
}

// ---- patterns --------------------------------------------------------------

regex::RegexSpec regex_spec(const Options& options, std::vector<std::string> patterns) {
  regex::RegexSpec spec;
  spec.patterns = std::move(patterns);
  spec.fixed_strings = options.fixed_strings;
  spec.case_mode = static_cast<regex::CaseMode>(options.case_mode);
  spec.boundary = static_cast<regex::Boundary>(options.boundary);
  spec.engine = static_cast<regex::EngineChoice>(options.engine);
  spec.unicode = !options.no_unicode;
  spec.multi_line = options.multiline;
  spec.dot_matches_newline = options.multiline && options.multiline_dotall;
  spec.crlf = options.crlf;
  spec.line_terminator = line_terminator(options);
  spec.ban_nul = !is_text(options);
  if (options.regex_size_limit) spec.size_limit = *options.regex_size_limit;
  if (options.dfa_size_limit) spec.dfa_size_limit = *options.dfa_size_limit;
  return spec;
}
static_assert(static_cast<int>(CaseMode::Smart) == static_cast<int>(regex::CaseMode::Smart));
static_assert(static_cast<int>(Boundary::Line) == static_cast<int>(regex::Boundary::Line));
static_assert(static_cast<int>(Engine::Auto) == static_cast<int>(regex::EngineChoice::Auto));

// ---- the walk --------------------------------------------------------------

Result<std::shared_ptr<const walk::Overrides>> compile_globs(
    const std::vector<walk::Overrides::Rule>& rules, const std::string& directory) {
  if (rules.empty()) return nullptr;
  return std::make_shared<const walk::Overrides>(TRY(walk::Overrides::create(rules, directory)));
}

std::vector<walk::Overrides::Rule> glob_rules(const Options& options) {
  std::vector<walk::Overrides::Rule> rules;
  for (const std::string& glob : options.globs) {
    rules.push_back({glob, options.glob_case_insensitive});
  }
  for (const std::string& glob : options.iglobs) rules.push_back({glob, true});
  return rules;
}

std::optional<walk::FileId> stdout_file() {
  struct stat status;
  if (fstat(1, &status) != 0 || !S_ISREG(status.st_mode)) return std::nullopt;
  return walk::FileId{status.st_dev, status.st_ino};
}

walk::IgnoreOptions ignore_options(const Options& options) {
  walk::IgnoreOptions ignore;
  ignore.dot_names = {".kgrepignore", ".rgignore", ".ignore"};
  ignore.dot = !options.no_ignore_dot;
  ignore.vcs = !options.no_ignore_vcs;
  ignore.exclude = !options.no_ignore_vcs && !options.no_ignore_exclude;
  ignore.global = !options.no_ignore_vcs && !options.no_ignore_global;
  ignore.parents = !options.no_ignore_parent;
  ignore.require_git = !options.no_require_git;
  ignore.ignore_case = options.ignore_file_case_insensitive;
  if (!options.no_ignore_files) ignore.files = options.ignore_files;
  return ignore;
}

unsigned thread_count(const Options& options) {
  if (options.threads)
    return static_cast<unsigned>(std::min<std::uint64_t>(*options.threads, 1024));
  return std::clamp(std::thread::hardware_concurrency(), 1u, kMostThreads);
}

Result<walk::WalkOptions> walk_options(const Options& options, const Roots& roots,
                                       const std::string& directory) {
  walk::WalkOptions result;
  result.roots = roots.paths;
  result.strip_dot_prefix = roots.is_implicit;
  result.threads = thread_count(options);
  if (options.sort == SortKey::Path && !options.sort_reverse) result.order = walk::Order::Path;
  result.hidden = options.hidden;
  result.follow_links = options.follow;
  result.one_file_system = options.one_file_system;
  result.max_depth = options.max_depth;
  result.max_filesize = options.max_filesize;
  result.ignore = ignore_options(options);
  result.overrides = TRY(compile_globs(glob_rules(options), directory));
  auto types = TRY(walk::FileTypes::create(options.type_changes));
  if (types.has_selection()) {
    result.types = std::make_shared<const walk::FileTypes>(std::move(types));
  }
  if (is_search(options.mode)) result.skip = stdout_file();
  result.debug = options.logging != Logging::None;
  return result;
}

// ---- the engine ------------------------------------------------------------

bool all_are_files(const std::vector<std::string>& paths) {
  return std::all_of(paths.begin(), paths.end(), [](const std::string& path) {
    struct stat status;
    return stat(path.c_str(), &status) == 0 && S_ISREG(status.st_mode);
  });
}

bool maps_files(const Options& options, const Roots& roots) {
  switch (options.mmap) {
    case MmapChoice::Always:
      return true;
    case MmapChoice::Never:
      return false;
    case MmapChoice::Auto:
      break;
  }
  return roots.paths.size() <= kMostMappedPaths && all_are_files(roots.paths);
}

bool shows_line_numbers(const Options& options, const Roots& roots, bool is_terminal) {
  if (options.line_number) return *options.line_number;
  if (options.quiet) return false;
  if (options.mode == Mode::Json) return true;
  if (options.mode != Mode::Standard) return false;
  return (is_terminal && !roots.only_stdin()) || options.column.value_or(false) || options.vimgrep;
}

SearchConfig search_config(const Options& options, const Roots& roots, bool is_terminal) {
  SearchConfig config;
  config.line_terminator = line_terminator(options);
  config.crlf = options.crlf;
  config.invert = options.invert_match;
  config.line_numbers = shows_line_numbers(options, roots, is_terminal);
  config.multi_line = options.multiline;
  config.passthru = options.passthru;
  config.stop_on_nonmatch = options.stop_on_nonmatch;
  config.before_context = options.lines_before();
  config.after_context = options.lines_after();
  config.max_count = options.max_count;
  config.whole_file_binary_rule = maps_files(options, roots);
  config.mapping = options.mmap == MmapChoice::Auto     ? Mapping::IfFaster
                   : options.mmap == MmapChoice::Always ? Mapping::Always
                                                        : Mapping::Never;
  config.exact_byte_count = options.stats || options.mode == Mode::Json;
  config.lists_without_match = options.mode == Mode::FilesWithoutMatch || options.include_zero;
  if (is_text(options)) {
    config.implicit_binary = config.explicit_binary = BinaryRule::None;
  } else if (options.binary == BinaryMode::Search) {
    config.implicit_binary = BinaryRule::Convert;
  }
  if (options.encoding == "none") {
    config.sniff_bom = false;
  } else if (options.encoding != "auto") {
    config.encoding = common::decode::find_encoding(options.encoding);
  }
  return config;
}

// ---- the printer -----------------------------------------------------------

PrintMode print_mode(const Options& options) {
  if (options.quiet) {
    return options.mode == Mode::FilesWithoutMatch ? PrintMode::QuietWithoutMatch
                                                   : PrintMode::Quiet;
  }
  switch (options.mode) {
    case Mode::FilesWithMatches:
      return PrintMode::FilesWithMatches;
    case Mode::FilesWithoutMatch:
      return PrintMode::FilesWithoutMatch;
    case Mode::Count:
      return PrintMode::Count;
    case Mode::CountMatches:
      return PrintMode::CountMatches;
    case Mode::Json:
      return PrintMode::Json;
    default:
      return PrintMode::Standard;
  }
}

bool uses_color(const Options& options, bool is_terminal, EnvironmentLookup environment) {
  return common::tty::wants_color(options.color,
                                  {.is_terminal = is_terminal,
                                   .term = environment("TERM"),
                                   .has_no_color = environment("NO_COLOR") != nullptr});
}

Result<HyperlinkFormat> hyperlink_format(const Options& options, bool color,
                                         EnvironmentLookup environment) {
  const std::string& text = options.hyperlink_format;
  if (text.empty()) return HyperlinkFormat();
  const char* distribution = environment("WSL_DISTRO_NAME");
  std::string wsl_prefix;
  if (distribution != nullptr && *distribution != '\0') {
    wsl_prefix = std::string("wsl$/") + distribution;
  }
  // Links are part of colour: the host is not asked for without need.
  std::string host = color ? host_name(options.hostname_bin) : std::string();
  return HyperlinkFormat::parse(text, std::move(host), std::move(wsl_prefix));
}

Result<PrintConfig> print_config(const Options& options, const Roots& roots, bool is_terminal,
                                 EnvironmentLookup environment) {
  PrintConfig config;
  config.mode = print_mode(options);
  config.color = uses_color(options, is_terminal, environment);
  config.colors = color_scheme(options.colors);
  config.hyperlink = TRY(hyperlink_format(options, config.color, environment));
  config.with_path = options.with_filename.value_or(options.vimgrep || !roots.is_one_file);
  config.heading = !options.vimgrep && options.heading.value_or(is_terminal);
  config.line_numbers = shows_line_numbers(options, roots, is_terminal);
  config.column = options.column.value_or(options.vimgrep);
  config.byte_offset = options.byte_offset;
  config.only_matching = options.only_matching;
  config.per_match = options.vimgrep;
  config.trim = options.trim;
  config.include_zero = options.include_zero;
  config.path_nul = options.null;
  config.stats = is_search(options.mode) && (options.stats || options.mode == Mode::Json);
  config.path_separator = options.path_separator;
  config.max_columns = options.max_columns;
  config.max_columns_preview = options.max_columns_preview;
  config.replacement = options.replace;
  config.field_match_separator = options.field_match_separator;
  config.field_context_separator = options.field_context_separator;
  config.context_separator = options.context_separator;
  config.stop_after_first_match = options.quiet && !config.stats;
  return config;
}

bool flushes_every_line(const Options& options, bool is_terminal) {
  switch (options.buffering) {
    case Buffering::Line:
      return true;
    case Buffering::Block:
      return false;
    case Buffering::Auto:
      break;
  }
  return is_terminal;
}

}  // namespace

Result<SearchPlan> make_plan(const Options& options, EnvironmentLookup environment) {
  SearchPlan plan;
  const bool is_terminal = isatty(1) != 0;
  const std::string directory = TRY(current_directory(environment));
  const bool is_searching = is_search(options.mode);

  Patterns patterns = TRY(gather_patterns(options.patterns));
  const Roots roots = TRY(find_roots(options, patterns.consumed_stdin));
  plan.list_files = options.mode == Mode::Files;
  plan.is_quiet = options.quiet;
  plan.is_one_file = roots.is_one_file;
  plan.has_implicit_root = roots.is_implicit;
  plan.sort = static_cast<SortBy>(options.sort);
  plan.sort_reverse = options.sort_reverse;

  plan.walk = TRY(walk_options(options, roots, directory));
  plan.search = search_config(options, roots, is_terminal);
  plan.print = TRY(print_config(options, roots, is_terminal, environment));
  plan.search_compressed = options.search_zip;
  plan.preprocessor = options.pre;
  std::vector<walk::Overrides::Rule> preprocessor_rules;
  for (const std::string& glob : options.pre_globs) preprocessor_rules.push_back({glob, false});
  plan.preprocessor_globs = TRY(compile_globs(preprocessor_rules, directory));

  plan.flush_every_line = flushes_every_line(options, is_terminal);
  plan.flush_every_file = is_terminal || plan.flush_every_line;
  plan.show_stats = is_searching && options.stats;
  plan.show_json_summary = options.mode == Mode::Json;
  plan.show_messages = !options.no_messages;
  plan.show_ignore_messages = !options.no_messages && !options.no_ignore_messages;
  plan.show_debug = options.logging != Logging::None;

  plan.no_match_possible = is_searching && ((patterns.list.empty() && !options.invert_match) ||
                                            options.max_count == std::uint64_t{0});
  if (is_searching && !plan.no_match_possible) {
    plan.matcher = std::make_shared<const regex::Matcher>(
        TRY(regex::Matcher::compile(regex_spec(options, std::move(patterns.list)))));
  }
  return plan;
}

}  // namespace search
