#include "lint/run/check_files.h"

#include <algorithm>
#include <map>
#include <utility>

#include "common/fs/whole_file.h"
#include "common/scan/scan.h"
#include "common/threads/parallel_for.h"
#include "lint/cache/result_cache.h"
#include "lint/notebook/notebook.h"
#include "lint/run/package_roots.h"
#include "lint/run/settings_key.h"

namespace lint {
namespace {

constexpr std::size_t kLargestSource = 0xFFFF'FFFE;  // Offsets have 32 bits.

using Caches = std::map<const Settings*, std::unique_ptr<ResultCache>>;

// A finding of E902, or a message where that rule is off.
void report_failure(CheckedFile& checked, const Settings& settings, std::string message) {
  if (!settings.lint.rules_of(checked.path).contains(codes::E902)) {
    checked.failure = std::move(message);
    return;
  }
  checked.source = std::make_unique<SourceFile>(checked.path, "");
  checked.diagnostics = {
      Diagnostic{.rule = codes::E902, .range = {}, .message = std::move(message)}};
}

std::optional<std::string> unusable(std::string_view text) {
  if (text.size() > kLargestSource) return "file is too large: 4 GiB are the most";
  if (!common::scan::is_valid_utf8(text)) return "stream did not contain valid UTF-8";
  return std::nullopt;
}

// A text that was read, and the notebook that it is.
struct LoadedText {
  std::optional<Notebook> notebook = std::nullopt;
  SourceText source = {};

  SourceText take_source() {
    if (notebook) return {notebook->source(), notebook->cells()};
    return std::move(source);
  }
};

// nullopt: there is nothing to check, or `checked` says what is wrong.
std::optional<LoadedText> load_notebook(CheckedFile& checked, std::string text) {
  common::Result<Notebook> notebook = Notebook::read(std::move(text));
  if (!notebook) {
    checked.source = std::make_unique<SourceFile>(checked.path, "");
    checked.diagnostics = {Diagnostic{
        .rule = kSyntaxError, .range = {}, .message = std::move(notebook.error().message)}};
    return std::nullopt;
  }
  if (!notebook->is_python()) return std::nullopt;
  return LoadedText{.notebook = std::move(*notebook)};
}

std::optional<LoadedText> load(CheckedFile& checked, std::string text, config::SourceKind kind,
                               const Settings& settings) {
  const bool is_notebook = kind == config::SourceKind::Notebook;
  if (is_notebook && text.size() <= kLargestSource) {
    return load_notebook(checked, std::move(text));
  }
  if (const auto problem = unusable(text)) {
    report_failure(checked, settings, *problem);
    return std::nullopt;
  }
  return LoadedText{.source = {std::move(text)}};
}

std::vector<CellChange> changes_of(const Notebook& notebook, const SourceText& fixed) {
  std::vector<CellChange> changes;
  const auto old_cells = notebook.code_cells(notebook.source(), notebook.cells());
  const auto new_cells = notebook.code_cells(fixed.text, *fixed.cells);
  for (std::size_t i = 0; i < old_cells.size(); ++i) {
    changes.push_back({old_cells[i].number, old_cells[i].source, new_cells[i].source});
  }
  return changes;
}

// Checks and, if wanted, fixes a text; `store` files the findings of an
// unchanged one.
template <typename Store>
void check_source(CheckedFile& checked, LoadedText loaded, const FileInfo& info,
                  const Settings& settings, const RunOptions& options, HookCache& hooks,
                  Store&& store) {
  const bool fixes = options.fix_mode != FixMode::None;
  SourceText source = loaded.take_source();
  std::optional<std::string> original;
  if (fixes) original = source.text;
  LintedSource linted = lint_source(settings.lint, info, std::move(source),
                                    {.fix = fixes ? std::optional(options.required) : std::nullopt,
                                     .ignores_suppressions = options.ignores_suppressions},
                                    hooks);
  const bool is_changed = original && *original != linted.source.text;
  if (!is_changed && linted.outcome == FixOutcome::Stable) store(linted.diagnostics);
  checked.diagnostics = std::move(linted.diagnostics);
  checked.diagnostics.shrink_to_fit();  // They stay until the end of the run.
  checked.fixed = std::move(linted.fixed);
  checked.outcome = linted.outcome;
  checked.warnings = std::move(linted.warnings);
  if (is_changed) {
    checked.old_text = std::move(*original);
    checked.new_text = linted.source.text;
  }
  if (loaded.notebook && fixes) {
    if (is_changed) checked.cell_changes = changes_of(*loaded.notebook, linted.source);
    const bool is_fixed = !checked.fixed.empty() && linted.outcome != FixOutcome::BrokeTheSyntax;
    checked.new_text = is_fixed ? loaded.notebook->written(linted.source.text, *linted.source.cells)
                                : loaded.notebook->written();
  }
  if (!checked.diagnostics.empty() || is_changed) {
    checked.source = std::make_unique<SourceFile>(checked.path, std::move(linted.source.text),
                                                  std::move(linted.source.cells));
  }
}

// A cached result is of no use if there is something to fix in the file.
bool is_usable(const std::vector<Diagnostic>& diagnostics, const RunOptions& options) {
  if (options.fix_mode == FixMode::None) return true;
  return std::ranges::none_of(diagnostics, [&](const Diagnostic& finding) {
    return finding.fix && finding.fix->applicability >= options.required;
  });
}

class FileChecker {
 public:
  FileChecker(const PackageRoots& packages, const RunOptions& options, Caches& caches,
              HookCache& hooks)
      : packages_(packages), options_(options), caches_(caches), hooks_(hooks) {}

