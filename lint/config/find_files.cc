#include "lint/config/find_files.h"

#include <sys/stat.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <mutex>
#include <optional>
#include <utility>

#include "common/fs/path.h"
#include "common/walk/directory_reader.h"
#include "common/walk/walk.h"
#include "lint/config/thread_count.h"

namespace lint::config {
namespace {

using common::Error;
using common::Result;
using common::walk::DirectoryReader;

// More do not help to list directories.
constexpr unsigned kMostThreads = 12;

std::string_view extension_of(std::string_view path) {
  const std::string_view name = common::fs::base_name(path);
  const std::size_t dot = name.rfind('.');
  return dot == std::string_view::npos || dot == 0 ? std::string_view() : name.substr(dot + 1);
}

bool is_config_name(std::string_view name) {
  constexpr std::string_view kNames[] = {".klint.toml", ".ruff.toml", "klint.toml",
                                         "pyproject.toml", "ruff.toml"};
  return name.ends_with(".toml") && std::ranges::find(kNames, name) != std::end(kNames);
}

bool may_hold_config(const DirectoryReader& listing) {
  return std::ranges::any_of(listing.items(), [](const DirectoryReader::Item& item) {
    return is_config_name(item.view());
  });
}

bool excludes(const Settings& settings, std::string_view path) {
  return settings.files.exclude.matches_path_or_name(path) ||
         settings.files.extend_exclude.matches_path_or_name(path);
}

bool includes(const Settings& settings, std::string_view path) {
  return settings.files.include.matches(path) || settings.files.extend_include.matches(path);
}

FoundFile found_file(std::string path, const Settings& settings, bool is_explicit) {
  FoundFile file;
  file.kind = source_kind(path, settings.lint);
  file.is_explicit = is_explicit;
  file.is_lint_excluded = (!is_explicit || settings.files.force_exclude) &&
                          settings.lint.exclude.matches_path_or_name(path);
  file.settings = &settings;
  file.path = std::move(path);
  return file;
}

// The state of a directory is the settings that hold in it.
class SettingsPolicy : public common::walk::WalkPolicy {
 public:
  explicit SettingsPolicy(Discovery& discovery) : discovery_(discovery) {}

  const void* enter(std::string_view directory, const void* above,
                    const DirectoryReader& listing) override {
    if (directory.size() > 1 && directory.ends_with('/')) directory.remove_suffix(1);
    const bool is_known = above != nullptr && !may_hold_config(listing);
    if (is_known || has_failed()) return above;
    auto settings = discovery_.settings_in(directory);
    if (settings) return settings->get();
    fail(std::move(settings).error());
    return above;
  }

  bool admits(const void* state, std::string_view path, bool is_directory) override {
    if (state == nullptr) return false;
    const auto& settings = *static_cast<const Settings*>(state);
    return !excludes(settings, path) && (is_directory || includes(settings, path));
  }

  bool has_failed() const { return has_failed_.load(std::memory_order_relaxed); }
  // After the walk.
  std::optional<Error> take_error() { return std::move(error_); }

  void fail(Error error) {
    const std::lock_guard lock(mutex_);
    if (!error_) error_ = std::move(error);
    has_failed_ = true;
  }

 private:
  Discovery& discovery_;
  std::atomic<bool> has_failed_ = false;
  std::mutex mutex_;  // Guards `error_`.
  std::optional<Error> error_;
};

class Collector : public common::walk::Visitor {
 public:
  Collector(FoundFiles& found, Discovery& discovery, SettingsPolicy& policy)
      : found_(found), discovery_(discovery), policy_(policy) {}

  void visit(const common::walk::Entry& entry) override {
    std::string path = entry.path();
    if (!entry.is_explicit) {
      const auto& settings = *static_cast<const Settings*>(entry.state);
      found_.files.push_back(found_file(std::move(path), settings, false));
      return;
    }
    auto settings = discovery_.settings_of(path);
    if (!settings) return policy_.fail(std::move(settings).error());
    found_.files.push_back(found_file(std::move(path), **settings, true));
  }
  // "PATH: MESSAGE"
  void error(std::string message) override {
    const std::size_t colon = std::min(message.rfind(": "), message.size());
    const std::size_t rest = std::min(colon + 2, message.size());
    found_.problems.push_back({.path = message.substr(0, colon), .message = message.substr(rest)});
  }
  void ignore_message(std::string) override {}
  void debug(std::string) override {}
  std::unique_ptr<common::walk::Chunk> take() override { return nullptr; }

