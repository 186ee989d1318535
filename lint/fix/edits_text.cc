#include "common/text/line_width.h"
#include "common/text/lines.h"
#include "lint/fix/edits.h"

namespace lint {
namespace {

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

std::size_t columns_of(std::string_view text, std::size_t tab_size) {
  common::LineWidth width(tab_size);
  width.add(text);
  return width.columns();
}

}  // namespace

std::string padded_start(std::string content, std::uint32_t start, std::string_view text) {
  if (start > 0 && is_letter(text[start - 1])) content.insert(0, 1, ' ');
  return content;
}

std::string padded_end(std::string content, std::uint32_t end, std::string_view text) {
  if (end < text.size() && is_letter(text[end])) content += ' ';
  return content;
}

std::string padded(std::string content, TextRange range, std::string_view text) {
  return padded_start(padded_end(std::move(content), range.end, text), range.start, text);
}

bool fits(const FixSource& source, std::string_view content, std::uint32_t start,
          std::size_t line_length, std::size_t tab_size) {
  const std::string before(source.text({source.lines.line_start(start), start}));
  bool is_first = true;
  while (!content.empty()) {
    const std::string_view line = common::take_line(content);
    const std::size_t columns =
        is_first ? columns_of(before + std::string(line), tab_size) : columns_of(line, tab_size);
    if (columns > line_length) return false;
    is_first = false;
  }
  return true;
}

bool fits_or_shrinks(const FixSource& source, std::string_view content, TextRange range,
                     std::size_t line_length, std::size_t tab_size) {
  std::string_view lines = source.text(source.lines.lines_range(range));
  std::size_t longest = line_length;
  while (!lines.empty()) {
    longest = std::max(longest, columns_of(common::take_line(lines), tab_size));
  }
  return fits(source, content, range.start, longest, tab_size);
}

}  // namespace lint
