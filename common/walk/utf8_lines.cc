#include "common/walk/utf8_lines.h"

#include <utf8proc.h>

#include <cstdint>

namespace common::walk {
namespace {

// The property White_Space, beyond ASCII.
constexpr std::string_view kWideBlanks[] = {
    "\xC2\x85",     "\xC2\xA0",     "\xE1\x9A\x80", "\xE2\x80\x80", "\xE2\x80\x81",
    "\xE2\x80\x82", "\xE2\x80\x83", "\xE2\x80\x84", "\xE2\x80\x85", "\xE2\x80\x86",
    "\xE2\x80\x87", "\xE2\x80\x88", "\xE2\x80\x89", "\xE2\x80\x8A", "\xE2\x80\xA8",
    "\xE2\x80\xA9", "\xE2\x80\xAF", "\xE2\x81\x9F", "\xE3\x80\x80",
};

bool is_ascii_blank(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

}  // namespace

std::string_view take_line(std::string_view& text) {
  std::size_t end = text.find('\n');
  std::string_view line = text.substr(0, end);
  text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  if (end != std::string_view::npos && line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

bool is_utf8(std::string_view text) {
  const auto* at = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
  const auto* end = at + text.size();
  while (at < end) {
    if (*at < 0x80) {
      ++at;
      continue;
    }
    utf8proc_int32_t code = 0;
    utf8proc_ssize_t length = utf8proc_iterate(at, end - at, &code);
    if (length <= 0) return false;
    at += length;
  }
  return true;
}

std::string_view trim_end(std::string_view text) {
  while (!text.empty()) {
    std::size_t blank = is_ascii_blank(text.back()) ? 1 : 0;
    for (std::string_view wide : kWideBlanks) {
      if (blank == 0 && text.ends_with(wide)) blank = wide.size();
    }
    if (blank == 0) break;
    text.remove_suffix(blank);
  }
  return text;
}

}  // namespace common::walk
