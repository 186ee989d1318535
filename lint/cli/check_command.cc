// klint check.
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <utility>

#include "common/fs/path.h"
#include "common/fs/whole_file.h"
#include "common/scan/scan.h"
#include "lint/cli/added_comments.h"
#include "lint/cli/check_output.h"
#include "lint/cli/config_flags.h"
#include "lint/cli/print.h"
#include "lint/cli/run_commands.h"
#include "lint/cli/show_settings.h"
#include "lint/cli/warn_missing_rules.h"
#include "lint/cli/watch.h"
#include "lint/config/thread_count.h"

namespace lint::cli {
namespace {

bool says_warnings(const Options& options) {
  return options.log_level <= LogLevel::Verbose;
}

bool reads_stdin(const Options& options) {
  return options.stdin_filename || options.positionals == std::vector<std::string>{"-"};
}

// With --stdin-filename only standard input is read.
void warn_about_other_files(const Options& options) {
  if (!options.stdin_filename || !says_warnings(options)) return;
  for (const std::string& path : options.positionals) {
    if (path != "-") print_warning("Ignoring file " + path + " in favor of standard input.");
  }
}

std::vector<std::string> paths_of(const Options& options) {
  return options.positionals.empty() ? std::vector<std::string>{"."} : options.positionals;
}

void print_warnings(const Options& options, const config::Discovery& discovery) {
  if (!says_warnings(options)) return;
  for (const std::string& message : discovery.warnings()) print_warning(message);
}

int fail_with(const common::Error& error) {
  return print_failure(error.message);
}

FixMode fix_mode_of(const Options& options, const Settings& settings) {
  if (options.diff) return FixMode::Diff;
  return settings.fix || settings.fix_only ? FixMode::Apply : FixMode::None;
}

// Flags that contradict each other.
common::Result<void> check_conflicts(const Options& options) {
  const bool adds_comments = options.added_comment != AddedComment::None;
  const bool only_shows = options.show_files || options.show_settings;
  const std::pair<bool, const char*> conflicts[] = {
      {options.diff && options.show_fixes.value_or(false), "--diff and --show-fixes"},
      {options.diff && options.statistics, "--diff and --statistics"},
      {options.statistics && options.watch, "--statistics and --watch"},
      {options.exit_zero && options.exit_non_zero_on_fix, "--exit-zero and --exit-non-zero-on-fix"},
      {adds_comments && options.diff, "--add-noqa and --diff"},
      {adds_comments && options.statistics, "--add-noqa and --statistics"},
      {adds_comments && options.watch, "--add-noqa and --watch"},
      {adds_comments && options.ignore_noqa, "--add-noqa and --ignore-noqa"},
      {adds_comments && options.stdin_filename.has_value(), "--add-noqa and --stdin-filename"},
      {adds_comments && options.fix.value_or(false), "--add-noqa and --fix"},
      {adds_comments && only_shows, "--add-noqa and --show-files or --show-settings"},
      {only_shows && options.ignore_noqa, "--show-files or --show-settings and --ignore-noqa"},
      {only_shows && options.statistics, "--show-files or --show-settings and --statistics"},
      {only_shows && options.stdin_filename.has_value(),
       "--show-files or --show-settings and --stdin-filename"},
      {only_shows && options.watch, "--show-files or --show-settings and --watch"},
      {options.show_files && options.show_settings, "--show-files and --show-settings"},
      {options.watch && reads_stdin(options), "--watch and standard input"},
  };
  for (const auto& [is_given, names] : conflicts) {
    if (is_given) return common::fail(std::string(names) + " cannot be used together");
  }
  return {};
}

int exit_code(const Options& options, const OutputPlan& plan, std::span<const CheckedFile> files) {
  bool is_fixed = false;
  bool is_left = false;
  bool has_failed = false;
  for (const CheckedFile& file : files) {
    is_fixed |= !file.fixed.empty();
    is_left |= !file.diagnostics.empty();
    has_failed |= file.outcome == FixOutcome::BrokeTheSyntax ||
                  (plan.fix_mode == FixMode::Apply && !file.failure.empty());
  }
  if (has_failed) return kFailed;
  if (options.exit_zero) return kSuccess;
  if (plan.fix_mode == FixMode::Diff) return is_fixed ? kFound : kSuccess;
  if (plan.settings.fix_only) return options.exit_non_zero_on_fix && is_fixed ? kFound : kSuccess;
  return is_left || (options.exit_non_zero_on_fix && is_fixed) ? kFound : kSuccess;
}

void report_problems(const OutputPlan& plan, std::span<const CheckedFile> files) {
  if (!says_warnings(plan.options)) return;
  for (const CheckedFile& file : files) {
    const std::string path(common::fs::relative_path(file.path, plan.working_directory));
    for (const CommentWarning& warning : file.warnings) print_warning(warning.text(path));
    if (!file.failure.empty()) print_warning("Failed to lint " + path + ": " + file.failure);
    if (file.outcome == FixOutcome::BrokeTheSyntax) {
      print_error(path +
                  ": a fix broke the syntax, so nothing was changed; this is a bug in klint");
    }
    if (file.outcome == FixOutcome::GaveUp) {
      print_error(path + ": fixes did not come to an end; this is a bug in klint");
    }
  }
}

// A path that was named but cannot be looked at.
CheckedFile problem_file(const config::FileProblem& problem, const config::Discovery& discovery) {
  CheckedFile file{.path = problem.path};
  if (discovery.base().lint.rules_of(problem.path).contains(codes::E902)) {
    file.source = std::make_unique<SourceFile>(problem.path, "");
    file.diagnostics = {Diagnostic{.rule = codes::E902, .range = {}, .message = problem.message}};
  } else {
    file.failure = problem.message;
  }
  return file;
}

class CheckRun {
 public:
  CheckRun(const Options& options, config::Discovery& discovery)
      : options_(options),
        discovery_(discovery),
        plan_{.options = options,
              .settings = discovery.base(),
              .fix_mode = fix_mode_of(options, discovery.base()),
              .working_directory = discovery.working_directory(),
              .is_stdin = reads_stdin(options)},
        run_{.fix_mode = plan_.fix_mode,
             .required = required_applicability(discovery.base()),
             .ignores_suppressions = options.ignore_noqa,
             .uses_cache = !options.no_cache && !environment("NO_CACHE"),
             .threads = config::thread_count()} {}

