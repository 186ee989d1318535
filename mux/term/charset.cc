#include "mux/term/charset.h"

namespace mux::term {

namespace {

// From '_' on.
constexpr char32_t kGraphics[] = {
    U'\u00A0', U'\u25C6', U'\u2592', U'\u2409', U'\u240C', U'\u240D', U'\u240A', U'\u00B0',
    U'\u00B1', U'\u2424', U'\u240B', U'\u2518', U'\u2510', U'\u250C', U'\u2514', U'\u253C',
    U'\u23BA', U'\u23BB', U'\u2500', U'\u23BC', U'\u23BD', U'\u251C', U'\u2524', U'\u2534',
    U'\u252C', U'\u2502', U'\u2264', U'\u2265', U'\u03C0', U'\u2260', U'\u00A3', U'\u00B7'};

}  // namespace

Charset charset_of(std::string_view designator) {
  if (designator == "0" || designator == "2") return Charset::Graphics;
  if (designator == "A") return Charset::British;
  return Charset::Ascii;
}

char32_t translated(Charset charset, char byte) {
  const auto code = static_cast<unsigned char>(byte);
  if (charset == Charset::Graphics && code >= '_') return kGraphics[code - '_'];
  if (charset == Charset::British && byte == '#') return U'\u00A3';
  return code;
}

}  // namespace mux::term
