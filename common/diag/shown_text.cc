#include "common/diag/shown_text.h"

#include <algorithm>
#include <iterator>

#include "common/text/utf8.h"
#include "common/text/width.h"

namespace common::diag {

const char* sign_of(char32_t character) {
  static constexpr const char* kControls[] = {
      "␀", "␁", "␂", "␃", "␄", "␅", "␆", "␇", "␈", "    ", nullptr, "␋", "␌", "␍", "␎", "␏",
      "␐", "␑", "␒", "␓", "␔", "␕", "␖", "␗", "␘", "␙",    "␚",     "␛", "␜", "␝", "␞", "␟"};
  if (character < std::size(kControls)) return kControls[character];
  if (character == 0x7F) return "␡";
  if (character == 0x200D) return "";  // Joins pictures on some terminals only.
  if ((character >= 0x202A && character <= 0x202E) || (character >= 0x2066 && character <= 0x2069))
    return "\uFFFD";
  return nullptr;
}

namespace {

bool is_plain(char c) {
  return c >= 0x20 && c < 0x7F;
}

}  // namespace

std::string replaced_text(std::string_view text) {
  if (std::ranges::all_of(text, is_plain)) return std::string(text);
  std::string result;
  result.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t start = at;
    const char* sign = sign_of(next_code_point(text, at));
    if (sign != nullptr) {
      result += sign;
    } else {
      result += text.substr(start, at - start);
    }
  }
  return result;
}

std::size_t shown_width(char32_t character) {
  if (character >= 0x20 && character < 0x7F) return 1;
  if (character == U'\t') return 4;
  // C0 and C1 controls and what steers the direction of text.
  if (character < 0xA0 || (character >= 0x202A && character <= 0x202E) ||
      (character >= 0x2066 && character <= 0x2069)) {
    return 1;
  }
  return display_width(character);
}

std::size_t shown_width(std::string_view text) {
  if (std::ranges::all_of(text, is_plain)) return text.size();
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.size();) width += shown_width(next_code_point(text, at));
  return width;
}

}  // namespace common::diag
