#include <algorithm>
#include <functional>
#include <unordered_set>

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

bool is_literal(std::string_view glob) {
  return !glob.empty() && glob.find_first_of("?*[]{}\\") == std::string_view::npos;
}

struct TextHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const {
    return std::hash<std::string_view>()(text);
  }
};

}  // namespace

FilePattern FilePattern::below(std::string_view pattern, std::string_view root) {
  return {.pattern = std::string(pattern),
          .absolute = common::fs::absolute_path(pattern, escaped(root))};
}

// Most patterns are a name, a path or an extension; for these no glob need run.
struct FilePatternSet::Compiled {
  std::unordered_set<std::string, TextHash, std::equal_to<>> texts;  // Match themselves.
  std::vector<std::string> endings;  // Of "*.py": match what ends with them.
  std::vector<std::string> names;    // Of "**/name": "name" and what ends with "/name".
  GlobSet globs;

  bool matches(std::string_view path) const {
    const auto ends_with = [&](const std::string& ending) { return path.ends_with(ending); };
    const auto is_named = [&](const std::string& name) {
      return path.ends_with(name) &&
             (path.size() == name.size() || path[path.size() - name.size() - 1] == '/');
    };
    return texts.contains(path) || std::ranges::any_of(endings, ends_with) ||
           std::ranges::any_of(names, is_named) || globs.last_match(path) >= 0;
  }

  // False: `glob` is none of the simple ones.
  bool take_simple(std::string_view glob) {
    if (is_literal(glob)) {
      texts.emplace(glob);
    } else if (glob.starts_with('*') && is_literal(glob.substr(1))) {
      endings.emplace_back(glob.substr(1));
    } else if (glob.starts_with("**/") && is_literal(glob.substr(3))) {
      names.emplace_back(glob.substr(3));
    } else {
      return false;
    }
    return true;
  }
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
  auto compiled = std::make_shared<Compiled>();
  std::vector<Glob> globs;
  const auto add = [&](std::string_view glob) -> common::Result<void> {
    if (!compiled->take_simple(glob)) globs.push_back(TRY(Glob::compile(glob, kGlobOptions)));
    return {};
  };
  for (const FilePattern& pattern : patterns) {
    if (!pattern.absolute.empty()) TRY(add(pattern.absolute));
    if (pattern.absolute.empty() || !pattern.pattern.contains('/')) TRY(add(pattern.pattern));
  }
  compiled->globs = GlobSet(std::move(globs));
  set.patterns_ = std::move(patterns);
  set.compiled_ = std::move(compiled);
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
  return compiled_ != nullptr && compiled_->matches(path);
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
