#include "lint/cli/added_comments.h"

#include <cstdio>
#include <string_view>
#include <utility>

#include "common/fs/path.h"
#include "common/fs/whole_file.h"
#include "common/text/lines.h"
#include "lint/cli/config_flags.h"
#include "lint/cli/print.h"
#include "lint/config/find_files.h"
#include "lint/config/thread_count.h"
#include "lint/parser/parsed.h"
#include "lint/run/check_files.h"
#include "lint/suppress/add_comments.h"

namespace lint::cli {
namespace {

// How the text ends its lines: as the first one.
std::string_view line_end_of(std::string_view text) {
  const std::uint32_t end = common::line_end(text, 0);
  const std::string_view line_end = text.substr(end, common::skip_line_end(text, end) - end);
  return line_end.empty() ? "\n" : line_end;
}

class CommentAdder {
 public:
  explicit CommentAdder(const Options& options) : options_(options) {}

  // Rewrites the file if a finding in it needs a comment.
  void add_to(const CheckedFile& file, const LintSettings& settings) {
    if (!file.failure.empty()) fail(file.path, file.failure);
    if (file.diagnostics.empty()) return;
    const Diagnostic& first = file.diagnostics.front();
    if (first.rule == codes::E902) return fail(file.path, first.message);
    const parser::Parsed parsed = parser::parse(std::string(file.source->text()));
    const Suppressions suppressions({parsed.text(), parsed.tokens(), parsed.comments()},
                                    {settings.external, settings.preview});
    warn_about(suppressions, file.path);
    const bool is_noqa = options_.added_comment == AddedComment::Noqa;
    const CommentStyle style{
        .kind = is_noqa ? CommentStyle::Kind::Noqa : CommentStyle::Kind::Ignore,
        .line_end = line_end_of(parsed.text()),
        .reason = options_.added_comment_reason};
    const CommentedText commented = add_comments(suppressions, style, file.diagnostics);
    has_rules_without_code_ = has_rules_without_code_ || commented.has_rules_without_code;
    if (commented.count == 0) return;
    if (const auto written = common::fs::write_file(file.path, commented.text); written) {
      count_ += commented.count;
    } else {
      fail(file.path, written.error().message);
    }
  }

  void report() const {
    if (options_.log_level > LogLevel::Verbose) return;
    if (has_rules_without_code_) {
      print_warning(
          "Cannot add `noqa` comments for rules without codes; use `--add-ignore` instead.");
    }
    if (count_ == 0) return;
    const bool is_noqa = options_.added_comment == AddedComment::Noqa;
    std::fprintf(stderr, "Added %zu %s%s.\n", count_, is_noqa ? "noqa directive" : "ignore comment",
                 count_ == 1 ? "" : "s");
  }

 private:
  void warn_about(const Suppressions& suppressions, const std::string& path) const {
    if (options_.log_level > LogLevel::Verbose) return;
    for (const CommentWarning& warning : suppressions.warnings()) {
      print_warning(warning.text(common::fs::relative_path(path, current_directory())));
    }
  }

  static void fail(const std::string& path, const std::string& why) {
    print_error("Failed to add suppression to " + path + ": " + why);
  }

  const Options& options_;
  std::size_t count_ = 0;
  bool has_rules_without_code_ = false;
};

}  // namespace

int add_comments_to_files(const Options& options, const std::vector<std::string>& paths,
                          config::Discovery& discovery) {
  if (discovery.base().fix || discovery.base().fix_only) {
    const bool is_noqa = options.added_comment == AddedComment::Noqa;
    print_warning(std::string("--fix is incompatible with ") +
                  (is_noqa ? "--add-noqa." : "--add-ignore."));
  }
  auto found = config::find_files(paths, discovery);
  if (!found) return print_failure(found.error().message);
  if (options.log_level <= LogLevel::Verbose) {
    for (const std::string& message : discovery.warnings()) print_warning(message);
  }
  // As the peer has it, notebooks get no comments.
  std::erase_if(found->files, [](const config::FoundFile& file) {
    return file.kind != config::SourceKind::Python && file.kind != config::SourceKind::Stub;
  });
  if (found->files.empty() && found->problems.empty() && options.log_level <= LogLevel::Verbose) {
    print_warning("No Python files found under the given path(s)");
  }
  const std::vector<CheckedFile> files = check_files(
      *found,
      {.ignores_suppressions = true, .uses_cache = false, .threads = config::thread_count()});
  CommentAdder adder(options);
  for (const CheckedFile& file : files) {
    const auto settings = discovery.settings_of(file.path);
    if (settings) adder.add_to(file, (*settings)->lint);
  }
  adder.report();
  return kSuccess;
}

}  // namespace lint::cli
