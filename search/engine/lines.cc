#include "search/engine/lines.h"

#include "common/scan/scan.h"

namespace search {

namespace scan = common::scan;

LineRange lines_around(std::string_view bytes, char terminator, std::size_t start,
                       std::size_t end) {
  const std::size_t before = scan::rfind_byte(bytes, terminator, start);
  const std::size_t line_start = before == scan::npos ? 0 : before + 1;
  if (end > line_start && bytes[end - 1] == terminator) return {line_start, end};
  const std::size_t behind = scan::find_byte(bytes, terminator, end);
  return {line_start, behind == scan::npos ? bytes.size() : behind + 1};
}

std::size_t start_of_last_lines(std::string_view bytes, char terminator, std::size_t count) {
  std::size_t end = bytes.size();
  if (end > 0 && bytes[end - 1] == terminator) --end;
  while (true) {
    const std::size_t before = scan::rfind_byte(bytes, terminator, end);
    if (before == scan::npos) return 0;
    if (count == 0) return before + 1;
    --count;
    end = before;
  }
}

std::string_view without_terminator(std::string_view line, const SearchConfig& config) {
  if (config.crlf) return line.ends_with("\r\n") ? line.substr(0, line.size() - 2) : line;
  if (line.ends_with(config.line_terminator)) line.remove_suffix(1);
  return line;
}

bool LineCursor::next(LineRange& line) {
  if (position_ >= bytes_.size()) return false;
  const std::size_t found = scan::find_byte(bytes_, terminator_, position_);
  line = {position_, found == scan::npos ? bytes_.size() : found + 1};
  position_ = line.end;
  return true;
}

}  // namespace search