  CheckedFile check(const config::FoundFile& file) const {
    CheckedFile checked{.path = file.path};
    ResultCache* const cache = caches_.empty() ? nullptr : caches_.at(file.settings).get();
    // The stamp is taken first: what changes while we read gets another one.
    const auto stamp = cache == nullptr ? std::nullopt : stamp_of(file.path);
    if (stamp) {
      auto found = cache->find(file.path, *stamp);
      if (found && found->empty()) return checked;
      if (found && is_usable(*found, options_))
        return with_source(std::move(checked), file, *found);
    }
    auto text = common::fs::read_file(file.path);
    if (!text) {
      report_failure(checked, *file.settings, text.error().message);
      return checked;
    }
    const ContentHash hash = stamp ? hash_contents(*text) : ContentHash{};
    std::optional<LoadedText> loaded = load(checked, std::move(*text), file.kind, *file.settings);
    if (!loaded) return checked;
    if (stamp) {
      auto found = cache->find(file.path, *stamp, hash);
      if (found && is_usable(*found, options_)) {
        take_findings(checked, *found, *loaded);
        return checked;
      }
    }
    FileInfo info = packages_.file_info(file.path);
    info.is_stub = file.kind == config::SourceKind::Stub;
    check_source(checked, std::move(*loaded), info, *file.settings, options_, hooks_,
                 [&](const std::vector<Diagnostic>& diagnostics) {
                   if (stamp) cache->store(file.path, *stamp, hash, diagnostics);
                 });
    if (options_.fix_mode == FixMode::Apply && checked.old_text) write_back(checked);
    return checked;
  }

 private:
  // Cached findings need the text for lines and columns.
  CheckedFile with_source(CheckedFile checked, const config::FoundFile& file,
                          std::vector<Diagnostic>& found) const {
    auto text = common::fs::read_file(file.path);
    if (!text) {
      report_failure(checked, *file.settings, text.error().message);
      return checked;
    }
    auto loaded = load(checked, std::move(*text), file.kind, *file.settings);
    if (loaded) take_findings(checked, found, *loaded);
    return checked;
  }

  static void take_findings(CheckedFile& checked, std::vector<Diagnostic>& found,
                            LoadedText& loaded) {
    checked.diagnostics = std::move(found);
    if (checked.diagnostics.empty()) return;
    SourceText source = loaded.take_source();
    checked.source =
        std::make_unique<SourceFile>(checked.path, std::move(source.text), std::move(source.cells));
  }

  static void write_back(CheckedFile& checked) {
    if (const auto written = common::fs::write_file(checked.path, *checked.new_text); !written) {
      checked.failure = "cannot write the fixed file: " + written.error().message;
    }
    checked.old_text.reset();
    checked.new_text.reset();
  }

  const PackageRoots& packages_;
  const RunOptions& options_;
  Caches& caches_;
  HookCache& hooks_;
};

PackageRoots find_packages(const config::FoundFiles& files) {
  std::vector<PackageRoots::File> inputs;
  inputs.reserve(files.files.size());
  for (const config::FoundFile& file : files.files) {
    inputs.push_back({file.path, file.settings->lint.namespace_packages.paths});
  }
  return PackageRoots(inputs);
}

bool is_checked(const config::FoundFile& file) {
  const bool is_python = file.kind == config::SourceKind::Python ||
                         file.kind == config::SourceKind::Stub ||
                         file.kind == config::SourceKind::Notebook;
  return is_python && !file.is_lint_excluded;
}

}  // namespace

std::vector<CheckedFile> check_files(const config::FoundFiles& files, const RunOptions& options) {
  const PackageRoots packages = find_packages(files);
  Caches caches;
  if (options.uses_cache && !options.ignores_suppressions) {
    for (const config::FoundFile& file : files.files) {
      auto& cache = caches[file.settings];
      if (cache == nullptr) {
        cache =
            std::make_unique<ResultCache>(file.settings->cache_dir, settings_key(*file.settings));
      }
    }
  }
  std::vector<const config::FoundFile*> work;
  for (const config::FoundFile& file : files.files) {
    if (is_checked(file)) work.push_back(&file);
  }
  HookCache hooks;
  const FileChecker checker(packages, options, caches, hooks);
  std::vector<CheckedFile> checked(work.size());
  common::parallel_for(work.size(), options.threads, [&](std::size_t index, std::size_t) {
    checked[index] = checker.check(*work[index]);
  });
  for (const auto& [settings, cache] : caches) cache->save();
  return checked;
}

CheckedFile check_text(const std::string& path, std::string text, const Settings& settings,
                       const RunOptions& options) {
  CheckedFile checked{.path = path};
  const config::SourceKind kind = config::source_kind(path, settings.lint);
  std::optional<LoadedText> loaded = load(checked, std::move(text), kind, settings);
  if (!loaded) {
    // What is no notebook, or none in Python, is not written.
    if (kind == config::SourceKind::Notebook) checked.new_text = "";
    return checked;
  }
  const PackageRoots::File file{path, settings.lint.namespace_packages.paths};
  const PackageRoots packages(std::span(&file, 1));
  FileInfo info = packages.file_info(path);
  info.is_stub = kind == config::SourceKind::Stub;
  HookCache hooks;
  check_source(checked, std::move(*loaded), info, settings, options, hooks, [](const auto&) {});
  return checked;
}

}  // namespace lint
