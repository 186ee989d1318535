#include <algorithm>

#include "common/base/check.h"
#include "common/fs/path.h"
#include "common/walk/glob.h"
#include "lint/config/settings.h"

namespace lint::config {
namespace {

using common::walk::Glob;
using common::walk::GlobSet;

// `*` matches '/' too.
constexpr common::walk::GlobOptions kGlobOptions = {.literal_separator = false};

// `path` as a glob that matches only it.
std::string escaped(std::string_view path) {
  std::string glob;
  for (const char c : path) {
    if (std::string_view("?*[]{}").contains(c)) {
      glob.append("[").append(1, c).append("]");
    } else {
      glob += c;
    }
  }
  return glob;
}

}  // namespace

FilePattern FilePattern::below(std::string_view pattern, std::string_view root) {
  return {.pattern = std::string(pattern),
          .absolute = common::fs::absolute_path(pattern, escaped(root))};
}

struct FilePatternSet::Compiled {
  GlobSet globs;
};

FilePatternSet::FilePatternSet(std::initializer_list<std::string_view> builtin) {
  std::vector<FilePattern> patterns;
  for (const std::string_view pattern : builtin) {
    patterns.push_back({.pattern = std::string(pattern)});
  }
  auto set = create(std::move(patterns));
  CHECK(set.has_value());
  *this = *std::move(set);
}

common::Result<FilePatternSet> FilePatternSet::create(std::vector<FilePattern> patterns) {
  FilePatternSet set;
  if (patterns.empty()) return set;
  std::vector<Glob> globs;
  for (const FilePattern& pattern : patterns) {
    if (!pattern.absolute.empty()) {
      globs.push_back(TRY(Glob::compile(pattern.absolute, kGlobOptions)));
    }
    if (pattern.absolute.empty() || !pattern.pattern.contains('/')) {
      globs.push_back(TRY(Glob::compile(pattern.pattern, kGlobOptions)));
    }
  }
  set.patterns_ = std::move(patterns);
  set.compiled_ = std::make_shared<const Compiled>(GlobSet(std::move(globs)));
  return set;
}

void FilePatternSet::add(const FilePatternSet& more) {
  std::vector<FilePattern> all = patterns_;
  all.insert(all.end(), more.patterns_.begin(), more.patterns_.end());
  auto both = create(std::move(all));
  CHECK(both.has_value());
  *this = *std::move(both);
}

bool FilePatternSet::matches(std::string_view path) const {
  return compiled_ != nullptr && compiled_->globs.last_match(path) >= 0;
}

bool FilePatternSet::matches_path_or_name(std::string_view path) const {
  return matches(path) || matches(common::fs::base_name(path));
}

struct PerFilePattern::Compiled {
  Glob absolute;
  Glob name;
};

common::Result<PerFilePattern> PerFilePattern::create(std::string_view pattern,
                                                      std::string_view root) {
  PerFilePattern result;
  result.is_negated_ = pattern.starts_with('!');
  if (result.is_negated_) pattern.remove_prefix(1);
  result.pattern_ = pattern;
  result.absolute_ = FilePattern::below(pattern, root).absolute;
  Glob absolute = TRY(Glob::compile(result.absolute_, kGlobOptions));
  Glob name = TRY(Glob::compile(pattern, kGlobOptions));
  result.compiled_ = std::make_shared<const Compiled>(std::move(absolute), std::move(name));
  return result;
}

bool PerFilePattern::applies_to(std::string_view absolute_path) const {
  const bool is_match = compiled_->name.matches(common::fs::base_name(absolute_path)) ||
                        compiled_->absolute.matches(absolute_path);
  return is_match != is_negated_;
}

}  // namespace lint::config

namespace lint {

std::optional<PythonVersion> LintSettings::version_of(std::string_view absolute_path) const {
  for (const config::PerFileTargetVersion& row : per_file_target_version) {
    if (row.pattern.applies_to(absolute_path)) return row.version;
  }
  return target_version;
}

RuleSet LintSettings::rules_of(std::string_view absolute_path) const {
  RuleSet left = rules;
  for (const config::FileIgnores& ignores : file_ignores) {
    if (ignores.pattern.applies_to(absolute_path)) left.erase(ignores.rules);
  }
  return left;
}

}  // namespace lint
