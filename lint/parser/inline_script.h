// Metadata of scripts in comments (PEP 723): from "# /// script" to "# ///".
#pragma once

#include <cstdint>
#include <string_view>

#include "common/text/lines.h"
#include "common/text/range.h"

namespace lint::parser {

inline constexpr std::string_view kInlineScriptStart = "# /// script";

// The end of the last closing line behind `start`, with its line end; 0: the block
// is not closed and is none.  `start` is where a line "# /// script" starts.
constexpr std::uint32_t inline_script_end(std::string_view text, std::uint32_t start) {
  std::uint32_t end = 0;
  std::uint32_t at = common::full_line_end(text, start);
  while (at < text.size() && text[at] == '#') {
    const std::string_view line =
        common::TextRange{at, common::line_end(text, at)}.of(text).substr(1);
    if (!line.empty() && line[0] != ' ') break;
    at = common::full_line_end(text, at);
    if (line == " ///") end = at;
  }
  return end;
}

// Does the text have such a block?
constexpr bool has_inline_script(std::string_view text) {
  std::size_t at = text.find(kInlineScriptStart);
  for (; at != std::string_view::npos; at = text.find(kInlineScriptStart, at + 1)) {
    const auto start = static_cast<std::uint32_t>(at);
    const bool is_line_start = at == 0 || text[at - 1] == '\n' || text[at - 1] == '\r';
    const bool is_whole_line = common::line_end(text, start) == start + kInlineScriptStart.size();
    if (is_line_start && is_whole_line && inline_script_end(text, start) != 0) return true;
  }
  return false;
}

}  // namespace lint::parser
