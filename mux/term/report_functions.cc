// Control functions that are answered.
#include <fmt/format.h>

#include "mux/term/functions.h"

namespace mux::term::functions {

namespace {

// A VT525 with 132 columns, sixel images, selective erase, horizontal scrolling,
// colour, rectangles and the clipboard.
constexpr std::string_view kPrimaryAttributes = "\x1b[?65;1;4;6;21;22;28;52c";
constexpr std::string_view kAttributesWithoutImages = "\x1b[?65;1;6;21;22;28;52c";
constexpr std::string_view kSecondaryAttributes = "\x1b[>65;100;0c";
constexpr std::string_view kTertiaryAttributes = "\x1bP!|00000000\x1b\\";

void report_cursor(Emulator& emulator, std::string_view leader, std::string_view page) {
  const Position& at = emulator.screen->cursor;
  const Area origin = emulator.origin();
  emulator.reply(
      fmt::format("\x1b[{}{};{}{}R", leader, at.y - origin.top + 1, at.x - origin.left + 1, page));
}

// Dark is 1, light 2.
void report_color_scheme(Emulator& emulator) {
  emulator.reply(is_dark(emulator.options.background) ? "\x1b[?997;1n" : "\x1b[?997;2n");
}

// DECCIR: the cursor with all that belongs to it.
void report_cursor_information(Emulator& emulator) {
  const Position& at = emulator.screen->cursor;
  const Style& style = emulator.pen.style;
  const Charsets& sets = emulator.pen.charsets;
  const char rendition = static_cast<char>(
      '@' + (style.is_bold ? 1 : 0) + (style.underline != Underline::None ? 2 : 0) +
      (style.is_blinking ? 4 : 0) + (style.is_reversed ? 8 : 0));
  const char protection = emulator.pen.is_protecting ? 'A' : '@';
  const char flags = static_cast<char>('@' + (emulator.modes[Mode::Origin] ? 1 : 0) +
                                       (sets.single_shift == 2 ? 2 : 0) +
                                       (sets.single_shift == 3 ? 4 : 0) + (at.wraps_next ? 8 : 0));
  std::string designators;
  for (const Charset set : sets.sets) designators += designator_of(set);
  emulator.reply(fmt::format("\x1bP1$u{};{};1;{};{};{};{};2;@;{}\x1b\\", at.y + 1, at.x + 1,
                             rendition, protection, flags, sets.shifted, designators));
}

// DECTABSR: the columns of all tab stops.
void report_tab_stops(Emulator& emulator) {
  std::string out = "\x1bP2$u";
  bool is_first = true;
  for (int x = 0; x < emulator.columns(); ++x) {
    if (!emulator.tabs.is_stop(x)) continue;
    out += fmt::format("{}{}", is_first ? "" : "/", x + 1);
    is_first = false;
  }
  emulator.reply(out + "\x1b\\");
}

}  // namespace

void da1(Emulator& emulator, const Parameters& parameters) {
  if (parameters.value_or(0, 0) != 0) return;
  const bool tells = emulator.options.has_images && emulator.options.tells_of_images;
  emulator.reply(tells ? kPrimaryAttributes : kAttributesWithoutImages);
}

void da2(Emulator& emulator, const Parameters& parameters) {
  if (parameters.value_or(0, 0) == 0) emulator.reply(kSecondaryAttributes);
}

void da3(Emulator& emulator, const Parameters& parameters) {
  if (parameters.value_or(0, 0) == 0) emulator.reply(kTertiaryAttributes);
}

void xtversion(Emulator& emulator, const Parameters& parameters) {
  if (parameters.value_or(0, 0) != 0) return;
  emulator.reply(fmt::format("\x1bP>|kmux({})\x1b\\", emulator.options.version));
}

void dsr(Emulator& emulator, const Parameters& parameters) {
  switch (parameters.value_or(0, 0)) {
    case 5:
      emulator.reply("\x1b[0n");
      break;
    case 6:
      report_cursor(emulator, "", "");
      break;
    default:
      break;
  }
}

void dsr_private(Emulator& emulator, const Parameters& parameters) {
  switch (parameters.value_or(0, 0)) {
    case 6:
      report_cursor(emulator, "?", ";1");
      break;
    case 15:
      emulator.reply("\x1b[?13n");  // No printer.
      break;
    case 25:
      emulator.reply("\x1b[?20n");  // User-defined keys are not locked.
      break;
    case 26:
      emulator.reply("\x1b[?27;1;0;0n");  // A North American keyboard.
      break;
    case 55:
      emulator.reply("\x1b[?53n");  // No locator.
      break;
    case 56:
      emulator.reply("\x1b[?57;0n");
      break;
    case 62:
      emulator.reply("\x1b[0*{");  // No room for macros.
      break;
    case 63:
      emulator.reply(fmt::format("\x1bP{}!~0000\x1b\\", parameters.value_or(1, 0)));
      break;
    case 75:
      emulator.reply("\x1b[?70n");  // The data are intact.
      break;
    case 85:
      emulator.reply("\x1b[?83n");  // Not made for several sessions.
      break;
    case 996:
      report_color_scheme(emulator);
      break;
    default:
      break;
  }
}

void decreqtparm(Emulator& emulator, const Parameters& parameters) {
  const int kind = parameters.value_or(0, 0);
  if (kind <= 1) emulator.reply(fmt::format("\x1b[{};1;1;128;128;1;0x", kind + 2));
}

void decrqpsr(Emulator& emulator, const Parameters& parameters) {
  switch (parameters.value_or(0, 0)) {
    case 1:
      report_cursor_information(emulator);
      break;
    case 2:
      report_tab_stops(emulator);
      break;
    default:
      break;
  }
}

}  // namespace mux::term::functions
