#include "mux/input/key_names.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "common/base/ascii.h"
#include "common/config/suggest.h"
#include "common/text/utf8.h"

namespace mux::input {

namespace {

struct NameRow {
  KeyCode code;
  std::string_view name;
  std::string_view alias = {};
};

// clang-format off
constexpr NameRow kNames[] = {
    {' ', "Space"},
    {key::Escape, "Esc", "Escape"},
    {key::Enter, "Enter", "Return"},
    {key::Tab, "Tab"},
    {key::Backspace, "Backspace"},
    {key::Insert, "Insert", "Ins"},
    {key::Delete, "Delete", "Del"},
    {key::Left, "Left"},
    {key::Right, "Right"},
    {key::Up, "Up"},
    {key::Down, "Down"},
    {key::PageUp, "PageUp", "PgUp"},
    {key::PageDown, "PageDown", "PgDn"},
    {key::Home, "Home"},
    {key::End, "End"},
    {key::CapsLock, "CapsLock"},
    {key::ScrollLock, "ScrollLock"},
    {key::NumLock, "NumLock"},
    {key::PrintScreen, "PrintScreen"},
    {key::Pause, "Pause"},
    {key::Menu, "Menu"},
    {key::F1, "F1"}, {key::F2, "F2"}, {key::F3, "F3"}, {key::F4, "F4"}, {key::F5, "F5"},
    {key::F6, "F6"}, {key::F7, "F7"}, {key::F8, "F8"}, {key::F9, "F9"}, {key::F10, "F10"},
    {key::F11, "F11"}, {key::F12, "F12"}, {key::F13, "F13"}, {key::F14, "F14"},
    {key::F15, "F15"}, {key::F16, "F16"}, {key::F17, "F17"}, {key::F18, "F18"},
    {key::F19, "F19"}, {key::F20, "F20"}, {key::F21, "F21"}, {key::F22, "F22"},
    {key::F23, "F23"}, {key::F24, "F24"}, {key::F25, "F25"}, {key::F26, "F26"},
    {key::F27, "F27"}, {key::F28, "F28"}, {key::F29, "F29"}, {key::F30, "F30"},
    {key::F31, "F31"}, {key::F32, "F32"}, {key::F33, "F33"}, {key::F34, "F34"},
    {key::F35, "F35"},
    {key::Keypad0, "Keypad0"}, {key::Keypad1, "Keypad1"},
    {key::Keypad2, "Keypad2"}, {key::Keypad3, "Keypad3"},
    {key::Keypad4, "Keypad4"}, {key::Keypad5, "Keypad5"},
    {key::Keypad6, "Keypad6"}, {key::Keypad7, "Keypad7"},
    {key::Keypad8, "Keypad8"}, {key::Keypad9, "Keypad9"},
    {key::KeypadDecimal, "KeypadDecimal"},
    {key::KeypadDivide, "KeypadDivide"},
    {key::KeypadMultiply, "KeypadMultiply"},
    {key::KeypadSubtract, "KeypadSubtract"},
    {key::KeypadAdd, "KeypadAdd"},
    {key::KeypadEnter, "KeypadEnter"},
    {key::KeypadEqual, "KeypadEqual"},
    {key::KeypadSeparator, "KeypadSeparator"},
    {key::KeypadLeft, "KeypadLeft"}, {key::KeypadRight, "KeypadRight"},
    {key::KeypadUp, "KeypadUp"}, {key::KeypadDown, "KeypadDown"},
    {key::KeypadPageUp, "KeypadPageUp"}, {key::KeypadPageDown, "KeypadPageDown"},
    {key::KeypadHome, "KeypadHome"}, {key::KeypadEnd, "KeypadEnd"},
    {key::KeypadInsert, "KeypadInsert"}, {key::KeypadDelete, "KeypadDelete"},
    {key::KeypadBegin, "KeypadBegin"},
    {key::MediaPlay, "MediaPlay"}, {key::MediaPause, "MediaPause"},
    {key::MediaPlayPause, "MediaPlayPause"}, {key::MediaReverse, "MediaReverse"},
    {key::MediaStop, "MediaStop"}, {key::MediaFastForward, "MediaFastForward"},
    {key::MediaRewind, "MediaRewind"}, {key::MediaNext, "MediaNext"},
    {key::MediaPrevious, "MediaPrevious"}, {key::MediaRecord, "MediaRecord"},
    {key::VolumeDown, "VolumeDown"}, {key::VolumeUp, "VolumeUp"},
    {key::VolumeMute, "VolumeMute"},
    {key::LeftShift, "LeftShift"}, {key::LeftControl, "LeftCtrl"}, {key::LeftAlt, "LeftAlt"},
    {key::LeftSuper, "LeftSuper"}, {key::LeftHyper, "LeftHyper"}, {key::LeftMeta, "LeftMeta"},
    {key::RightShift, "RightShift"}, {key::RightControl, "RightCtrl"},
    {key::RightAlt, "RightAlt"}, {key::RightSuper, "RightSuper"},
    {key::RightHyper, "RightHyper"}, {key::RightMeta, "RightMeta"},
    {key::Level3Shift, "Level3Shift"}, {key::Level5Shift, "Level5Shift"},
};
// clang-format on
static_assert(std::ranges::is_sorted(kNames, {}, &NameRow::code));

struct ModifierRow {
  std::uint8_t bit;
  std::string_view name;
  std::string_view alias = {};
};

// In the order in which they are written.
constexpr ModifierRow kModifiers[] = {
    {kControl, "Ctrl", "Control"},
    {kAlt, "Alt"},
    {kShift, "Shift"},
    {kSuper, "Super"},
    {kHyper, "Hyper"},
    {kMeta, "Meta"},
};

bool is_same_name(std::string_view a, std::string_view b) {
  return std::ranges::equal(a, b, {}, common::to_lower, common::to_lower);
}

// A text that is one character.
std::optional<KeyCode> parse_character(std::string_view text) {
  if (text.empty() || common::code_point_count(text) != 1) return {};
  std::size_t at = 0;
  const char32_t character = common::next_code_point(text, at);
  return character > ' ' && character != 0x7F ? std::optional(character) : std::nullopt;
}

common::Result<KeyChord> unknown(std::string_view what, std::string_view name,
                                 const std::vector<std::string_view>& known) {
  std::string message = "unknown " + std::string(what) + " '" + std::string(name) + "'";
  if (const auto closest = common::config::closest_name(name, known)) {
    message += ", did you mean '" + std::string(*closest) + "'?";
  }
  return common::fail(std::move(message));
}

KeyChord folded(KeyCode code, std::uint8_t modifiers) {
  if (code < 'A' || code > 'Z') return {code, modifiers};
  return {code - 'A' + 'a', static_cast<std::uint8_t>(modifiers | kShift)};
}

common::Result<KeyChord> parse_code(std::string_view text, std::uint8_t modifiers) {
  if (const auto character = parse_character(text)) return folded(*character, modifiers);
  std::vector<std::string_view> known;
  for (const NameRow& row : kNames) {
    for (std::string_view name : {row.name, row.alias}) {
      if (name.empty()) continue;
      if (is_same_name(name, text)) return KeyChord{row.code, modifiers};
      known.push_back(name);
    }
  }
  return unknown("key", text, known);
}

// The word up to a space, which is removed with it.
std::string_view take_word(std::string_view& text) {
  const std::size_t end = std::min(text.find(' '), text.size());
  const std::string_view word = text.substr(0, end);
  text = common::trim_white_space(text.substr(end));
  return word;
}

const NameRow* find_name(KeyCode code) {
  const NameRow* const row = std::ranges::find(kNames, code, &NameRow::code);
  return row == std::end(kNames) ? nullptr : row;
}

std::string character_name(KeyCode code) {
  std::string name;
  common::append_utf8(code, name);
  return name;
}

}  // namespace

common::Result<KeyChord> parse_key(std::string_view text) {
  std::string_view rest = common::trim_white_space(text);
  if (rest.empty()) return common::fail("a key is missing");
  std::uint8_t modifiers = 0;
  for (;;) {
    const std::string_view word = take_word(rest);
    if (rest.empty()) return parse_code(word, modifiers);
    const auto is_meant = [&](const ModifierRow& row) {
      return is_same_name(row.name, word) || is_same_name(row.alias, word);
    };
    const ModifierRow* const row = std::ranges::find_if(kModifiers, is_meant);
    if (row == std::end(kModifiers)) {
      std::vector<std::string_view> known;
      for (const ModifierRow& modifier : kModifiers) known.push_back(modifier.name);
      return unknown("modifier", word, known);
    }
    modifiers |= row->bit;
  }
}

std::string key_name(KeyChord chord) {
  std::string text;
  for (const ModifierRow& row : kModifiers) {
    if ((chord.modifiers & row.bit) != 0) (text += row.name) += ' ';
  }
  const NameRow* const row = find_name(chord.code);
  return text += row != nullptr ? std::string(row->name) : character_name(chord.code);
}

}  // namespace mux::input
