// The text of an encoded line, cut into the characters that its cells held.
#pragma once

#include <cstddef>
#include <string_view>

#include "common/text/utf8.h"
#include "mux/term/characters.h"
#include "mux/term/line_codec.h"

namespace mux::term {

// Calls sink.begin(code_point, start, width) for the start of each character, and
// sink.extend(start, end, width) for what more belongs to it: its bytes are
// [start, end) then, and it takes `width` cells.
template <typename Sink>
void cut_text(std::string_view text, Sink& sink) {
  ClusterBuilder builder;
  std::size_t start = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t here = at;
    const char32_t c = common::next_code_point(text, at);
    if (c == static_cast<char32_t>(kCellBorder)) {
      builder.reset();
      continue;
    }
    const Character character = character_of(c);
    if (character.joining() != Joining::Other && builder.join(c, character)) {
      sink.extend(start, at, builder.width());
    } else if (character.width() > 0) {
      start = here;
      builder.start(character);
      sink.begin(c, here, character.width());
    }
  }
}

}  // namespace mux::term