  int stdin_once() {
    auto text = common::fs::read_descriptor(STDIN_FILENO);
    if (!text) return fail_with(text.error());
    if (!common::scan::is_valid_utf8(*text)) {
      return print_failure("stream did not contain valid UTF-8");
    }
    warn_about_other_files(options_);
    const std::string path = stdin_path();
    auto settings = discovery_.settings_of(path);
    if (!settings) return fail_with(settings.error());
    print_warnings(options_, discovery_);
    std::vector<CheckedFile> files;
    if (is_left_out(path, **settings)) {
      // An excluded file passes through as it is.
      if (plan_.fix_mode == FixMode::Apply) print_document(*text);
    } else {
      std::string original = plan_.fix_mode == FixMode::Apply ? *text : std::string();
      files.push_back(check_text(path, std::move(*text), **settings, run_));
      if (plan_.fix_mode == FixMode::Apply) {
        print_document(files.front().new_text ? *files.front().new_text : original);
      }
    }
    return finish(files);
  }

  int files_once() {
    auto found = config::find_files(paths_of(options_), discovery_);
    if (!found) return fail_with(found.error());
    print_warnings(options_, discovery_);
    if (says_warnings(options_)) warn_missing_rules(*found);
    const bool has_files = std::ranges::any_of(found->files, [](const config::FoundFile& file) {
      return file.kind != config::SourceKind::Markdown;
    });
    if (!has_files && found->problems.empty() && says_warnings(options_)) {
      print_warning("No Python files found under the given path(s)");
    }
    const auto start = std::chrono::steady_clock::now();
    std::vector<CheckedFile> files = check_files(*found, run_);
    if (options_.log_level == LogLevel::Verbose) tell_about_run(files.size(), start);
    for (const config::FileProblem& problem : found->problems) {
      files.push_back(problem_file(problem, discovery_));
    }
    return finish(files);
  }

 private:
  std::string stdin_path() const {
    if (!options_.stdin_filename) return plan_.working_directory + "/-";
    return (std::filesystem::path(plan_.working_directory) / *options_.stdin_filename)
        .lexically_normal()
        .string();
  }

  void tell_about_run(std::size_t files, std::chrono::steady_clock::time_point start) const {
    const std::string& path = discovery_.base_path();
    const std::string source = path.empty() ? "the default settings" : "configuration file " + path;
    const std::chrono::duration<double, std::milli> time = std::chrono::steady_clock::now() - start;
    std::fprintf(stderr, "Using %s\nChecked %zu file%s in %.1f ms\n", source.c_str(), files,
                 files == 1 ? "" : "s", time.count());
  }

  static bool is_left_out(const std::string& path, const Settings& settings) {
    return settings.files.force_exclude && (config::is_excluded(path, settings) ||
                                            settings.lint.exclude.matches_path_or_name(path));
  }

  int finish(std::span<const CheckedFile> files) {
    report_problems(plan_, files);
    if (const auto printed = print_result(plan_, files); !printed) {
      return fail_with(printed.error());
    }
    return exit_code(options_, plan_, files);
  }

  const Options& options_;
  config::Discovery& discovery_;
  OutputPlan plan_;
  RunOptions run_;
};

int check_once(const Options& options) {
  const bool is_stdin = reads_stdin(options);
  auto discovery = discover(options, is_stdin ? options.stdin_filename : std::nullopt);
  if (!discovery) return fail_with(discovery.error());
  if (options.show_settings || options.show_files) {
    const auto show = options.show_settings ? show_settings : show_files;
    const int code = show(paths_of(options), **discovery);
    print_warnings(options, **discovery);
    return code;
  }
  if (options.added_comment != AddedComment::None) {
    return add_comments_to_files(options, paths_of(options), **discovery);
  }
  CheckRun run(options, **discovery);
  return is_stdin ? run.stdin_once() : run.files_once();
}

}  // namespace

int run_check(const Options& options) {
  if (const auto checked = check_conflicts(options); !checked) {
    print_error(checked.error().message);
    return kFailed;
  }
  if (!options.watch) return check_once(options);
  const bool says_news = says_warnings(options);
  return watch(paths_of(options), says_news, [&] { return check_once(options); });
}

}  // namespace lint::cli
