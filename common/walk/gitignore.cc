#include "common/walk/gitignore.h"

#include <algorithm>
#include <utility>

#include "common/walk/rule_file.h"
#include "common/walk/utf8_lines.h"

namespace common::walk {
namespace {

// What is left of a line once its signs are taken off.
struct Rule {
  std::string glob;
  bool is_whitelist = false;
  bool is_directories_only = false;
};

bool has_recursive_prefix(std::string_view glob) {
  return glob.starts_with("**/") || glob == "**";
}

Rule split_rule(std::string_view line) {
  Rule rule;
  bool is_anchored = false;
  if (line.starts_with("\\!") || line.starts_with("\\#")) {
    line.remove_prefix(1);
  } else {
    if (line.starts_with('!')) {
      rule.is_whitelist = true;
      line.remove_prefix(1);
    }
    if (line.starts_with('/')) {
      is_anchored = true;
      line.remove_prefix(1);
    }
  }
  if (line.ends_with('/')) {
    rule.is_directories_only = true;
    line.remove_suffix(1);
    if (line.ends_with('\\')) line.remove_suffix(1);
  }
  if (!is_anchored && !line.contains('/') && !has_recursive_prefix(line)) rule.glob = "**/";
  rule.glob += line;
  // What is inside the directory matches, the directory itself does not.
  if (rule.glob.ends_with("/**")) rule.glob += "/*";
  return rule;
}

}  // namespace

Result<void> GitignoreBuilder::add_line(std::string_view line, const Options& options,
                                        std::uint32_t number) {
  if (line.starts_with('#')) return {};
  if (!line.ends_with("\\ ")) line = trim_end(line);
  if (line.empty()) return {};
  Rule rule = split_rule(line);
  GlobOptions glob_options;
  glob_options.ignore_case = options.ignore_case;
  glob_options.allow_unclosed_class = options.allow_unclosed_class;
  globs_.push_back(TRY(Glob::compile(rule.glob, glob_options, line)));
  whitelist_.push_back(rule.is_whitelist);
  directories_only_.push_back(rule.is_directories_only);
  lines_.push_back(number);
  return {};
}

Gitignore::Gitignore(GitignoreBuilder builder)
    : set_(std::move(builder.globs_), builder.directories_only_),
      whitelist_(std::move(builder.whitelist_)),
      count_of_whitelist_(
          static_cast<std::size_t>(std::count(whitelist_.begin(), whitelist_.end(), true))),
      lines_(std::move(builder.lines_)) {}

std::string Gitignore::matching_line(std::string_view path, const NameKey& key,
                                     bool is_directory) const {
  int rule = set_.last_match(path, key, is_directory);
  return file_name_ + ", line " + std::to_string(lines_[static_cast<std::size_t>(rule)]);
}

Gitignore Gitignore::parse(std::string_view text, std::string_view file_name, bool ignore_case,
                           std::vector<std::string>& messages) {
  GitignoreBuilder builder;
  std::uint32_t number = 0;
  auto report = [&](std::string_view problem) {
    std::string message(file_name);
    message.append(": line ").append(std::to_string(number)).append(": ").append(problem);
    messages.push_back(std::move(message));
  };
  while (!text.empty()) {
    std::string_view line = take_line(text);
    ++number;
    if (!is_utf8(line)) {
      report(kNotUtf8);
      break;
    }
    while (number == 1 && line.starts_with("\xEF\xBB\xBF")) line.remove_prefix(3);
    Result<void> added = builder.add_line(line, {.ignore_case = ignore_case}, number);
    if (!added) report(added.error().message);
  }
  Gitignore rules(std::move(builder));
  rules.file_name_ = file_name;
  return rules;
}

GitignoreFile read_gitignore(const std::string& path, bool ignore_case, bool report_unreadable) {
  GitignoreFile file;
  Result<std::string> text = read_rule_file(path, report_unreadable);
  if (!text) {
    if (report_unreadable) file.messages.push_back(std::move(text).error().message);
    return file;
  }
  file.rules = Gitignore::parse(*text, path, ignore_case, file.messages);
  // Alone, bytes that are not UTF-8 count as a failure to read.
  bool is_only_unreadable = file.messages.size() == 1 && file.messages[0].ends_with(kNotUtf8);
  if (is_only_unreadable && !report_unreadable) file.messages.clear();
  return file;
}

std::string_view relative_to_root(std::string_view path, std::string_view root) {
  while (path.starts_with("./")) path.remove_prefix(2);
  if (root.empty() || !path.starts_with(root) || !path.contains('/')) return path;
  path.remove_prefix(root.size());
  if (path.starts_with('/')) path.remove_prefix(1);
  return path;
}

}  // namespace common::walk
