// Colours a program has changed (OSC 4, 10, 11, 12), and what they are by default.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "mux/term/style.h"

namespace mux::term {

// Numbers beside the 256 of the palette.
enum class SpecialColor : std::uint16_t { Foreground = 256, Background = 257, Cursor = 258 };

// Colour `index` of the palette that xterm starts with.
Color default_palette_color(std::uint8_t index);

class Palette {
 public:
  std::optional<Color> find(std::uint16_t index) const;
  std::optional<Color> find(SpecialColor color) const {
    return find(static_cast<std::uint16_t>(color));
  }
  void set(std::uint16_t index, Color color) {
    changed_[index] = color;
    ++version_;
  }
  void reset(std::uint16_t index) {
    changed_.erase(index);
    ++version_;
  }
  void reset_indexed();  // All but the special ones.
  void reset_all() {
    changed_.clear();
    ++version_;
  }
  bool is_changed() const { return !changed_.empty(); }
  // Grows with each change.
  std::uint32_t version() const { return version_; }

 private:
  std::map<std::uint16_t, Color> changed_;
  std::uint32_t version_ = 0;
};

bool is_dark(Color rgb);

// "#rgb" with 1 to 4 digits each, "rgb:r/g/b" and the plainest names of X11.
std::optional<Color> parse_color(std::string_view text);
// "rgb:rrrr/gggg/bbbb"
std::string color_text(Color rgb);

}  // namespace mux::term
