#include "mux/input/key_sequences.h"

#include <algorithm>

#include "common/text/utf8.h"
#include "mux/input/control_sequence.h"
#include "mux/input/key_forms.h"

namespace mux::input {

namespace {

constexpr std::uint32_t kOtherKeys = 27;  // modifyOtherKeys: CSI 27 ; modifiers ; code ~.
constexpr std::uint32_t kMostLegacyModifiers = 16;

bool is_scalar(std::uint32_t number) {
  return number < 0xD800 || (number > 0xDFFF && number <= 0x10FFFF);
}

std::uint8_t modifiers_of(std::uint32_t number) {
  return static_cast<std::uint8_t>(number == 0 ? 0 : number - 1);
}

// The number before 'u', or of modifyOtherKeys.
KeyCode code_of(std::uint32_t number) {
  if (number == 8) return key::Backspace;
  if (const KeyCode code = key_of_csi(number, 'u')) return code;
  return is_scalar(number) && !is_control_character(number) ? number : 0;
}

// Field 1 of all keys: modifiers and what happened.
void read_modifiers(const ControlSequence& sequence, KeyEvent& event) {
  event.modifiers = modifiers_of(sequence.number_or(1, 0, 1));
  const std::uint32_t action = sequence.number_or(1, 1, 1);
  event.action = action == 3   ? KeyAction::Release
                 : action == 2 ? KeyAction::Repeat
                               : KeyAction::Press;
}

void read_text(std::string_view field, std::string& text) {
  for (;;) {
    const std::size_t end = field.find(':');
    const auto character = parse_number(field.substr(0, end));
    if (character && is_scalar(*character) && !is_control_character(*character)) {
      common::append_utf8(*character, text);
    }
    if (end == std::string_view::npos) return;
    field.remove_prefix(end + 1);
  }
}

std::optional<KeyEvent> read_kitty(const ControlSequence& sequence) {
  const auto number = sequence.number(0);
  if (!number) return {};
  KeyEvent event{.code = code_of(*number)};
  const auto alternate = [&](std::size_t i) {
    const std::uint32_t code = sequence.number_or(0, i, 0);
    return is_scalar(code) && !is_control_character(code) ? code : 0;
  };
  event.shifted = alternate(1);
  event.base_layout = alternate(2);
  read_modifiers(sequence, event);
  read_text(sequence.field(2), event.text);
  // Text of no key, which is typed but never let go.
  const bool is_text = number == 0u && !event.text.empty() && event.action != KeyAction::Release;
  if (event.code == 0 && !is_text) return {};
  fold_capital(event);
  return event;
}

std::optional<KeyEvent> read_other_key(const ControlSequence& sequence) {
  const auto number = sequence.number(2);
  if (!number) return {};
  KeyEvent event{.code = code_of(*number), .modifiers = modifiers_of(sequence.number_or(1, 0, 1))};
  if (event.code == 0) return {};
  fold_capital(event);
  return event;
}

std::optional<KeyEvent> read_named(const ControlSequence& sequence) {
  if (!sequence.field(0).empty() && !sequence.number(0)) return {};
  const std::uint32_t missing = sequence.final == '~' ? 0 : 1;
  KeyEvent event{.code = key_of_csi(sequence.number_or(0, 0, missing), sequence.final)};
  if (event.code == 0) return {};
  read_modifiers(sequence, event);
  return event;
}

// F3 with modifiers, unless it can only be the answer to where the cursor is.
std::optional<KeyEvent> read_f3(const ControlSequence& sequence) {
  const std::uint32_t modifiers = sequence.number_or(1, 0, 1);
  const bool is_key =
      sequence.parameters.empty() || (sequence.number(0) == 1u && sequence.field_count() == 2 &&
                                      modifiers > 1 && modifiers <= kMostLegacyModifiers);
  return is_key ? read_named(sequence) : std::nullopt;
}

// CSI 3 ^, and so on.
std::optional<KeyEvent> read_rxvt(const ControlSequence& sequence, std::uint8_t modifiers) {
  const auto number = parse_number(sequence.parameters);
  const KeyCode code = number ? key_of_csi(*number, '~') : 0;
  if (code == 0) return {};
  return KeyEvent{.code = code, .modifiers = modifiers};
}

}  // namespace

bool is_rxvt_shift(std::string_view text) {
  if (!text.ends_with('$')) return false;
  text.remove_suffix(1);
  const auto number = parse_number(text);
  return number && key_of_csi(*number, '~') != 0;
}

std::optional<KeyEvent> key_of_sequence(std::string_view text) {
  const ControlSequence sequence = ControlSequence::parse(text);
  if (is_rxvt_shift(text)) return read_rxvt(sequence, kShift);
  if (sequence.leader != 0 || sequence.intermediate != 0) return {};
  switch (sequence.final) {
    case 'u':
      return read_kitty(sequence);
    case '~':
      return sequence.number(0) == kOtherKeys && sequence.field_count() == 3
                 ? read_other_key(sequence)
                 : read_named(sequence);
    case '^':
      return read_rxvt(sequence, kControl);
    case '@':
      return read_rxvt(sequence, kControl | kShift);
    case 'Z':
      return KeyEvent{.code = key::Tab,
                      .modifiers = static_cast<std::uint8_t>(
                          modifiers_of(sequence.number_or(1, 0, 1)) | unsigned{kShift})};
    case 'R':
      return read_f3(sequence);
    case 'a':
    case 'b':
    case 'c':
    case 'd':
      if (!sequence.parameters.empty()) return {};
      return KeyEvent{.code = key_of_csi(1, static_cast<char>(sequence.final - 'a' + 'A')),
                      .modifiers = kShift};
    default:
      return read_named(sequence);
  }
}

KeyEvent key_of_control(unsigned char byte) {
  switch (byte) {
    case 0:
      return {.code = ' ', .modifiers = kControl};
    case '\t':
      return {.code = key::Tab};
    case '\r':
      return {.code = key::Enter};
    case 0x1B:
      return {.code = key::Escape};
    case 0x7F:
      return {.code = key::Backspace};
    default: {
      // 1 to 26 are letters; 28 to 31 what lies behind them.
      const char32_t character = byte + 0x40u;
      return {.code = character <= 'Z' ? character - 'A' + 'a' : character, .modifiers = kControl};
    }
  }
}

void fold_capital(KeyEvent& event) {
  if (event.code < 'A' || event.code > 'Z') return;
  event.code = event.code - 'A' + 'a';
  event.modifiers |= kShift;
}

std::string text_of(const KeyEvent& event) {
  constexpr unsigned kShortcutModifiers = kAlt | kControl | kSuper | kHyper | kMeta;
  if (!event.text.empty() || (event.modifiers & kShortcutModifiers) != 0) return event.text;
  const KeyCode code = without_keypad(event.code);
  if (is_functional(code) || code == 0) return {};
  std::string text;
  if (is_control_character(code)) return text;
  const bool is_letter = code >= 'a' && code <= 'z';
  const bool is_shifted = (event.modifiers & kShift) != 0;
  const bool is_caps_locked = is_letter && (event.modifiers & kCapsLock) != 0;
  if (is_shifted && !is_caps_locked) {
    const KeyCode shifted = shifted_of(event);
    common::append_utf8(shifted != 0 ? shifted : code, text);
  } else {  // Shift turns back what Caps Lock does, which is to letters only.
    common::append_utf8(is_caps_locked && !is_shifted ? code - 'a' + 'A' : code, text);
  }
  return text;
}

}  // namespace mux::input
