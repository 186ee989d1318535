// Lines around an offset of a text, without an index.
//
// A line ends with \n, \r\n or a lone \r; a byte order mark is not part of the
// first line.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace common {

inline constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

// Where the line that holds `offset` starts.
constexpr std::uint32_t line_start(std::string_view text, std::uint32_t offset) {
  const std::size_t end =
      offset == 0 ? std::string_view::npos : text.substr(0, offset).find_last_of("\n\r");
  if (end != std::string_view::npos) return static_cast<std::uint32_t>(end + 1);
  const std::size_t mark = text.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
  return static_cast<std::uint32_t>(mark);
}

// Where the line that holds `offset` ends, without its line end.
constexpr std::uint32_t line_end(std::string_view text, std::uint32_t offset) {
  std::size_t at = offset;
  while (at < text.size() && text[at] != '\n' && text[at] != '\r') ++at;
  return static_cast<std::uint32_t>(at);
}

// Behind the line end at `offset`; `offset` if there is none.
constexpr std::uint32_t skip_line_end(std::string_view text, std::uint32_t offset) {
  if (text.substr(offset, 2) == "\r\n") return offset + 2;
  const bool has_end = offset < text.size() && (text[offset] == '\n' || text[offset] == '\r');
  return offset + has_end;
}

// Where the next line starts, or the end of the text.
constexpr std::uint32_t full_line_end(std::string_view text, std::uint32_t offset) {
  return skip_line_end(text, line_end(text, offset));
}

// Where the line end before the line that starts at `start` starts; `start` if
// it is the first line.
constexpr std::uint32_t line_end_before(std::string_view text, std::uint32_t start) {
  if (start >= 2 && text.substr(start - 2, 2) == "\r\n") return start - 2;
  const bool has_end = start > 0 && (text[start - 1] == '\n' || text[start - 1] == '\r');
  return start - has_end;
}

// What Python ignores between tokens.
constexpr bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\f';
}

constexpr std::string_view trim_blanks_start(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size() && is_blank(text[at])) ++at;
  return text.substr(at);
}

constexpr std::string_view trim_blanks(std::string_view text) {
  text = trim_blanks_start(text);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

// Takes the first line off `text` and returns it without its line end.
constexpr std::string_view take_line(std::string_view& text) {
  const std::uint32_t end = line_end(text, 0);
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(skip_line_end(text, end));
  return line;
}

}  // namespace common
