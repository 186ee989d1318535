#include "mux/input/paste_reader.h"

#include <algorithm>

namespace mux::input {

std::size_t PasteReader::read(std::string_view bytes, std::string& text) {
  std::size_t at = 0;
  while (at < bytes.size() && !has_ended()) {
    if (end_matched_ == 0) {
      const std::size_t escape = std::min(bytes.find('\x1b', at), bytes.size());
      text.append(bytes, at, escape - at);
      at = escape;
      if (at == bytes.size()) break;
    }
    if (bytes[at] == kEnd[end_matched_]) {
      ++at;
      ++end_matched_;
    } else {
      // Only the first byte of the end is ESC, so no later match can begin inside.
      text.append(kEnd, 0, end_matched_);
      end_matched_ = 0;
    }
  }
  return at;
}

}  // namespace mux::input
