// How lines end: with one byte, or with CR LF under --crlf.
//
// With CR LF a line that ends with LF alone counts as ended too; only what is
// added to a line that lacks its end is the full CR LF.
#pragma once

#include <cstddef>
#include <string_view>

#include "search/engine/search_config.h"

namespace search {

struct LineEnding {
  char last = '\n';
  bool crlf = false;

  static LineEnding of(const SearchConfig& search) {
    return {search.crlf ? '\n' : search.line_terminator, search.crlf};
  }
  std::string_view bytes() const {
    return crlf ? std::string_view("\r\n") : std::string_view(&last, 1);
  }
  bool contains(char byte) const { return byte == last || (crlf && byte == '\r'); }
  bool ends(std::string_view line) const { return !line.empty() && line.back() == last; }
  // `line` without the ending it has, if any.
  std::string_view strip(std::string_view line) const {
    if (!ends(line)) return line;
    line.remove_suffix(1);
    if (crlf && line.ends_with('\r')) line.remove_suffix(1);
    return line;
  }
  // The size of the line that begins `text`, its ending included.
  std::size_t line_size(std::string_view text) const {
    const std::size_t end = text.find(last);
    return end == std::string_view::npos ? text.size() : end + 1;
  }
};

// How many lines `text` is, a last one without its ending included.
std::size_t count_lines(std::string_view text, const LineEnding& ending);

}  // namespace search
