// Keys as xterm writes them: characters, control characters, ESC for Alt, and CSI
// or SS3 for functional keys; what only modifyOtherKeys can tell apart, by that.
#include <algorithm>
#include <optional>

#include "common/text/utf8.h"
#include "mux/input/encode_forms.h"

namespace mux::input {

namespace {

constexpr char kEscape = '\x1b';
constexpr unsigned kShortcut = kAlt | kControl | kSuper | kHyper | kMeta;

// Functional keys that are control characters.
struct ControlRow {
  KeyCode code;
  char plain;
  char with_control;
};
constexpr ControlRow kControls[] = {
    {key::Escape, '\x1b', '\x1b'},
    {key::Enter, '\r', '\r'},
    {key::Tab, '\t', '\t'},
    {key::Backspace, '\x7f', '\b'},
};

// Characters other than letters and what lies around them in ASCII.
struct CharacterRow {
  char character;
  char control;
};
constexpr CharacterRow kCharacters[] = {
    {' ', '\0'},   {'/', '\x1f'}, {'2', '\0'},   {'3', '\x1b'}, {'4', '\x1c'}, {'5', '\x1d'},
    {'6', '\x1e'}, {'7', '\x1f'}, {'8', '\x7f'}, {'?', '\x7f'}, {'~', '\x1e'}, {'`', '\0'},
};

// What Control makes of a character; none if it leaves it alone.
std::optional<char> control_of(KeyCode code) {
  if ((code >= '@' && code <= '_') || (code >= 'a' && code <= 'z')) {
    return static_cast<char>(code & 0x1F);
  }
  for (const CharacterRow& row : kCharacters) {
    if (static_cast<unsigned char>(row.character) == code) return row.control;
  }
  return {};
}

// For shortcuts on keyboards whose letters are not Latin.
KeyCode latin_of(const KeyEvent& event) {
  return event.code >= 0x80 && event.base_layout != 0 ? event.base_layout : event.code;
}

KeyCode typed_of(const KeyEvent& event) {
  const KeyCode shifted = (event.modifiers & kShift) != 0 ? shifted_of(event) : 0;
  return shifted != 0 ? shifted : without_keypad(event.code);
}

// Whether modifyOtherKeys writes this key, which is no functional one but Enter and the like.
bool is_other_key(const KeyEvent& event, unsigned modifiers, std::uint8_t level) {
  if (level == 0 || modifiers == 0) return false;
  const bool is_control_key = is_functional(event.code);
  if (level == 1) {
    if (event.code == key::Backspace || event.code == key::Escape) return false;
    if (is_control_key)
      return modifiers != kAlt && !(event.code == key::Tab && modifiers == kShift);
    if ((modifiers & ~(unsigned{kAlt} | kShift)) == 0) return false;
    return !(modifiers == kControl || modifiers == (kControl | kAlt)) || !control_of(event.code);
  }
  if (is_control_key) return !(event.code == key::Tab && modifiers == kShift);
  return modifiers != kShift || event.code == ' ';
}

void append_other_key(KeyCode code, unsigned modifiers, bool as_u, std::string& out) {
  const KeyForm* const form = find_form(code);
  const std::string number =
      std::to_string(form != nullptr ? unsigned{form->number} : static_cast<unsigned>(code));
  const std::string field = std::to_string(modifiers + 1);
  out += as_u ? "\x1b[" + number + ';' + field + 'u' : "\x1b[27;" + field + ';' + number + '~';
}

void encode_control_key(const ControlRow& row, unsigned modifiers, const InputModes& modes,
                        std::string& out) {
  if ((modifiers & (kAlt | kMeta)) != 0) out += kEscape;
  if (row.code == key::Tab && (modifiers & kShift) != 0) {
    out += "\x1b[Z";
    return;
  }
  const bool is_swapped = row.code == key::Backspace && modes.has_backspace_key;
  out += ((modifiers & kControl) != 0) != is_swapped ? row.with_control : row.plain;
  if (row.code == key::Enter && modes.has_new_line) out += '\n';
}

void encode_functional_key(KeyCode code, unsigned modifiers, const InputModes& modes,
                           std::string& out) {
  const KeyForm* const form = find_form(code);
  if (form == nullptr) return;
  if (modes.is_vt52 && form->ss3 != Ss3::Never) {
    // It has no modifiers; of the keypad's keys only the application ones come here.
    (out += form->ss3 == Ss3::Keypad ? "\x1b?" : "\x1b") += form->ss3_final;
    return;
  }
  const bool is_ss3 = form->ss3 == Ss3::Always ||
                      (form->ss3 == Ss3::CursorKeys && modes.has_cursor_keys) ||
                      (form->ss3 == Ss3::Keypad && modes.has_keypad_keys);
  if (modifiers == 0 && is_ss3) {
    (out += "\x1bO") += form->ss3_final;
  } else if (form->ss3 == Ss3::Always) {
    append_named({code, 1, form->ss3_final}, modifiers, out);
  } else if (form->legacy_number != 0) {
    append_named({code, form->legacy_number, '~'}, modifiers, out);
  } else if (form->final != 'u') {
    append_named(*form, modifiers, out);
  }
}

void encode_character(const KeyEvent& event, unsigned modifiers, std::string& out) {
  const std::string text = text_of(event);
  if ((modifiers & kShortcut) == 0 || !event.text.empty()) {
    out += text;
    return;
  }
  if ((modifiers & (kSuper | kHyper)) != 0) return;  // No form says so, and it types nothing.
  if ((modifiers & (kAlt | kMeta)) != 0) out += kEscape;
  if ((modifiers & kControl) != 0) {
    const KeyCode code = without_keypad(latin_of(event));
    std::optional<char> control = control_of(code);
    if (!control) control = control_of(typed_of(event));
    if (control) {
      out += *control;
      return;
    }
  }
  common::append_utf8(typed_of(event), out);
}

bool is_keypad_form(const KeyForm* form, const InputModes& modes) {
  return form != nullptr && form->ss3 == Ss3::Keypad && modes.has_keypad_keys;
}

}  // namespace

void append_named(const KeyForm& form, unsigned modifiers, std::string& out) {
  out += "\x1b[";
  if (form.final == '~' || modifiers != 0) out += std::to_string(form.number);
  if (modifiers != 0) out += ';' + std::to_string(modifiers + 1);
  out += form.final;
}

void encode_legacy_key(const KeyEvent& event, const InputModes& modes, std::string& out) {
  const unsigned modifiers = event.modifiers & ~unsigned{kLocks};
  KeyEvent plain = event;
  if (modifiers != 0 || !is_keypad_form(find_form(event.code), modes)) {
    plain.code = without_keypad(event.code);
  }
  const ControlRow* const row = std::ranges::find(kControls, plain.code, &ControlRow::code);
  const bool is_control_key = row != std::end(kControls);
  if (!is_control_key && is_functional(plain.code)) {
    encode_functional_key(plain.code, modifiers, modes, out);
  } else if (is_other_key(plain, modifiers, modes.other_keys)) {
    const KeyCode code = is_control_key ? plain.code : typed_of(plain);
    append_other_key(code, modifiers, modes.has_other_keys_as_u, out);
  } else if (is_control_key) {
    encode_control_key(*row, modifiers, modes, out);
  } else {
    encode_character(plain, modifiers, out);
  }
}

}  // namespace mux::input
