#include "lint/rules/pyupgrade/format_source.h"

namespace lint::pyupgrade {

std::string with_double_braces(std::string_view source) {
  std::string text;
  for (std::size_t i = 0; i < source.size();) {
    if (source.substr(i).starts_with("\\N{")) {
      const std::size_t end = source.find('}', i);
      if (end != std::string_view::npos && end > i + 3) {
        text += source.substr(i, end + 1 - i);
        i = end + 1;
        continue;
      }
    }
    const char c = source[i++];
    text.append(c == '{' || c == '}' ? 2 : 1, c);
  }
  return text;
}

std::string with_single_braces(std::string_view source) {
  std::string text;
  for (std::size_t i = 0; i < source.size(); ++i) {
    const char c = source[i];
    text += c;
    const bool is_brace = c == '{' || c == '}';
    if (is_brace && i + 1 < source.size() && source[i + 1] == c) ++i;
  }
  return text;
}

StringTail string_tail(std::string_view text, std::uint32_t offset) {
  StringTail tail{offset, offset};
  for (; tail.end < text.size(); ++tail.end) {
    const char c = text[tail.end];
    if (c == '#') {
      const std::size_t line_end = text.find_first_of("\r\n", tail.end);
      if (line_end == std::string_view::npos) break;
      tail.end = static_cast<std::uint32_t>(line_end);
    } else if (c == ')') {
      tail.last_parenthesis_end = tail.end + 1;
    } else if (std::string_view(" \t\f\r\n\\").find(c) == std::string_view::npos) {
      break;
    }
  }
  return tail;
}

}  // namespace lint::pyupgrade
