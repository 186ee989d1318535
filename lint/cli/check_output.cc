#include "lint/cli/check_output.h"

#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <filesystem>

#include "common/fs/whole_file.h"
#include "lint/cli/commands.h"
#include "lint/cli/config_flags.h"
#include "lint/cli/print.h"
#include "lint/cli/watch.h"
#include "lint/report/file_diff.h"
#include "lint/report/statistics.h"
#include "lint/rules/rule_list.h"

namespace lint::cli {
namespace {

using common::Result;

RuleText text_of(RuleId rule) {
  const RuleInfo* const info = find_rule_info(rule);
  if (info == nullptr) return {};
  return {info->messages.empty() ? std::string_view() : info->messages.front(), info->docs};
}

bool is_set(const char* variable) {
  const char* const value = std::getenv(variable);
  return value != nullptr && *value != '\0';
}

bool wants_color(const OutputPlan& plan) {
  if (plan.options.output_file || environment("OUTPUT_FILE")) return false;
  const bool has_no_color = is_set("NO_COLOR");
  if (plan.options.color == common::tty::ColorChoice::Auto && !has_no_color &&
      (is_set("FORCE_COLOR") || is_set("CLICOLOR_FORCE"))) {
    return true;
  }
  return common::tty::wants_color(plan.options.color, {.is_terminal = ::isatty(STDOUT_FILENO) != 0,
                                                       .term = std::getenv("TERM"),
                                                       .has_no_color = has_no_color});
}

ReportContext report_context(const OutputPlan& plan, std::span<const FileFindings> files) {
  ReportContext context;
  context.is_colored = wants_color(plan);
  context.is_preview = plan.settings.lint.preview;
  context.prefers_codes = plan.settings.output_prefer_rule_codes;
  context.required = required_applicability(plan.settings);
  context.shows_fix_status = plan.fix_mode == FixMode::None && has_fixable(files, context.required);
  context.working_directory = plan.working_directory;
  if (const char* const directory = std::getenv("CI_PROJECT_DIR"))
    context.ci_project_dir = directory;
  context.version = program_info().version;
  context.rule_text = text_of;
  return context;
}

// Everything of one run as a whole.
class Printer {
 public:
  Printer(const OutputPlan& plan, std::span<const CheckedFile> files) : plan_(plan), files_(files) {
    for (const CheckedFile& file : files) {
      if (!file.diagnostics.empty()) findings_.push_back({file.source.get(), file.diagnostics});
      if (!file.fixed.empty()) fixed_.push_back({file.path, file.fixed});
    }
    context_ = report_context(plan, findings_);
    sort_by_path(findings_, context_);
  }

  Result<std::string> statistics() {
    const std::string_view format = config::name_of(plan_.settings.output_format);
    std::string out = TRY(statistics_text(format, findings_, context_));
    if (format != "json" && !findings_.empty()) append_summary(out);
    return out;
  }

  // Calls emit(text) with the report, in pieces if the format allows: the whole
  // can be larger than all the sources.
  template <typename Emit>
  Result<void> report(Emit&& emit) {
    std::string out;
    const OutputFormat& format = *find_output_format(config::name_of(plan_.settings.output_format));
    std::span<const FileFindings> rest = shows_findings() ? std::span<const FileFindings>(findings_)
                                                          : std::span<const FileFindings>();
    while (format.is_by_file && rest.size() > kFilesAtOnce) {
      format.write(rest.first(kFilesAtOnce), context_, out);
      TRY(emit(out));
      out.clear();
      rest = rest.subspan(kFilesAtOnce);
    }
    if (shows_findings()) format.write(rest, context_, out);
    if (format.has_summary) append_ends(out);
    return emit(out);
  }

  void append_ends(std::string& out) const {
    if (plan_.settings.show_fixes) write_fixed_files(fixed_, context_, out);
    append_summary(out);
  }

