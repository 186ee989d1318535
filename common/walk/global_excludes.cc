#include "common/walk/global_excludes.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

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

std::optional<std::string> global_excludes_path() {
  std::optional<std::string> home = environment("HOME");
  std::optional<std::string> xdg = environment("XDG_CONFIG_HOME");
  if (!xdg && home) xdg = *home + "/.config";
  std::optional<std::string> path;
  if (home) path = excludes_setting_in(*home + "/.gitconfig");
  if (!path && xdg) path = excludes_setting_in(*xdg + "/git/config");
  if (!path && xdg) path = *xdg + "/git/ignore";
  return path;
}

}  // namespace common::walk
