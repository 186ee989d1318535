#include "mux/term/title.h"

#include "common/text/utf8.h"
#include "mux/term/utf8_decoder.h"

namespace mux::term {

namespace {
constexpr std::size_t kLongest = 4096;  // Bytes.
}

std::string shown_text(std::string_view text) {
  std::string out;
  while (!text.empty() && out.size() < kLongest - 4) {
    const auto byte = static_cast<unsigned char>(text.front());
    if (byte < 0x80) {
      if (byte >= 0x20 && byte != 0x7F) out += text.front();
      text.remove_prefix(1);
      continue;
    }
    const Decoded character = decode_utf8(text);
    if (character.code_point >= 0xA0) common::append_utf8(character.code_point, out);
    text.remove_prefix(character.size == 0 ? text.size() : character.size);
  }
  return out;
}

void set_window_title(Emulator& emulator, std::string_view text) {
  emulator.titles.window = shown_text(text);
  emulator.events.set_title(emulator.titles.window);
}

void set_icon_title(Emulator& emulator, std::string_view text) {
  emulator.titles.icon = shown_text(text);
}

}  // namespace mux::term