  // Of a round of --watch.
  std::string round_report() const {
    std::string out;
    std::size_t count = 0;
    for (const FileFindings& file : findings_) count += file.diagnostics.size();
    if (plan_.options.log_level <= LogLevel::Verbose) {
      out = timed("Found " + std::to_string(count) + (count == 1 ? " error" : " errors") +
                  ". Watching for file changes.");
      if (count != 0) out += '\n';
    }
    if (count != 0) {
      find_output_format(config::name_of(plan_.settings.output_format))
          ->write(findings_, context_, out);
    }
    return out;
  }

  std::string diffs() const {
    std::string out;
    for (const CheckedFile& file : files_) {
      if (!file.old_text) continue;
      const bool has_name = !plan_.is_stdin || plan_.options.stdin_filename;
      const std::string_view path = has_name ? std::string_view(file.path) : std::string_view();
      if (file.cell_changes.empty()) {
        write_file_diff(path, *file.old_text, *file.new_text, context_, out);
        continue;
      }
      for (const CellChange& cell : file.cell_changes) {
        write_cell_diff(path, cell.number, cell.old_text, cell.new_text, context_, out);
      }
      out += '\n';
    }
    return out;
  }

 private:
  static constexpr std::size_t kFilesAtOnce = 32;

  bool shows_findings() const {
    return plan_.fix_mode != FixMode::Diff && !plan_.settings.fix_only;
  }

  void append_summary(std::string& out) const {
    if (plan_.options.log_level == LogLevel::Quiet) return;
    write_summary({.files = findings_,
                   .fixed = fixed_,
                   .mode = plan_.fix_mode,
                   .shows_findings = shows_findings(),
                   .hints_at_unsafe = !plan_.settings.unsafe_fixes},
                  context_, out);
  }

  const OutputPlan& plan_;
  std::span<const CheckedFile> files_;
  std::vector<FileFindings> findings_;
  std::vector<FixedFile> fixed_;
  ReportContext context_;
};

Result<void> write_to(std::FILE* stream, std::string_view text) {
  errno = 0;
  if (std::fwrite(text.data(), 1, text.size(), stream) == text.size() && std::fflush(stream) == 0) {
    return {};
  }
  if (errno == EPIPE) return {};  // A reader that went away is no error.
  return common::fail(common::os_error_text(errno), errno);
}

// --output-file, if it counts.
std::optional<std::string> output_path(const OutputPlan& plan) {
  if (plan.options.watch) return std::nullopt;
  return plan.options.output_file ? plan.options.output_file : environment("OUTPUT_FILE");
}

// The text that was read goes to standard output if it is fixed.
std::FILE* report_stream(const OutputPlan& plan) {
  return plan.is_stdin && plan.fix_mode != FixMode::None ? stderr : stdout;
}

Result<void> write_report_file(const std::string& path, std::string_view text) {
  std::error_code error;
  const std::filesystem::path parent = std::filesystem::path(path).parent_path();
  if (!parent.empty()) std::filesystem::create_directories(parent, error);
  if (auto written = common::fs::write_file(path, text); !written) {
    return common::fail(path + ": " + written.error().message, written.error().os_error);
  }
  return {};
}

}  // namespace

Applicability required_applicability(const Settings& settings) {
  return settings.unsafe_fixes.value_or(false) ? Applicability::Unsafe : Applicability::Safe;
}

Result<void> print_result(const OutputPlan& plan, std::span<const CheckedFile> files) {
  Printer printer(plan, files);
  if (plan.fix_mode == FixMode::Diff) TRY(write_to(stdout, printer.diffs()));
  if (plan.options.log_level == LogLevel::Silent) return {};
  if (plan.options.watch) return write_to(stdout, printer.round_report());
  const std::optional<std::string> path = output_path(plan);
  std::string whole;  // A file is replaced as a whole.
  const auto emit = [&](std::string_view text) -> Result<void> {
    if (!path) return write_to(report_stream(plan), text);
    whole += text;
    return {};
  };
  if (plan.options.statistics) {
    const std::string text = TRY(printer.statistics());
    TRY(emit(text));
  } else {
    TRY(printer.report(emit));
  }
  return path ? write_report_file(*path, whole) : Result<void>();
}

}  // namespace lint::cli
