// What the outer terminal can do, as far as drawing is concerned.
#pragma once

#include <cstdint>

namespace mux::render {

enum class ColorDepth : std::uint8_t { None, Eight, Sixteen, Palette, True };

struct Capabilities {
  ColorDepth colors = ColorDepth::True;
  bool has_background_erase = true;      // BCE: what is erased takes the background colour.
  bool has_scroll = true;                // SU and SD; else line feeds at the margins.
  bool has_underline_styles = false;     // SGR 4:2 to 4:5, and 58.
  bool has_overline = false;             // SGR 53
  bool has_repeat = false;               // REP
  bool has_synchronized_output = false;  // Mode 2026
  bool has_side_margins = false;         // DECSLRM
  bool has_hyperlinks = false;           // OSC 8
  bool operator==(const Capabilities&) const = default;
};

}  // namespace mux::render
