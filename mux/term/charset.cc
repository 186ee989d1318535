#include "mux/term/charset.h"

#include <iterator>

namespace mux::term {

namespace {

// From '_' on.
constexpr char32_t kGraphics[] = {
    U' ',      U'\u25C6', U'\u2592', U'\u2409', U'\u240C', U'\u240D', U'\u240A', U'\u00B0',
    U'\u00B1', U'\u2424', U'\u240B', U'\u2518', U'\u2510', U'\u250C', U'\u2514', U'\u253C',
    U'\u23BA', U'\u23BB', U'\u2500', U'\u23BC', U'\u23BD', U'\u251C', U'\u2524', U'\u2534',
    U'\u252C', U'\u2502', U'\u2264', U'\u2265', U'\u03C0', U'\u2260', U'\u00A3', U'\u00B7'};

// The bytes that national sets give other characters, in the order of kNational.
constexpr std::string_view kReplaced = "#@[\\]^_`{|}~";

struct NationalSet {
  Charset charset;
  std::string_view designators;  // Separated by spaces; the first is the one reported.
  std::u32string_view characters;
};

// clang-format off
constexpr NationalSet kNational[] = {
    {Charset::British, "A", U"£@[\\]^_`{|}~"},
    {Charset::Dutch, "4", U"£¾ĳ½|^_`¨ƒ¼´"},
    {Charset::Finnish, "C 5", U"#@ÄÖÅÜ_éäöåü"},
    {Charset::French, "R f", U"£à°ç§^_`éùè¨"},
    {Charset::FrenchCanadian, "Q 9", U"#àâçêî_ôéùèû"},
    {Charset::German, "K", U"#§ÄÖÜ^_`äöüß"},
    {Charset::Italian, "Y", U"£§°çé^_ùàòèì"},
    {Charset::NorwegianDanish, "` E 6", U"#ÄÆØÅÜ_äæøåü"},
    {Charset::Portuguese, "%6", U"#@ÃÇÕ^_`ãçõ~"},
    {Charset::Spanish, "Z", U"£§¡Ñ¿^_`°ñç~"},
    {Charset::Swedish, "H 7", U"#ÉÄÖÅÜ_éäöåü"},
    {Charset::Swiss, "=", U"ùàéçêîèôäöüû"},
};
// clang-format on

constexpr bool is_national_whole() {
  for (std::size_t i = 0; i < std::size(kNational); ++i) {
    const bool is_in_order = static_cast<std::size_t>(kNational[i].charset) ==
                             i + static_cast<std::size_t>(Charset::British);
    if (!is_in_order || kNational[i].characters.size() != kReplaced.size()) return false;
  }
  return true;
}
static_assert(is_national_whole());

const NationalSet* national(Charset charset) {
  if (charset < Charset::British) return nullptr;
  return &kNational[static_cast<std::size_t>(charset) - static_cast<std::size_t>(Charset::British)];
}

bool has_designator(const NationalSet& set, std::string_view designator) {
  std::string_view rest = set.designators;
  while (!rest.empty()) {
    const std::size_t end = rest.find(' ');
    if (rest.substr(0, end) == designator) return true;
    rest.remove_prefix(end == rest.npos ? rest.size() : end + 1);
  }
  return false;
}

}  // namespace

Charset charset_of(std::string_view designator) {
  if (designator == "0" || designator == "2") return Charset::Graphics;
  for (const NationalSet& set : kNational) {
    if (has_designator(set, designator)) return set.charset;
  }
  return Charset::Ascii;
}

std::string_view designator_of(Charset charset) {
  if (charset == Charset::Graphics) return "0";
  const NationalSet* const set = national(charset);
  return set == nullptr ? "B" : set->designators.substr(0, set->designators.find(' '));
}

char32_t translated(Charset charset, char byte) {
  const auto code = static_cast<unsigned char>(byte);
  if (charset == Charset::Graphics) return code >= '_' ? kGraphics[code - '_'] : code;
  const NationalSet* const set = national(charset);
  const std::size_t at = set == nullptr ? kReplaced.npos : kReplaced.find(byte);
  return at == kReplaced.npos ? code : set->characters[at];
}

}  // namespace mux::term
