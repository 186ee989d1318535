#include <algorithm>
#include <string>

#include "lint/config/plugin_settings.h"

namespace lint::config {
namespace {

constexpr std::size_t kNone = std::u32string_view::npos;

// Of valid UTF-8.
std::u32string code_points(std::string_view text) {
  std::u32string points;
  for (std::size_t i = 0; i < text.size();) {
    const auto lead = static_cast<unsigned char>(text[i]);
    const std::size_t size = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    char32_t point = size == 1 ? lead : lead & (0x7FU >> size);
    for (std::size_t k = 1; k < size && i + k < text.size(); ++k) {
      point = (point << 6) | (static_cast<unsigned char>(text[i + k]) & 0x3FU);
    }
    points += point;
    i += size;
  }
  return points;
}

// The ']' that ends the class that starts at `start`; kNone: there is no class.
std::size_t class_end(std::u32string_view pattern, std::size_t start) {
  const std::size_t first = start + (pattern.substr(start + 1).starts_with(U'!') ? 2 : 1);
  return pattern.find(U']', first + 1);
}

// `members` are single characters and ranges: "a-z_".
bool is_in_class(std::u32string_view members, char32_t c) {
  for (std::size_t i = 0; i < members.size();) {
    if (i + 2 < members.size() && members[i + 1] == U'-') {
      if (members[i] <= c && c <= members[i + 2]) return true;
      i += 3;
    } else {
      if (members[i] == c) return true;
      ++i;
    }
  }
  return false;
}

bool matches_here(std::u32string_view pattern, std::u32string_view name);

// Behind a "**": what follows may start here or behind any '/'.
bool matches_below(std::u32string_view rest, std::u32string_view name) {
  if (rest.empty()) return true;
  rest.remove_prefix(1);
  for (;;) {
    if (matches_here(rest, name)) return true;
    const std::size_t slash = name.find(U'/');
    if (slash == kNone) return false;
    name.remove_prefix(slash + 1);
  }
}

bool matches_star(std::u32string_view rest, std::u32string_view name) {
  for (std::size_t skipped = 0; skipped <= name.size(); ++skipped) {
    if (matches_here(rest, name.substr(skipped))) return true;
  }
  return false;
}

bool matches_here(std::u32string_view pattern, std::u32string_view name) {
  while (!pattern.empty()) {
    if (pattern.starts_with(U"**")) return matches_below(pattern.substr(2), name);
    if (pattern.front() == U'*') return matches_star(pattern.substr(1), name);
    if (name.empty()) return false;
    std::size_t length = 1;
    if (pattern.front() == U'[') {
      const std::size_t end = class_end(pattern, 0);
      const bool is_negated = pattern[1] == U'!';
      const std::size_t first = is_negated ? 2 : 1;
      if (is_in_class(pattern.substr(first, end - first), name.front()) == is_negated) return false;
      length = end + 1;
    } else if (pattern.front() != U'?' && pattern.front() != name.front()) {
      return false;
    }
    pattern.remove_prefix(length);
    name.remove_prefix(1);
  }
  return name.empty();
}

std::unexpected<common::Error> syntax_error(std::size_t position, std::string_view message) {
  return common::fail("Pattern syntax error near position " + std::to_string(position) + ": " +
                      std::string(message));
}

// Checks the stars at `start`; a double one must be a whole component.
common::Result<void> check_stars(std::u32string_view pattern, std::size_t start,
                                 std::size_t count) {
  if (count > 2) {
    return syntax_error(start + 2, "wildcards are either regular `*` or recursive `**`");
  }
  if (count == 1) return {};
  const std::size_t end = start + 2;
  const bool starts = start == 0 || pattern[start - 1] == U'/';
  const bool ends = end == pattern.size() || pattern[end] == U'/';
  if (starts && ends) return {};
  return syntax_error(starts ? end - 2 : start - 1,
                      "recursive wildcards must form a single path component");
}

}  // namespace

common::Result<NamePattern> NamePattern::create(std::string_view pattern) {
  NamePattern result(pattern);
  if (result.is_literal()) return result;
  const std::u32string points = code_points(pattern);
  for (std::size_t i = 0; i < points.size();) {
    if (points[i] == U'*') {
      const std::size_t end = std::min(points.find_first_not_of(U'*', i), points.size());
      TRY(check_stars(points, i, end - i));
      i = end;
    } else if (points[i] == U'[') {
      const std::size_t end = class_end(points, i);
      if (end == kNone) return syntax_error(i, "invalid range pattern");
      i = end + 1;
    } else {
      ++i;
    }
  }
  return result;
}

bool NamePattern::matches(std::string_view name) const {
  if (is_literal()) return text_ == name;
  return matches_here(code_points(text_), code_points(name));
}

bool matches_any(const std::vector<NamePattern>& patterns, std::string_view name) {
  return std::ranges::any_of(patterns, [&](const NamePattern& p) { return p.matches(name); });
}

bool ImportSelection::selects(std::string_view module) const {
  const auto holds = [&](const std::string& prefix) {
    return module.starts_with(prefix) &&
           (module.size() == prefix.size() || module[prefix.size()] == '.');
  };
  return (all || std::ranges::any_of(include, holds)) && std::ranges::none_of(exclude, holds);
}

}  // namespace lint::config
