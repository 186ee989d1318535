#include "mux/input/key_forms.h"

#include <algorithm>

namespace mux::input {

namespace {

// clang-format off
constexpr KeyForm kForms[] = {
    {key::Escape, 27, 'u'},
    {key::Enter, 13, 'u'},
    {key::Tab, 9, 'u'},
    {key::Backspace, 127, 'u'},
    {key::Insert, 2, '~'},
    {key::Delete, 3, '~'},
    {key::Left, 1, 'D', 'D', Ss3::CursorKeys},
    {key::Right, 1, 'C', 'C', Ss3::CursorKeys},
    {key::Up, 1, 'A', 'A', Ss3::CursorKeys},
    {key::Down, 1, 'B', 'B', Ss3::CursorKeys},
    {key::PageUp, 5, '~'},
    {key::PageDown, 6, '~'},
    {key::Home, 1, 'H', 'H', Ss3::CursorKeys},
    {key::End, 1, 'F', 'F', Ss3::CursorKeys},
    {key::Menu, 57363, 'u', 0, Ss3::Never, 29},
    {key::F1, 1, 'P', 'P', Ss3::Always},
    {key::F2, 1, 'Q', 'Q', Ss3::Always},
    {key::F3, 13, '~', 'R', Ss3::Always},  // CSI R would be a cursor position report.
    {key::F4, 1, 'S', 'S', Ss3::Always},
    {key::F5, 15, '~'},
    {key::F6, 17, '~'},
    {key::F7, 18, '~'},
    {key::F8, 19, '~'},
    {key::F9, 20, '~'},
    {key::F10, 21, '~'},
    {key::F11, 23, '~'},
    {key::F12, 24, '~'},
    {key::F13, 57376, 'u', 0, Ss3::Never, 25},
    {key::F14, 57377, 'u', 0, Ss3::Never, 26},
    {key::F15, 57378, 'u', 0, Ss3::Never, 28},
    {key::F17, 57380, 'u', 0, Ss3::Never, 31},  // F16's would be 29, which is Menu's.
    {key::F18, 57381, 'u', 0, Ss3::Never, 32},
    {key::F19, 57382, 'u', 0, Ss3::Never, 33},
    {key::F20, 57383, 'u', 0, Ss3::Never, 34},
    {key::Keypad0, 57399, 'u', 'p', Ss3::Keypad, 0, '0'},
    {key::Keypad1, 57400, 'u', 'q', Ss3::Keypad, 0, '1'},
    {key::Keypad2, 57401, 'u', 'r', Ss3::Keypad, 0, '2'},
    {key::Keypad3, 57402, 'u', 's', Ss3::Keypad, 0, '3'},
    {key::Keypad4, 57403, 'u', 't', Ss3::Keypad, 0, '4'},
    {key::Keypad5, 57404, 'u', 'u', Ss3::Keypad, 0, '5'},
    {key::Keypad6, 57405, 'u', 'v', Ss3::Keypad, 0, '6'},
    {key::Keypad7, 57406, 'u', 'w', Ss3::Keypad, 0, '7'},
    {key::Keypad8, 57407, 'u', 'x', Ss3::Keypad, 0, '8'},
    {key::Keypad9, 57408, 'u', 'y', Ss3::Keypad, 0, '9'},
    {key::KeypadDecimal, 57409, 'u', 'n', Ss3::Keypad, 0, '.'},
    {key::KeypadDivide, 57410, 'u', 'o', Ss3::Keypad, 0, '/'},
    {key::KeypadMultiply, 57411, 'u', 'j', Ss3::Keypad, 0, '*'},
    {key::KeypadSubtract, 57412, 'u', 'm', Ss3::Keypad, 0, '-'},
    {key::KeypadAdd, 57413, 'u', 'k', Ss3::Keypad, 0, '+'},
    {key::KeypadEnter, 57414, 'u', 'M', Ss3::Keypad, 0, key::Enter},
    {key::KeypadEqual, 57415, 'u', 'X', Ss3::Keypad, 0, '='},
    {key::KeypadSeparator, 57416, 'u', 'l', Ss3::Keypad, 0, ','},
    {key::KeypadLeft, 57417, 'u', 0, Ss3::Never, 0, key::Left},
    {key::KeypadRight, 57418, 'u', 0, Ss3::Never, 0, key::Right},
    {key::KeypadUp, 57419, 'u', 0, Ss3::Never, 0, key::Up},
    {key::KeypadDown, 57420, 'u', 0, Ss3::Never, 0, key::Down},
    {key::KeypadPageUp, 57421, 'u', 0, Ss3::Never, 0, key::PageUp},
    {key::KeypadPageDown, 57422, 'u', 0, Ss3::Never, 0, key::PageDown},
    {key::KeypadHome, 57423, 'u', 0, Ss3::Never, 0, key::Home},
    {key::KeypadEnd, 57424, 'u', 0, Ss3::Never, 0, key::End},
    {key::KeypadInsert, 57425, 'u', 0, Ss3::Never, 0, key::Insert},
    {key::KeypadDelete, 57426, 'u', 0, Ss3::Never, 0, key::Delete},
    {key::KeypadBegin, 1, 'E', 'E', Ss3::CursorKeys},
};
// clang-format on
static_assert(std::ranges::is_sorted(kForms, {}, &KeyForm::code));

struct OtherForm {
  KeyCode code;
  std::uint16_t number;
  char final;
};

// What some terminals send instead.
constexpr OtherForm kOtherForms[] = {
    {key::Home, 1, '~'}, {key::Home, 7, '~'}, {key::End, 4, '~'},
    {key::End, 8, '~'},  {key::F1, 11, '~'},  {key::F2, 12, '~'},
    {key::F4, 14, '~'},  {key::F3, 1, 'R'},   {key::KeypadBegin, 57427, '~'},
};

}  // namespace

std::span<const KeyForm> key_forms() {
  return kForms;
}

const KeyForm* find_form(KeyCode code) {
  const KeyForm* const found = std::ranges::lower_bound(kForms, code, {}, &KeyForm::code);
  return found != std::end(kForms) && found->code == code ? found : nullptr;
}

KeyCode key_of_csi(std::uint32_t number, char final) {
  for (const KeyForm& form : kForms) {
    if (form.number == number && form.final == final) return form.code;
    if (final == '~' && number != 0 && form.legacy_number == number) return form.code;
  }
  for (const OtherForm& form : kOtherForms) {
    if (form.number == number && form.final == final) return form.code;
  }
  return final == 'u' && is_functional(number) ? number : 0;
}

KeyCode key_of_ss3(char final) {
  for (const KeyForm& form : kForms) {
    if (form.ss3 != Ss3::Never && form.ss3_final == final) return form.code;
  }
  return 0;
}

KeyCode without_keypad(KeyCode code) {
  const KeyForm* const form = find_form(code);
  return form != nullptr && form->plain != 0 ? form->plain : code;
}

}  // namespace mux::input
