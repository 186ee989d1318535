// Control functions that say what characters look like and stand for.
#include "mux/term/functions.h"
#include "mux/term/sgr.h"

namespace mux::term::functions {

namespace {
constexpr std::size_t kMostStyles = 10;  // As xterm.
}

void sgr(Emulator& emulator, const Parameters& parameters) {
  apply_sgr(emulator.pen.style, parameters);
  emulator.is_pen_changed = true;
}

// Which attributes are pushed is not told apart: all come back.
void xtpushsgr(Emulator& emulator, const Parameters& /*parameters*/) {
  if (emulator.style_stack.size() < kMostStyles) emulator.style_stack.push_back(emulator.pen.style);
}

void xtpopsgr(Emulator& emulator, const Parameters& /*parameters*/) {
  if (emulator.style_stack.empty()) return;
  emulator.change_pen(emulator.style_stack.back());
  emulator.style_stack.pop_back();
}

// "(", ")", "*", "+" designate G0 to G3 with 94 characters, "-", ".", "/" G1 to G3
// with 96, of which none differs from ASCII here.
void scs(Emulator& emulator, const Parameters& parameters) {
  constexpr std::string_view kSets = "()*+";
  constexpr std::string_view kSets96 = "-./";
  const char set = parameters.intermediates.front();
  auto& sets = emulator.pen.charsets.sets;
  if (const std::size_t at = kSets.find(set); at != kSets.npos) {
    std::string designator(parameters.intermediates.substr(1));
    designator += parameters.final;
    sets[at] = charset_of(designator);
  } else if (const std::size_t wide = kSets96.find(set); wide != kSets96.npos) {
    sets[wide + 1] = Charset::Ascii;
  }
}

void ls2(Emulator& emulator, const Parameters& /*parameters*/) {
  emulator.pen.charsets.shifted = 2;
}

void ls3(Emulator& emulator, const Parameters& /*parameters*/) {
  emulator.pen.charsets.shifted = 3;
}

void ss2(Emulator& emulator, const Parameters& /*parameters*/) {
  emulator.pen.charsets.single_shift = 2;
}

void ss3(Emulator& emulator, const Parameters& /*parameters*/) {
  emulator.pen.charsets.single_shift = 3;
}

}  // namespace mux::term::functions