 private:
  FoundFiles& found_;
  Discovery& discovery_;
  SettingsPolicy& policy_;
};

common::walk::WalkOptions walk_options(std::vector<std::string> roots, const Settings& base,
                                       SettingsPolicy& policy) {
  common::walk::WalkOptions options;
  options.roots = std::move(roots);
  options.threads = std::min(static_cast<unsigned>(thread_count()), kMostThreads);
  options.hidden = true;
  options.names_only = true;
  options.any_kind = true;
  options.policy = &policy;
  const bool obeys = base.files.respect_gitignore;
  options.ignore.dot_names = {".ignore"};
  options.ignore.dot = obeys;
  options.ignore.vcs = obeys;
  options.ignore.exclude = obeys;
  options.ignore.global = obeys;
  options.ignore.parents = obeys;
  return options;
}

Result<std::vector<std::string>> roots_of(const std::vector<std::string>& paths,
                                          Discovery& discovery) {
  std::vector<std::string> roots;
  for (const std::string& path : paths) {
    std::string root = common::fs::absolute_path(path, discovery.working_directory());
    if (std::ranges::find(roots, root) != roots.end()) continue;
    if (discovery.base().files.force_exclude) {
      const SettingsPointer settings = TRY(discovery.settings_of(root));
      if (is_excluded(root, *settings)) continue;
    }
    roots.push_back(std::move(root));
  }
  return roots;
}

// An explicit file comes before the same file found in a directory.
bool is_before(const FoundFile& a, const FoundFile& b) {
  if (common::fs::path_less(a.path, b.path)) return true;
  return a.is_explicit && !b.is_explicit && a.path == b.path;
}

FoundFiles merged(std::vector<FoundFiles> parts) {
  FoundFiles all;
  for (FoundFiles& part : parts) {
    std::ranges::move(part.files, std::back_inserter(all.files));
    std::ranges::move(part.problems, std::back_inserter(all.problems));
  }
  std::ranges::sort(all.files, is_before);
  const auto repeated = std::ranges::unique(all.files, {}, &FoundFile::path);
  all.files.erase(repeated.begin(), repeated.end());
  std::ranges::sort(all.problems, common::fs::path_less, &FileProblem::path);
  return all;
}

}  // namespace

SourceKind source_kind(std::string_view path, const LintSettings& settings) {
  const std::string_view extension = extension_of(path);
  if (const auto mapped = settings.extension.find(extension); mapped != settings.extension.end()) {
    switch (mapped->second) {
      case Language::Python:
        return SourceKind::Python;
      case Language::Pyi:
        return SourceKind::Stub;
      case Language::Ipynb:
        return SourceKind::Notebook;
      case Language::Markdown:
        return SourceKind::Markdown;
    }
  }
  if (extension == "pyi") return SourceKind::Stub;
  if (extension == "ipynb") return SourceKind::Notebook;
  if (extension == "md") return SourceKind::Markdown;
  if (extension == "toml")
    return is_config_name(common::fs::base_name(path)) ? SourceKind::Toml : SourceKind::Unknown;
  return SourceKind::Python;
}

bool is_excluded(std::string_view path, const Settings& settings) {
  while (path != "/" && !path.empty()) {
    if (excludes(settings, path)) return true;
    if (path == settings.lint.project_root) return false;
    path = common::fs::parent_path(path);
  }
  return false;
}

Result<FoundFiles> find_files(const std::vector<std::string>& paths, Discovery& discovery) {
  std::vector<std::string> roots = TRY(roots_of(paths, discovery));
  if (roots.empty()) return FoundFiles();
  SettingsPolicy policy(discovery);
  const common::walk::WalkOptions options =
      walk_options(std::move(roots), discovery.base(), policy);
  std::vector<FoundFiles> parts(options.threads);
  const common::walk::Walk walk = {
      .make_visitor =
          [&](unsigned thread) {
            return std::make_unique<Collector>(parts[thread], discovery, policy);
          },
      .emit = nullptr,
      .stopped = [&] { return policy.has_failed(); },
  };
  common::walk::run_walk(options, walk);
  if (auto error = policy.take_error()) return std::unexpected(*std::move(error));
  return merged(std::move(parts));
}

}  // namespace lint::config
