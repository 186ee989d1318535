#include "lint/rules/pycodestyle/overlong_line.h"

#include <algorithm>
#include <string_view>

#include "common/text/line_width.h"
#include "common/text/utf8.h"
#include "lint/parser/pragma_comment.h"

namespace lint::rules::pycodestyle {
namespace {

std::size_t width_of(std::string_view text, std::size_t tab_size) {
  common::LineWidth width(tab_size);
  width.add(text);
  return width.columns();
}

bool is_task(std::string_view comment, const std::vector<std::string>& tags) {
  const std::string_view text = common::trim_white_space(comment.substr(1));
  return std::ranges::any_of(tags, [&](const std::string& tag) { return text.starts_with(tag); });
}

// How much of the line's only comment counts; nullopt: all of it.
std::optional<std::size_t> counted_size(const Checker& c, std::string_view comment) {
  const std::size_t pragma = parser::find_trailing_pragma(comment);
  if (pragma != std::string_view::npos) return pragma;
  const bool ignores_tasks = c.settings().pycodestyle.ignore_overlong_task_comments;
  if (ignores_tasks && is_task(comment, c.settings().task_tags)) return 0;
  return std::nullopt;
}

// The line up to the part of its comment that does not count, and the blanks in
// front of that.
TextRange counted_range(const Checker& c, TextRange line) {
  const std::span<const TextRange> comments = c.lines().comments_in(line);
  if (comments.size() != 1) return line;
  const std::optional<std::size_t> size = counted_size(c, c.text(comments[0]));
  if (!size) return line;
  line.end = comments[0].start + static_cast<std::uint32_t>(*size);
  const std::string_view rest = c.text(line);
  const std::string_view trimmed = common::trim_white_space(rest);
  line.end = line.start + static_cast<std::uint32_t>(trimmed.end() - rest.begin());
  return line;
}

// The first words of a line and the last.
struct Words {
  std::string_view first;
  std::string_view second;
  std::string_view last;
};

Words words_of(std::string_view line) {
  Words words;
  std::size_t start = 0;
  const auto add_word = [&](std::size_t end) {
    if (start == end) return;
    words.last = line.substr(start, end - start);
    if (words.first.empty()) {
      words.first = words.last;
    } else if (words.second.empty()) {
      words.second = words.last;
    }
  };
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t here = at;
    if (!common::is_white_space(common::next_code_point(line, at))) continue;
    add_word(here);
    start = at;
  }
  add_word(line.size());
  return words;
}

bool is_license_line(const Words& words) {
  return words.first == "#" &&
         (words.second == "SPDX-License-Identifier:" || words.second == "SPDX-FileCopyrightText:");
}

std::uint32_t offset_of_column(std::string_view line, std::size_t limit, std::size_t tab_size) {
  common::LineWidth width(tab_size);
  std::size_t at = 0;
  while (at < line.size() && width.columns() < limit) {
    width.add(common::next_code_point(line, at));
  }
  return static_cast<std::uint32_t>(at);
}

}  // namespace

std::optional<OverlongLine> find_overlong(const Checker& c, TextRange line, std::size_t limit) {
  const std::size_t tab_size = c.settings().indent_width;
  if (width_of(c.text(line), tab_size) <= limit) return std::nullopt;
  line = counted_range(c, line);
  const std::string_view text = c.text(line);
  const std::size_t width = width_of(text, tab_size);
  if (width <= limit) return std::nullopt;

  const Words words = words_of(text);
  if (words.second.empty() || is_license_line(words)) return std::nullopt;
  const bool ends_with_url = words.last.find("://") != std::string_view::npos;
  if (ends_with_url && width - width_of(words.last, tab_size) <= limit) return std::nullopt;
  return OverlongLine{{line.start + offset_of_column(text, limit, tab_size), line.end}, width};
}

}  // namespace lint::rules::pycodestyle
