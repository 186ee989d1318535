// Colour specs as the user types them: FIELD:ATTRIBUTE:VALUE.
//
//   match:fg:red   path:bg:0x10,0x20,0x30   line:style:nobold   match:none
//
// A spec is a change of the style of one output field.  Which fields there are
// is the program's business: it passes their names.  Words and numbers are read
// as ripgrep reads them (any letter case, decimal or 0x), and so are the errors.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "common/base/result.h"
#include "common/tty/style.h"

namespace common::tty {

struct ColorSpec {
  enum Attribute : std::uint8_t {
    Clear,  // FIELD:none
    Foreground,
    Background,
    Bold,
    Intense,
    Underline,
    Italic,
  };
  std::size_t field = 0;  // Index into the names given to parse_color_spec().
  Attribute attribute = Clear;
  Color color = {};  // For Foreground and Background.
  bool on = false;   // For the four styles: "bold" or "nobold".

  void apply_to(Style& style) const;
  bool operator==(const ColorSpec&) const = default;
};

Result<ColorSpec> parse_color_spec(std::string_view text, std::span<const std::string_view> fields);

}  // namespace common::tty
