#include "lint/rules/pydocstyle/documented_parameters.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "common/text/lines.h"
#include "common/text/utf8.h"
#include "lint/parser/identifiers.h"

namespace lint::rules::pydocstyle {
namespace {

using docstrings::leading_space;

// A line end at the end begins one more line.
std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  const bool has_more = text.ends_with('\n') || text.ends_with('\r');
  while (!text.empty()) lines.push_back(common::take_line(text));
  if (has_more) lines.push_back("");
  return lines;
}

// Adds the name without backslashes.
void add(std::string_view name, ParameterNames& names) {
  std::string plain(name);
  std::erase(plain, '\\');
  names.insert(std::move(plain));
}

// ---- Google ----------------------------------------------------------------------

// The lines that are not indented less than the first one.
std::vector<std::string_view> description_lines(std::string_view content) {
  std::vector<std::string_view> lines = lines_of(content);
  if (lines.empty()) return lines;
  const std::string_view indent = leading_space(lines[0]);
  std::erase_if(lines, [&](std::string_view line) {
    return !line.empty() && (!line.starts_with(indent) || docstrings::is_underline(line, '-'));
  });
  return lines;
}

std::size_t blank_size(std::string_view line) {
  return line.size() - common::trim_blanks_start(line).size();
}

// Without the indentation that all lines have and without blank lines around.
std::string dedented(const std::vector<std::string_view>& lines) {
  std::size_t indent = std::string_view::npos;
  for (std::string_view line : lines) {
    const std::size_t size = blank_size(line);
    if (size < line.size()) indent = std::min(indent, size);
  }
  std::string text;
  for (std::string_view line : lines) {
    if (blank_size(line) < line.size()) text += line.substr(indent);
    text += '\n';
  }
  return std::string(common::trim_white_space(text));
}

bool begins_with_space(std::string_view line) {
  return line.empty() || !leading_space(line).empty();
}

std::size_t word_size(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    std::size_t next = at;
    const char32_t c = common::next_code_point(text, next);
    const bool is_part = c >= 0x80 ? parser::is_identifier_continue(c)
                                   : c == '_' || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
                                         (c >= 'a' && c <= 'z');
    if (!is_part) break;
    at = next;
  }
  return at;
}

std::string_view without_leading_space(std::string_view text) {
  return text.substr(leading_space(text).size());
}

// A colon, perhaps behind blanks, with something behind it.
bool has_description(std::string_view text) {
  text = without_leading_space(text);
  return text.starts_with(':') && text.find_first_not_of('\n', 1) != text.npos;
}

// Of up to two stars, which backslashes may protect from reStructuredText.
std::size_t stars_size(std::string_view text) {
  std::size_t size = 0;
  for (int stars = 0; stars < 2; ++stars) {
    const std::size_t star = text.find_first_not_of('\\', size);
    if (star == text.npos || text[star] != '*') break;
    size = star + 1;
  }
  return size;
}

// "name: ...", "*name (type): ..."; empty if the entry is none.
std::string_view name_of_entry(std::string_view entry) {
  const std::size_t stars = stars_size(entry);
  const std::size_t size = word_size(entry.substr(stars));
  if (size == 0) return {};
  const std::string_view name = entry.substr(0, stars + size);
  const std::string_view rest = without_leading_space(entry.substr(name.size()));
  if (has_description(rest)) return name;
  if (!rest.starts_with('(')) return {};
  const std::string_view line = rest.substr(0, rest.find('\n'));
  for (std::size_t at = line.find(')'); at != line.npos; at = line.find(')', at + 1)) {
    if (has_description(rest.substr(at + 1))) return name;
  }
  return {};
}

// ---- NumPy -----------------------------------------------------------------------

// Backslashes at the end of lines join them.
std::string joined_lines(std::string_view content) {
  std::string text;
  for (std::string_view line : lines_of(content)) {
    text += line;
    text += '\n';
  }
  if (!text.empty()) text.pop_back();
  constexpr std::string_view kContinuation = "\\\n";
  for (std::size_t at = text.find(kContinuation); at != text.npos;
       at = text.find(kContinuation, at)) {
    text.erase(at, kContinuation.size());
  }
  return text;
}

void add_listed(std::string_view list, ParameterNames& names) {
  while (true) {
    const std::size_t comma = list.find(',');
    add(common::trim_white_space(list.substr(0, comma)), names);
    if (comma == list.npos) return;
    list.remove_prefix(comma + 1);
  }
}

}  // namespace

void add_google_parameters(std::string_view content, ParameterNames& names) {
  const std::string text = dedented(description_lines(content));
  std::vector<std::string> entries;
  for (std::string_view line : lines_of(text)) {
    if (begins_with_space(line)) {
      if (!entries.empty()) entries.back().append(line) += '\n';
    } else {
      entries.emplace_back(line) += '\n';
    }
  }
  for (const std::string& entry : entries) {
    const std::string_view name = name_of_entry(entry);
    if (!name.empty()) add(name, names);
  }
}

void add_numpy_parameters(std::string_view content, std::string_view indent,
                          ParameterNames& names) {
  const std::string text = joined_lines(content);
  const std::vector<std::string_view> lines = lines_of(text);
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    const std::string_view line = lines[i];
    const std::string_view next = lines[i + 1];
    const bool has_text_below =
        leading_space(next).size() > indent.size() && !docstrings::is_blank(next);
    if (leading_space(line) == indent && has_text_below) {
      add_listed(line.substr(0, line.find(':')), names);
    }
  }
}

}  // namespace lint::rules::pydocstyle
