// Clusters are utf8proc's.  A run of ASCII needs no tables: every byte is a
// cluster of its own but for CR LF, as long as another ASCII byte follows (a
// combining mark might otherwise join the last one).
#include "search/printer/grapheme_prefix.h"

#include <utf8proc.h>

namespace search {
namespace {

struct Decoded {
  utf8proc_int32_t code_point = -1;  // -1: invalid.
  std::size_t size = 1;
};

bool is_ascii(char byte) {
  return static_cast<unsigned char>(byte) < 0x80;
}

// The size of the longest prefix of a valid sequence that begins invalid
// `text`; replacement characters are counted like this by convention.
std::size_t invalid_size(std::string_view text) {
  const auto at = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const auto within = [&](std::size_t i, unsigned low, unsigned high) {
    return i < text.size() && at(i) >= low && at(i) <= high;
  };
  const unsigned lead = at(0);
  if (lead < 0xE0 || lead > 0xF4) return 1;
  const unsigned low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
  const unsigned high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
  if (!within(1, low, high)) return 1;
  return lead >= 0xF0 && within(2, 0x80, 0xBF) ? 3 : 2;
}

Decoded decode(std::string_view text) {
  Decoded decoded;
  const auto size =
      utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                       static_cast<utf8proc_ssize_t>(text.size()), &decoded.code_point);
  if (size > 0) {
    decoded.size = static_cast<std::size_t>(size);
  } else {
    decoded = {-1, invalid_size(text)};
  }
  return decoded;
}

std::size_t cluster_size(std::string_view text) {
  if (is_ascii(text[0])) {
    if (text.size() == 1) return 1;
    if (is_ascii(text[1])) return text.starts_with("\r\n") ? 2 : 1;
  }
  Decoded last = decode(text);
  std::size_t size = last.size;
  if (last.code_point < 0) return size;
  utf8proc_int32_t state = 0;
  while (size < text.size()) {
    const Decoded next = decode(text.substr(size));
    if (next.code_point < 0) break;
    if (utf8proc_grapheme_break_stateful(last.code_point, next.code_point, &state)) break;
    size += next.size;
    last = next;
  }
  return size;
}

}  // namespace

std::size_t grapheme_prefix(std::string_view text, std::uint64_t count) {
  std::size_t size = 0;
  for (; count > 0 && size < text.size(); --count) size += cluster_size(text.substr(size));
  return size;
}

}  // namespace search
