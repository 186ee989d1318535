// Source text as it is shown where a terminal might act on it.
#pragma once

#include <string>
#include <string_view>

namespace lint::report {

// The glyph for a bell, backspace, escape or delete character; empty for others.
constexpr std::string_view picture_of(char c) {
  switch (c) {
    case '\a':
      return "␇";
    case '\b':
      return "␈";
    case '\x1b':
      return "␛";
    case '\x7f':
      return "␡";
    default:
      return {};
  }
}

inline std::string visible_text(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (char c : text) {
    const std::string_view picture = picture_of(c);
    if (picture.empty()) {
      result += c;
    } else {
      result += picture;
    }
  }
  return result;
}

}  // namespace lint::report
