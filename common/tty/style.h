// Colours and styles as SGR sequences, in the order and spelling of ripgrep:
// "ESC[0m" then one escape each for bold, italic, underline, fg, bg.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace common::tty {

struct Color {
  enum Kind : std::uint8_t { Basic, Indexed, Rgb } kind = Basic;
  // Basic: 0 black .. 7 white in ANSI order; Indexed: 0-255.
  std::uint8_t index = 0;
  std::uint8_t red = 0, green = 0, blue = 0;
  bool operator==(const Color&) const = default;
};

struct Style {
  std::optional<Color> foreground;
  std::optional<Color> background;
  bool bold = false;
  bool intense = false;  // Basic colours become 8-15.
  bool underline = false;
  bool italic = false;
  // Nothing is set: text in this style is still wrapped in resets.
  bool is_plain() const { return !foreground && !background && !bold && !underline && !italic; }
  // The full opening sequence, "\x1b[0m\x1b[1m\x1b[31m"; compute once, append often.
  std::string opening() const;
  bool operator==(const Style&) const = default;
};

inline constexpr const char* kReset = "\x1b[0m";

}  // namespace common::tty
