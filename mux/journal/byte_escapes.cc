#include "mux/journal/byte_escapes.h"

#include <cstddef>
#include <cstdint>

#include "common/scan/scan.h"
#include "common/text/utf8.h"

namespace mux::journal {

namespace {

constexpr char32_t kFirstEscape = 0x10FF00;

void escape_byte(char byte, std::string& out) {
  common::append_utf8(kFirstEscape + static_cast<unsigned char>(byte), out);
}

// Whether what begins there stands for a byte already: U+10FF00 to U+10FFFF.
bool is_escape(std::string_view valid) {
  return valid.size() >= 4 && valid[0] == '\xF4' && valid[1] == '\x8F' &&
         static_cast<unsigned char>(valid[2]) >= 0xBC;
}

void escape_valid(std::string_view valid, std::string& out) {
  for (std::size_t at = 0; at < valid.size(); ++at) {
    if (!is_escape(valid.substr(at))) {
      out += valid[at];
      continue;
    }
    for (const std::size_t end = at + 4; at < end; ++at) escape_byte(valid[at], out);
    --at;
  }
}

}  // namespace

std::string escaped_bytes(std::string_view bytes) {
  std::string text;
  text.reserve(bytes.size());
  while (!bytes.empty()) {
    const std::size_t valid = common::scan::valid_utf8_prefix(bytes);
    escape_valid(bytes.substr(0, valid), text);
    bytes.remove_prefix(valid);
    if (bytes.empty()) break;
    escape_byte(bytes.front(), text);
    bytes.remove_prefix(1);
  }
  return text;
}

std::string unescaped_bytes(std::string_view text) {
  std::string bytes;
  bytes.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    if (!is_escape(text.substr(at))) {
      bytes += text[at++];
    } else {
      bytes += static_cast<char>(common::next_code_point(text, at) - kFirstEscape);
    }
  }
  return bytes;
}

}  // namespace mux::journal
