#include "common/walk/global_excludes.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "common/vcs/repository.h"
#include "common/walk/canonical_path.h"
#include "common/walk/git_layout.h"
#include "common/walk/glob_tokens.h"
#include "common/walk/rule_file.h"
#include "common/walk/utf8_lines.h"

namespace common::walk {
namespace {

constexpr std::string_view kKey = "excludesfile";
constexpr std::string_view kBlanks = " \t\n\v\f\r";

void skip_blanks(std::string_view& text) {
  text.remove_prefix(std::min(text.find_first_not_of(kBlanks), text.size()));
}

bool skip_key(std::string_view& text) {
  if (text.size() < kKey.size()) return false;
  for (std::size_t i = 0; i < kKey.size(); ++i) {
    if (ascii_lower(static_cast<std::uint8_t>(text[i])) != static_cast<std::uint8_t>(kKey[i])) {
      return false;
    }
  }
  text.remove_prefix(kKey.size());
  return true;
}

// `text` starts behind the equals sign.  The value is one word, in quotes or
// not, and the last on its line.
std::optional<std::string_view> read_value(std::string_view text) {
  skip_blanks(text);
  if (text.size() > 1 && text.starts_with('"')) {
    text.remove_prefix(1);
    skip_blanks(text);
  }
  std::size_t end = std::min(text.find_first_of(kBlanks), text.size());
  std::string_view word = text.substr(0, end);
  std::string_view rest = text.substr(end, text.find('\n', end) - end);
  bool is_quote_open = word.size() > 1 && word.ends_with('"');
  if (is_quote_open) word.remove_suffix(1);
  skip_blanks(rest);
  if (!is_quote_open && rest.starts_with('"')) rest.remove_prefix(1);
  skip_blanks(rest);
  if (word.empty() || !rest.empty()) return std::nullopt;
  return word;
}

std::optional<std::string> environment(const char* name) {
  const char* value = std::getenv(name);
  if (value == nullptr || *value == '\0') return std::nullopt;
  return value;
}

std::optional<std::string> excludes_setting_in(const std::string& path) {
  Result<std::string> text = read_rule_file(path, false);
  if (!text) return std::nullopt;
  std::optional<std::string> value = find_excludes_setting(*text);
  std::optional<std::string> home = environment("HOME");
  if (!value || !home) return value;
  for (std::size_t at = 0; (at = value->find('~', at)) != std::string::npos; at += home->size()) {
    value->replace(at, 1, *home);
  }
  return value;
}

std::optional<std::string> xdg_directory() {
  std::optional<std::string> directory = environment("XDG_CONFIG_HOME");
  if (directory) return directory;
  if (std::optional<std::string> home = environment("HOME")) return *home + "/.config";
  return std::nullopt;
}

std::optional<std::string> default_path() {
  std::optional<std::string> directory = xdg_directory();
  return directory ? std::optional<std::string>(*directory + "/git/ignore") : std::nullopt;
}

std::optional<std::string> setting_as_ripgrep() {
  std::vector<std::string> files;
  if (std::optional<std::string> path = environment("GIT_CONFIG_GLOBAL")) files.push_back(*path);
  if (std::optional<std::string> home = environment("HOME")) files.push_back(*home + "/.gitconfig");
  if (std::optional<std::string> xdg = xdg_directory()) files.push_back(*xdg + "/git/config");
  files.push_back(environment("GIT_CONFIG_SYSTEM").value_or("/etc/gitconfig"));
  for (const std::string& file : files) {
    if (std::optional<std::string> path = excludes_setting_in(file)) return path;
  }
  return std::nullopt;
}

// The directory, ending in '/', with the nearest .git at or above the first
// root there is.
std::optional<std::string> repository_around_first(const std::vector<std::string>& roots) {
  for (const std::string& root : roots) {
    std::string directory = root == "-" ? std::string() : canonical_path(root);
    if (directory.empty()) continue;
    directory += '/';
    for (;;) {
      if (git_entry(directory) != GitEntry::None) return directory;
      if (directory.size() == 1) return std::nullopt;
      directory.resize(directory.rfind('/', directory.size() - 2) + 1);
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::string> find_excludes_setting(std::string_view config) {
  while (!config.empty()) {
    std::string_view line = config;
    take_line(config);
    skip_blanks(line);
    if (!skip_key(line)) continue;
    skip_blanks(line);
    if (!line.starts_with('=')) continue;
    line.remove_prefix(1);
    std::optional<std::string_view> value = read_value(line);
    if (!value) continue;
    return is_utf8(*value) ? std::optional<std::string>(*value) : std::nullopt;
  }
  return std::nullopt;
}

std::optional<std::string> global_excludes_path(const std::vector<std::string>& roots) {
  if (std::optional<std::string> top = repository_around_first(roots)) {
    if (Result<vcs::Repository> repository = vcs::Repository::open(*top)) {
      std::optional<std::string> path = repository->excludes_file();
      return path ? path : default_path();
    }
  }
  std::optional<std::string> path = setting_as_ripgrep();
  return path ? path : default_path();
}

void GlobalExcludes::load() {
  std::call_once(is_loaded_, [&] {
    // What is wrong with the file is none of the walk's business.
    if (std::optional<std::string> path = global_excludes_path(roots_)) {
      rules_ = read_gitignore(*path, ignore_case_, false).rules;
    }
  });
}

}  // namespace common::walk
