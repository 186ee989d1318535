// Control functions that say how keys are reported.
#include <fmt/format.h>

#include <algorithm>

#include "mux/term/functions.h"

namespace mux::term::functions {

namespace {

std::uint8_t flags_of(const Parameters& parameters) {
  return static_cast<std::uint8_t>(parameters.value_or(0, 0) & KeyboardStack::kAllFlags);
}

// The value of an XTMODKEYS resource; null: there is none of that number.
std::uint8_t* resource(Emulator& emulator, int number) {
  auto& values = emulator.modifier_keys.values;
  if (number < 0 || number >= static_cast<int>(values.size())) return nullptr;
  return &values[static_cast<std::size_t>(number)];
}

}  // namespace

void kitty_push(Emulator& emulator, const Parameters& parameters) {
  if (!emulator.options.has_kitty_keyboard) return;
  emulator.screen->keyboard.push(flags_of(parameters));
}

void kitty_pop(Emulator& emulator, const Parameters& parameters) {
  if (!emulator.options.has_kitty_keyboard) return;
  emulator.screen->keyboard.pop(static_cast<std::size_t>(parameters.count_at(0)));
}

void kitty_set(Emulator& emulator, const Parameters& parameters) {
  if (!emulator.options.has_kitty_keyboard) return;
  KeyboardStack& keyboard = emulator.screen->keyboard;
  const std::uint8_t flags = flags_of(parameters);
  switch (parameters.value_or(1, 1)) {
    case 1:
      keyboard.set(flags);
      break;
    case 2:
      keyboard.set(keyboard.flags() | flags);
      break;
    case 3:
      keyboard.set(static_cast<std::uint8_t>(keyboard.flags() & ~flags));
      break;
    default:
      break;
  }
}

void kitty_query(Emulator& emulator, const Parameters& /*parameters*/) {
  if (!emulator.options.has_kitty_keyboard) return;
  emulator.reply(fmt::format("\x1b[?{}u", emulator.screen->keyboard.flags()));
}

void xtmodkeys(Emulator& emulator, const Parameters& parameters) {
  if (parameters.count() == 0) {
    emulator.modifier_keys = {};
  } else if (std::uint8_t* const value = resource(emulator, parameters.value_or(0, 0))) {
    *value = static_cast<std::uint8_t>(std::min(parameters.value_or(1, 0), 9));
  }
}

void xtmodkeys_off(Emulator& emulator, const Parameters& parameters) {
  if (std::uint8_t* const value = resource(emulator, parameters.value_or(0, 2))) *value = 0;
}

void xtqmodkeys(Emulator& emulator, const Parameters& parameters) {
  const int number = parameters.value_or(0, 0);
  if (const std::uint8_t* const value = resource(emulator, number)) {
    emulator.reply(fmt::format("\x1b[>{};{}m", number, *value));
  }
}

}  // namespace mux::term::functions
