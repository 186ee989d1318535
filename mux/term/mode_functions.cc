// Control functions that set modes, tell them and reset the terminal.
#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "mux/term/functions.h"
#include "mux/term/motion.h"

namespace mux::term::functions {

namespace {

// Modes of ECMA-48 that nobody can set, as terminals of DEC say.
constexpr int kNeverSet[] = {1, 5, 7, 10, 11, 13, 14, 15, 16, 17, 18, 19};

void set_modes(Emulator& emulator, const Parameters& parameters, bool is_private, bool value) {
  for (std::size_t i = 0; i < parameters.count(); ++i) {
    const ModeRow* const row = find_mode(is_private, parameters.value_or(i, 0));
    if (row != nullptr) set_mode(emulator, *row, value);
  }
}

// DECRPM's words: 0 unknown, 1 set, 2 reset, 3 and 4 the same for ever.
int state_of(const Emulator& emulator, bool is_private, int number) {
  const ModeRow* const row = find_mode(is_private, number);
  if (row == nullptr) {
    return !is_private && std::ranges::count(kNeverSet, number) != 0 ? 4 : 0;
  }
  return (emulator.modes[row->mode] ? 1 : 2) + (row->is_fixed ? 2 : 0);
}

}  // namespace

void sm(Emulator& emulator, const Parameters& parameters) {
  set_modes(emulator, parameters, false, true);
}

void rm(Emulator& emulator, const Parameters& parameters) {
  set_modes(emulator, parameters, false, false);
}

void decset(Emulator& emulator, const Parameters& parameters) {
  set_modes(emulator, parameters, true, true);
}

void decrst(Emulator& emulator, const Parameters& parameters) {
  set_modes(emulator, parameters, true, false);
}

void decrqm(Emulator& emulator, const Parameters& parameters) {
  const int number = parameters.value_or(0, 0);
  emulator.reply(fmt::format("\x1b[{};{}$y", number, state_of(emulator, false, number)));
}

void decrqm_private(Emulator& emulator, const Parameters& parameters) {
  const int number = parameters.value_or(0, 0);
  emulator.reply(fmt::format("\x1b[?{};{}$y", number, state_of(emulator, true, number)));
}

void xtsave(Emulator& emulator, const Parameters& parameters) {
  for (std::size_t i = 0; i < parameters.count(); ++i) {
    const ModeRow* const row = find_mode(true, parameters.value_or(i, 0));
    if (row != nullptr) emulator.saved_modes.set(row->mode, emulator.modes[row->mode]);
  }
}

void xtrestore(Emulator& emulator, const Parameters& parameters) {
  for (std::size_t i = 0; i < parameters.count(); ++i) {
    const ModeRow* const row = find_mode(true, parameters.value_or(i, 0));
    if (row != nullptr) set_mode(emulator, *row, emulator.saved_modes[row->mode]);
  }
}

void deckpam(Emulator& emulator, const Parameters& /*parameters*/) {
  emulator.modes.set(Mode::Keypad, true);
}

void deckpnm(Emulator& emulator, const Parameters& /*parameters*/) {
  emulator.modes.set(Mode::Keypad, false);
}

void vt52_graphics(Emulator& emulator, const Parameters& /*parameters*/) {
  emulator.pen.charsets.sets[0] = Charset::Graphics;
}

void vt52_ascii(Emulator& emulator, const Parameters& /*parameters*/) {
  emulator.pen.charsets.sets[0] = Charset::Ascii;
}

void vt52_identify(Emulator& emulator, const Parameters& /*parameters*/) {
  emulator.reply("\x1b/Z");
}

void vt52_exit(Emulator& emulator, const Parameters& /*parameters*/) {
  emulator.modes.set(Mode::Ansi, true);
}

void ris(Emulator& emulator, const Parameters& /*parameters*/) {
  emulator.reset();
}

void decstr(Emulator& emulator, const Parameters& /*parameters*/) {
  emulator.reset_softly();
}

void decscl(Emulator& emulator, const Parameters& /*parameters*/) {
  emulator.reset();
}

void ignore(Emulator& /*emulator*/, const Parameters& /*parameters*/) {}

}  // namespace mux::term::functions
