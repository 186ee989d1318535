#include "tests/lint/parser/compact_dump.h"

#include <algorithm>
#include <array>
#include <vector>

namespace {

constexpr std::array<std::string_view, 7> kUsual = {
    "ctx: \"Load\"",   "is_big: false",        "integer: 0",    "real: 0.000000",
    "is_async: false", "conversion: \"None\"", "is_lazy: false"};

bool is_node(std::string_view text) {
  return !text.empty() && text.front() >= 'A' && text.front() <= 'Z';
}

// "label: text" of a field; a node without a label is the root.
std::string_view behind_label(std::string_view line) {
  const std::size_t colon = line.find(": ");
  return is_node(line) || colon == line.npos ? line : line.substr(colon + 2);
}

struct Line {
  std::size_t indent;
  std::string text;
};

}  // namespace

std::string compact_dump(std::string_view dump) {
  std::vector<Line> lines;
  std::vector<std::size_t> open;  // The nodes that the current line is inside of.
  for (std::size_t at = 0; at < dump.size();) {
    const std::size_t end = std::min(dump.find('\n', at), dump.size());
    std::string_view line = dump.substr(at, end - at);
    at = end + 1;
    const std::size_t indent = std::min(line.find_first_not_of(' '), line.size());
    line.remove_prefix(indent);
    // A string value may go on in the next line; keep what is written.
    while (!open.empty() && lines[open.back()].indent >= indent) open.pop_back();
    if (is_node(behind_label(line))) {
      open.push_back(lines.size());
      lines.push_back({indent, std::string(line)});
    } else if (!open.empty() && std::ranges::find(kUsual, line) == kUsual.end()) {
      lines[open.back()].text += "  ";
      lines[open.back()].text += line;
    }
  }
  std::string result;
  for (const Line& line : lines) result += std::string(line.indent, ' ') + line.text + '\n';
  return result;
}
