// Style: how a cell looks, and the table that gives styles numbers.
#pragma once

#include <cstdint>
#include <cstring>

namespace mux::term {

// A colour as programs ask for it: the default, one of the palette or RGB.
class Color {
 public:
  enum class Kind : std::uint8_t { Default, Palette, Rgb };
  constexpr Color() = default;
  static constexpr Color palette(std::uint8_t index) { return Color(kPaletteTag | index); }
  static constexpr Color rgb(std::uint8_t r, std::uint8_t g, std::uint8_t b) {
    return Color(kRgbTag | std::uint32_t{r} << 16 | std::uint32_t{g} << 8 | b);
  }
  constexpr Kind kind() const { return static_cast<Kind>(bits_ >> 24); }
  constexpr std::uint8_t index() const { return static_cast<std::uint8_t>(bits_); }
  constexpr std::uint8_t red() const { return static_cast<std::uint8_t>(bits_ >> 16); }
  constexpr std::uint8_t green() const { return static_cast<std::uint8_t>(bits_ >> 8); }
  constexpr std::uint8_t blue() const { return static_cast<std::uint8_t>(bits_); }
  constexpr std::uint32_t bits() const { return bits_; }
  constexpr bool operator==(const Color&) const = default;

 private:
  static constexpr std::uint32_t kPaletteTag = 1u << 24;
  static constexpr std::uint32_t kRgbTag = 2u << 24;
  constexpr explicit Color(std::uint32_t bits) : bits_(bits) {}
  std::uint32_t bits_ = 0;
};

enum class Underline : std::uint8_t { None, Single, Double, Curly, Dotted, Dashed };

struct Style {
  Color foreground;
  Color background;
  Color underline_color;
  Underline underline = Underline::None;
  bool is_bold : 1 = false;
  bool is_dim : 1 = false;
  bool is_italic : 1 = false;
  bool is_blinking : 1 = false;
  bool is_reversed : 1 = false;
  bool is_hidden : 1 = false;
  bool is_struck : 1 = false;
  bool is_overlined : 1 = false;
  std::uint16_t link = 0;  // Of the terminal's LinkTable (OSC 8); 0: none.

  // As bytes: there is no padding, and member by member takes ten comparisons.
  bool operator==(const Style& other) const { return std::memcmp(this, &other, 16) == 0; }
};
static_assert(sizeof(Style) == 16);

}  // namespace mux::term
