#include "mux/input/encode.h"

#include <type_traits>

#include "common/text/utf8.h"
#include "mux/input/encode_forms.h"
#include "mux/input/mouse_buttons.h"

namespace mux::input {

namespace {

constexpr char kEsc = '\x1b';
constexpr int kX10Position = 33;  // 32, and positions from 1.
constexpr int kMostX10 = 255;
constexpr int kMostUtf8 = 2047;

bool is_typing_key(KeyCode code) {
  return code == key::Enter || code == key::Tab || code == key::Backspace;
}

// Whether the key is text, or is written as always so that a shell stays usable.
bool is_legacy_under_kitty(const KeyEvent& event, std::uint8_t flags) {
  if ((flags & kReportAllKeys) != 0) return false;
  const unsigned modifiers = event.modifiers & ~unsigned{kLocks};
  if (is_typing_key(event.code)) return modifiers == 0;
  if ((flags & kDisambiguate) == 0) {
    return (flags & kReportActions) == 0 || event.action == KeyAction::Press;
  }
  const bool is_character = !is_functional(event.code) && (modifiers & ~unsigned{kShift}) == 0;
  return event.action != KeyAction::Release && is_character && !text_of(event).empty();
}

bool is_reported(const MouseEvent& event, MouseMode mode) {
  switch (mode) {
    case MouseMode::Off:
      return false;
    case MouseMode::Clicks:
      return event.action == MouseAction::Press && event.button <= 3;
    case MouseMode::Buttons:
      return event.action != MouseAction::Move;
    case MouseMode::Drags:
      return event.action != MouseAction::Move || event.button != 0;
    case MouseMode::Motion:
      return true;
  }
  return false;
}

void append_decimal(const MouseEvent& event, std::uint32_t number, std::string_view start,
                    char final, std::string& out) {
  (out += start) += std::to_string(number) + ';' + std::to_string(event.x + 1) + ';' +
                    std::to_string(event.y + 1) + final;
}

}  // namespace

void encode_key(const KeyEvent& event, const InputModes& modes, std::string& out) {
  const std::uint8_t flags = modes.keyboard_flags;
  if (event.action == KeyAction::Release) {
    if ((flags & kReportActions) == 0) return;
    if (is_typing_key(event.code) && (flags & kReportAllKeys) == 0) return;
  }
  if (is_modifier_key(event.code) && (flags & kReportAllKeys) == 0) return;
  if (event.code == 0 &&
      (flags & (kReportAllKeys | kReportText)) != (kReportAllKeys | kReportText)) {
    out += event.text;
  } else if (flags == 0 || is_legacy_under_kitty(event, flags)) {
    encode_legacy_key(event, modes, out);
  } else if ((flags & kReportAllKeys) != 0 || is_functional(event.code)) {
    encode_kitty_key(event, flags, out);
  } else {
    KeyEvent unlocked = event;  // So that locks do not turn text into shortcuts.
    unlocked.modifiers &= static_cast<std::uint8_t>(~unsigned{kLocks});
    encode_kitty_key(unlocked, flags, out);
  }
}

void encode_mouse(const MouseEvent& event, const InputModes& modes, std::string& out) {
  if (!is_reported(event, modes.mouse)) return;
  const bool is_sgr = modes.mouse_encoding == MouseEncoding::Sgr ||
                      modes.mouse_encoding == MouseEncoding::SgrPixels;
  std::uint32_t number = number_of_mouse(event, !is_sgr);
  if (modes.mouse == MouseMode::Clicks) number &= 3;
  if (is_sgr) {
    const char final = event.action == MouseAction::Release ? 'm' : 'M';
    append_decimal(event, number, "\x1b[<", final, out);
    return;
  }
  const char32_t values[] = {number + 32, static_cast<char32_t>(event.x + kX10Position),
                             static_cast<char32_t>(event.y + kX10Position)};
  const bool is_utf8 = modes.mouse_encoding == MouseEncoding::Utf8;
  const int most = is_utf8 ? kMostUtf8 : kMostX10;
  if (modes.mouse_encoding == MouseEncoding::Urxvt) {
    append_decimal(event, values[0], "\x1b[", 'M', out);
    return;
  }
  if (event.x + kX10Position > most || event.y + kX10Position > most) return;
  out += "\x1b[M";
  for (char32_t value : values) {
    if (is_utf8) {
      common::append_utf8(value, out);
    } else {
      out += static_cast<char>(value);
    }
  }
}

void encode_paste(const Paste& paste, const InputModes& modes, std::string& out) {
  if (paste.part != Paste::Part::Text) {
    if (!modes.has_bracketed_paste) return;
    out += paste.part == Paste::Part::Start ? "\x1b[200~" : "\x1b[201~";
    return;
  }
  for (char c : paste.text) {
    // Without ESC no text can end the paste that it is in, or be taken for keys.
    if (c == kEsc) continue;
    out += c == '\n' && !modes.has_bracketed_paste ? '\r' : c;
  }
}

void encode_focus(const Focus& focus, const InputModes& modes, std::string& out) {
  if (modes.reports_focus) out += focus.is_gained ? "\x1b[I" : "\x1b[O";
}

std::string encode(const Event& event, const InputModes& modes) {
  std::string out;
  const auto append = [&](const auto& what) {
    using What = std::decay_t<decltype(what)>;
    if constexpr (std::is_same_v<What, KeyEvent>) encode_key(what, modes, out);
    if constexpr (std::is_same_v<What, MouseEvent>) encode_mouse(what, modes, out);
    if constexpr (std::is_same_v<What, Paste>) encode_paste(what, modes, out);
    if constexpr (std::is_same_v<What, Focus>) encode_focus(what, modes, out);
  };
  std::visit(append, event);
  return out;
}

}  // namespace mux::input
