// What the grid has to know about a code point: how many cells it takes, and
// whether it joins the cluster before it.
//
// Clusters are those that change how many cells a text takes: marks and format
// characters go to their base, pictographs are joined by ZWJ, skin tones, flags
// of two regional indicators, keycaps, Hangul syllables of jamo.  Letters that
// take a cell by every wcwidth (Indic vowel signs, for one) stay in cells of
// their own, so that programs that count code points and the grid agree.
//
// The table is generated at build time from the emoji data, utf8proc's break classes
// and the widths of common/text.
#pragma once

#include <cstdint>

namespace mux::term {

enum class Joining : std::uint8_t {
  Other,
  Mark,  // Takes no cell: combining marks, format characters, variation selectors.
  Joiner,
  Pictograph,
  Modifier,  // Skin tones: join pictographs, else pictures of their own.
  Regional,
  JamoLead,
  JamoVowel,
  JamoTail,
  SyllableOpen,    // LV
  SyllableClosed,  // LVT
};

class Character {
 public:
  constexpr explicit Character(std::uint8_t bits) : bits_(bits) {}
  constexpr Character(unsigned width, Joining joining, bool is_emoji)
      : bits_(static_cast<std::uint8_t>(width | static_cast<unsigned>(joining) << 2 |
                                        unsigned{is_emoji} << 6)) {}
  constexpr unsigned width() const { return bits_ & 3u; }  // 0, 1 or 2 cells.
  constexpr Joining joining() const { return static_cast<Joining>(bits_ >> 2 & 15u); }
  // Variation selector 16 makes it a picture of two cells.
  constexpr bool is_emoji() const { return (bits_ >> 6 & 1u) != 0; }
  constexpr std::uint8_t bits() const { return bits_; }

 private:
  std::uint8_t bits_;
};

// Generated: the row of each block of 256 code points, and the rows.
extern const std::uint16_t kCharacterBlocks[0x1100];
extern const std::uint8_t kCharacterRows[][256];

inline Character character_of(char32_t code_point) {
  return Character(kCharacterRows[kCharacterBlocks[code_point >> 8]][code_point & 0xFF]);
}

inline constexpr char32_t kVariationSelector16 = 0xFE0F;

// Follows one cluster code point by code point.
class ClusterBuilder {
 public:
  // Nothing joins what comes next.
  void reset() { is_open_ = false; }
  bool is_open() const { return is_open_; }
  void start(Character character) {
    is_open_ = true;
    is_after_joiner_ = false;
    last_ = character;
    width_ = character.width();
  }
  // True if the code point belongs to the cluster, whose width may grow.
  bool join(char32_t code_point, Character character);
  unsigned width() const { return width_; }

 private:
  bool joins(Character character) const;

  Character last_{0};  // The last that is not a mark.
  unsigned width_ = 0;
  bool is_open_ = false;
  bool is_after_joiner_ = false;
};

}  // namespace mux::term
