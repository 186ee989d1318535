// Character sets G0 to G3: what the printable ASCII bytes stand for.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace mux::term {

enum class Charset : std::uint8_t { Ascii, British, Graphics };

// The set that the end of a designating sequence names: "0" is DEC's line
// drawing.  Unknown ones are ASCII.
Charset charset_of(std::string_view designator);

char32_t translated(Charset charset, char byte);

struct Charsets {
  std::array<Charset, 4> sets{};
  std::uint8_t shifted = 0;       // Which of the sets bytes are taken from: SO, SI, LS2, LS3.
  std::uint8_t single_shift = 0;  // SS2, SS3: for the next character only; 0: none.

  bool is_plain() const { return sets[shifted] == Charset::Ascii && single_shift == 0; }
  bool operator==(const Charsets&) const = default;
};

}  // namespace mux::term
