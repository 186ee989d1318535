// Where lines begin and end.  A line includes its terminator; the last one of a
// haystack may lack it.
#pragma once

#include <cstddef>
#include <string_view>

#include "search/engine/search_config.h"

namespace search {

struct LineRange {
  std::size_t start = 0;
  std::size_t end = 0;
  bool empty() const { return start == end; }
  std::string_view in(std::string_view bytes) const { return bytes.substr(start, end - start); }
  bool operator==(const LineRange&) const = default;
};

// The lines that bytes[start, end) touches.  A range that ends with a
// terminator does not touch the next line.
LineRange lines_around(std::string_view bytes, char terminator, std::size_t start, std::size_t end);

// The start of the line that is `count` lines before the last line of `bytes`
// (0: the last line itself), or 0 if there are fewer.
std::size_t start_of_last_lines(std::string_view bytes, char terminator, std::size_t count);

// The line as a pattern sees it.  Under --crlf only a full CRLF is taken off,
// as in ripgrep: a bare LF stays and the pattern's `$` deals with it.
std::string_view without_terminator(std::string_view line, const SearchConfig& config);

// Walks over the lines of bytes[start, end).
class LineCursor {
 public:
  LineCursor(std::string_view bytes, char terminator, std::size_t start, std::size_t end)
      : bytes_(bytes.substr(0, end)), position_(start), terminator_(terminator) {}
  // False at the end.
  bool next(LineRange& line);

 private:
  std::string_view bytes_;
  std::size_t position_;
  char terminator_;
};

}  // namespace search
