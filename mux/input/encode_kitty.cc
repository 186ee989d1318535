#include "common/text/utf8.h"
#include "mux/input/encode_forms.h"

namespace mux::input {

namespace {

// Shifted and base key, as far as there are any and they say something new.
void append_alternates(const KeyEvent& event, std::string& out) {
  const KeyCode shifted = (event.modifiers & kShift) != 0 ? shifted_of(event) : 0;
  const KeyCode base = event.base_layout != event.code ? event.base_layout : 0;
  if (shifted == 0 && base == 0) return;
  out += ':';
  if (shifted != 0) out += std::to_string(static_cast<unsigned>(shifted));
  if (base != 0) out += ':' + std::to_string(static_cast<unsigned>(base));
}

// The protocol has no control characters in texts.
std::string code_points_of(std::string_view text) {
  std::string numbers;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t character = common::next_code_point(text, at);
    if (is_control_character(character)) continue;
    if (!numbers.empty()) numbers += ':';
    numbers += std::to_string(static_cast<unsigned>(character));
  }
  return numbers;
}

}  // namespace

void encode_kitty_key(const KeyEvent& event, std::uint8_t flags, std::string& out) {
  const KeyForm* const form = find_form(event.code);
  const bool reports_action = (flags & kReportActions) != 0 && event.action != KeyAction::Press;
  const bool reports_text = (flags & kReportText) != 0 && (flags & kReportAllKeys) != 0 &&
                            event.action != KeyAction::Release;
  const std::string text = reports_text ? code_points_of(text_of(event)) : std::string();
  const bool has_fields = event.modifiers != 0 || reports_action || !text.empty();

  out += "\x1b[";
  const char final = form != nullptr ? form->final : 'u';
  const bool is_letter = final != 'u' && final != '~';
  if (!is_letter || has_fields) {
    const KeyCode number = form != nullptr ? KeyCode{form->number} : event.code;
    out += std::to_string(static_cast<unsigned>(number));
  }
  if (!is_functional(event.code) && (flags & kReportAlternates) != 0) {
    append_alternates(event, out);
  }
  if (has_fields) out += ';';
  if (event.modifiers != 0 || reports_action) out += std::to_string(event.modifiers + 1);
  if (reports_action) out += event.action == KeyAction::Repeat ? ":2" : ":3";
  if (!text.empty()) out += ';' + text;
  out += final;
}

}  // namespace mux::input
