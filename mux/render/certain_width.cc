#include "mux/render/certain_width.h"

#include <algorithm>
#include <iterator>

namespace mux::render {

namespace {

struct Range {
  char32_t first;
  char32_t last;
};

constexpr Range kCertain[] = {
    {0x20, 0x7E},  // ASCII
    {0xA1, 0xA8},  // Latin 1 without the soft hyphen and the signs that are emoji.
    {0xAA, 0xAC},     {0xAF, 0x2FF},      {0x370, 0x377},    // Greek
    {0x37A, 0x37F},   {0x384, 0x3FF},     {0x400, 0x482},    // Cyrillic
    {0x48A, 0x52F},   {0x531, 0x556},                        // Armenian
    {0x561, 0x587},   {0x10D0, 0x10FF},                      // Georgian
    {0x1E00, 0x1EFF},                                        // Latin and Greek with marks
    {0x2010, 0x2027},                                        // Punctuation
    {0x2030, 0x203B}, {0x203D, 0x2048},   {0x20A0, 0x20BF},  // Currencies
    {0x2150, 0x218B},                                        // Fractions, Roman numbers
    {0x2190, 0x2193},                                        // Arrows
    {0x219A, 0x21A8}, {0x21AB, 0x21FF},   {0x2200, 0x22FF},  // Mathematics
    {0x23A0, 0x23CE},                                        // Pieces of brackets
    {0x2500, 0x25A9},                                        // Boxes and blocks
    {0x25AC, 0x25B5}, {0x25B7, 0x25BF},   {0x25C1, 0x25FA}, {0x2800, 0x28FF},  // Braille
    {0x3001, 0x3029},                                                          // CJK punctuation
    {0x3041, 0x3096},                                                          // Kana
    {0x30A0, 0x30FF}, {0x3131, 0x318E},   {0x3400, 0x4DB5},                    // Ideographs
    {0x4E00, 0x9FEF}, {0xAC00, 0xD7A3},                                        // Hangul
    {0xE0A0, 0xE0B3},                      // Symbols of powerline
    {0xF900, 0xFAD9}, {0xFF01, 0xFF60},    // Full width
    {0xFF61, 0xFF9F},                      // Half width
    {0xFFE0, 0xFFE6}, {0x20000, 0x2FA1D},  // More ideographs
};
static_assert(std::ranges::is_sorted(kCertain, {}, &Range::first));

}  // namespace

bool is_width_certain(char32_t character) {
  if (character < 0x7F) return character >= 0x20;
  const Range* const behind = std::ranges::upper_bound(kCertain, character, {}, &Range::first);
  return behind != std::begin(kCertain) && character <= std::prev(behind)->last;
}

}  // namespace mux::render
