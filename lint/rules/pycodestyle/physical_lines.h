// Lines of a file, as the rules on layout see them.
#pragma once

#include <cstdint>
#include <string_view>

#include "lint/check/checker.h"

namespace lint::rules::pycodestyle {

// The line without its line end.
inline TextRange without_line_end(std::string_view text, TextRange line) {
  if (line.empty()) return line;
  const char last = text[line.end - 1];
  if (last != '\n' && last != '\r') return line;
  --line.end;
  if (last == '\n' && !line.empty() && text[line.end - 1] == '\r') --line.end;
  return line;
}

// f(TextRange) for each line, without its line end, in order.
template <typename F>
void for_each_line(const Checker& c, F&& f) {
  const common::LineIndex& index = c.lines().index();
  for (std::uint32_t line = 0; line < index.line_count(); ++line) {
    f(without_line_end(c.text(), index.full_line(line)));
  }
}

// f(TextRange) for each line that has a tab, without its line end, in order.
template <typename F>
void for_each_line_with_tab(const Checker& c, F&& f) {
  const std::string_view text = c.text();
  for (std::size_t at = text.find('\t'); at != std::string_view::npos;) {
    const auto offset = static_cast<std::uint32_t>(at);
    f(c.lines().line_range(offset));
    at = text.find('\t', c.lines().line_end(offset));
  }
}

// The blanks that the line starts with.
inline TextRange indentation_of(std::string_view text, TextRange line) {
  std::uint32_t end = line.start;
  while (end < line.end && (text[end] == ' ' || text[end] == '\t' || text[end] == '\f')) ++end;
  return {line.start, end};
}

}  // namespace lint::rules::pycodestyle
