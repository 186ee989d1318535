// Character sets G0 to G3: what the printable ASCII bytes stand for.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace mux::term {

// The national ones replace some of ASCII's characters (ISO 646).
enum class Charset : std::uint8_t {
  Ascii,
  Graphics,  // DEC's line drawing.
  British,
  Dutch,
  Finnish,
  French,
  FrenchCanadian,
  German,
  Italian,
  NorwegianDanish,
  Portuguese,
  Spanish,
  Swedish,
  Swiss,
};

// The set that the end of a designating sequence names.  Unknown ones are ASCII.
Charset charset_of(std::string_view designator);
// What DECCIR reports for it.
std::string_view designator_of(Charset charset);

char32_t translated(Charset charset, char byte);

struct Charsets {
  std::array<Charset, 4> sets{};
  std::uint8_t shifted = 0;       // Which of the sets bytes are taken from: SO, SI, LS2, LS3.
  std::uint8_t single_shift = 0;  // SS2, SS3: for the next character only; 0: none.

  bool is_plain() const { return sets[shifted] == Charset::Ascii && single_shift == 0; }
  bool operator==(const Charsets&) const = default;
};

}  // namespace mux::term
