#include "mux/input/decoder.h"

#include <algorithm>
#include <utility>

#include "common/text/utf8.h"
#include "mux/input/control_sequence.h"
#include "mux/input/key_forms.h"
#include "mux/input/key_sequences.h"
#include "mux/input/mouse_buttons.h"
#include "mux/input/reports.h"

namespace mux::input {

namespace {

constexpr unsigned char kEscByte = 0x1B;
constexpr std::size_t kLongestCsi = 1024;  // Associated text makes them long.
constexpr std::size_t kLongestString = 4096;
constexpr std::size_t kLongestClipboard = std::size_t{8} << 20;
constexpr std::string_view kClipboard = "52;";
constexpr std::uint32_t kX10Lowest = 32;

}  // namespace

void Decoder::feed(std::string_view bytes, std::vector<Event>& events) {
  events_ = &events;
  for (std::size_t at = 0; at < bytes.size();) {
    if (state_ == State::Paste) {
      at += take_paste(bytes.substr(at));
    } else if (take(static_cast<unsigned char>(bytes[at]))) {
      ++at;
    }
  }
  events_ = nullptr;
}

void Decoder::flush(std::vector<Event>& events) {
  if (!is_waiting()) return;
  events_ = &events;
  if (state_ == State::Escape) {
    emit_key(key::Escape, prefix_modifiers());
  } else if (state_ == State::StringEscape) {
    emit_key(key::Escape, 0);
  } else {
    resolve_introducer();
  }
  start(State::Ground);
  events_ = nullptr;
}

bool Decoder::is_waiting() const {
  return state_ == State::Escape || state_ == State::Ss3 || state_ == State::StringStart ||
         state_ == State::StringEscape || (state_ == State::Csi && text_.empty());
}

bool Decoder::take(unsigned char byte) {
  switch (state_) {
    case State::Ground:
      return take_ground(byte);
    case State::Character:
      return take_character(byte);
    case State::Escape:
      return take_escape(byte);
    case State::Ss3:
      return take_ss3(byte);
    case State::Csi:
      return take_csi(byte);
    case State::LinuxFunction:
      return take_linux_function(byte);
    case State::X10Mouse:
      return take_x10_mouse(byte);
    case State::StringStart:
      return take_string_start(byte);
    case State::String:
      return take_string(byte);
    case State::StringEscape:
      return take_string_escape(byte);
    case State::Paste:
      break;
  }
  return false;
}

void Decoder::start(State state) {
  state_ = state;
  text_.clear();
  is_too_long_ = false;
  if (state == State::Ground) escapes_ = 0;
}

void Decoder::append(unsigned char byte, std::size_t limit) {
  if (text_.size() < limit && !is_too_long_) {
    text_ += static_cast<char>(byte);
  } else {
    is_too_long_ = true;
    std::string().swap(text_);
  }
}

bool Decoder::take_ground(unsigned char byte) {
  const unsigned modifiers = escapes_ > 0 ? unsigned{kAlt} : 0u;
  if (byte == kEscByte) {
    escapes_ = 1;
    start(State::Escape);
    return true;
  }
  if (byte >= 0x80) {
    start(State::Character);
    character_.start();
    return false;
  }
  if (byte < 0x20 || byte == 0x7F) {
    emit_control(byte, modifiers);
  } else {
    emit_character(byte, modifiers);
  }
  start(State::Ground);
  return true;
}

bool Decoder::take_character(unsigned char byte) {
  const bool is_taken = character_.take(byte);
  const auto character = character_.result();
  if (!character) return is_taken;
  // No key types a C1 control, and no pane is to see one as if it did.
  emit_character(is_control_character(*character) ? kReplacement : *character,
                 escapes_ > 0 ? unsigned{kAlt} : 0u);
  start(State::Ground);
  return is_taken;
}

bool Decoder::take_escape(unsigned char byte) {
  switch (byte) {
    case kEscByte:
      if (escapes_ > 1) {
        emit_key(key::Escape, 0);
      } else {
        ++escapes_;
      }
      return true;
    case '[':
      start(State::Csi);
      return true;
    case 'O':
      start(State::Ss3);
      return true;
    case ']':
    case 'P':
    case '_':
      introducer_ = static_cast<char>(byte);
      start(State::StringStart);
      return true;
    default:
      // Twice ESC and a character: Escape, and the character with Alt.
      if (escapes_ > 1) emit_key(key::Escape, 0);
      state_ = State::Ground;
      return false;
  }
}

// What looked like the start of a sequence was a key with Alt.
void Decoder::resolve_introducer() {
  if (escapes_ > 1) emit_key(key::Escape, 0);
  const char character = state_ == State::Csi ? '[' : state_ == State::Ss3 ? 'O' : introducer_;
  emit_character(static_cast<unsigned char>(character), kAlt);
  for (char digit : text_) emit_character(static_cast<unsigned char>(digit), 0);
}

bool Decoder::take_ss3(unsigned char byte) {
  unsigned modifiers = prefix_modifiers();
  if (byte >= '1' && byte <= '8' && text_.empty()) {  // Some send modifiers here.
    text_ += static_cast<char>(byte);
    return true;
  }
  if (!text_.empty()) modifiers |= static_cast<unsigned>(text_.front() - '1');
  if (byte >= 'a' && byte <= 'd' && text_.empty()) {  // rxvt's arrows with Control.
    emit_key(key_of_csi(1, static_cast<char>(byte - 'a' + 'A')), modifiers | kControl);
    start(State::Ground);
    return true;
  }
  if (const KeyCode code = key_of_ss3(static_cast<char>(byte))) {
    emit_key(code, modifiers);
    start(State::Ground);
    return true;
  }
  resolve_introducer();
  start(State::Ground);
  return false;
}

bool Decoder::take_csi(unsigned char byte) {
  if (byte < 0x20 || byte >= 0x7F) {
    if (text_.empty() && !is_too_long_) resolve_introducer();
    start(State::Ground);
    return false;
  }
  if (text_.empty() && !is_too_long_ && byte == '[') {
    start(State::LinuxFunction);
    return true;
  }
  if (text_.empty() && !is_too_long_ && byte == 'M') {
    start(State::X10Mouse);
    return true;
  }
  append(byte, kLongestCsi);
  const bool is_final = byte >= 0x40;
  if (is_final || is_rxvt_shift(text_)) {
    finish_csi();
    if (state_ != State::Paste) start(State::Ground);
  }
  return true;
}

void Decoder::finish_csi() {
  if (is_too_long_) return;
  if (const auto key = key_of_sequence(text_)) {
    events_->emplace_back(*key);
    std::get<KeyEvent>(events_->back()).modifiers |= static_cast<std::uint8_t>(prefix_modifiers());
    return;
  }
  const ControlSequence sequence = ControlSequence::parse(text_);
  const bool is_plain = sequence.leader == 0 && sequence.intermediate == 0;
  const bool is_sgr = sequence.leader == '<' && sequence.intermediate == 0;
  if (is_plain && sequence.final == '~' && sequence.number(0) == 200u) {
    start(State::Paste);
    escapes_ = 0;
    paste_.start();
    emit_paste(Paste::Part::Start);
  } else if (is_plain && sequence.final == '~' && sequence.number(0) == 201u) {
    // The end of a paste that never started.
  } else if (is_plain && text_.size() == 1 && (text_ == "I" || text_ == "O")) {
    events_->emplace_back(Focus{.is_gained = text_ == "I"});
  } else if (is_sgr && (sequence.final == 'M' || sequence.final == 'm')) {
    emit_mouse(mouse_of_number(sequence.number_or(0, 0, 0), sequence.final == 'm'),
               sequence.number_or(1, 0, 1), sequence.number_or(2, 0, 1));
  } else if (is_plain && sequence.final == 'M' && sequence.field_count() == 3) {
    const std::uint32_t number = sequence.number_or(0, 0, kX10Lowest);
    emit_mouse(mouse_of_number(number < kX10Lowest ? 0 : number - kX10Lowest, false),
               sequence.number_or(1, 0, 1), sequence.number_or(2, 0, 1));
  } else {
    events_->emplace_back(report_of(sequence, text_));
  }
}

// The console's F1 to F5.
bool Decoder::take_linux_function(unsigned char byte) {
  if (byte >= 'A' && byte <= 'E') {
    emit_key(key::F1 + (byte - 'A'), prefix_modifiers());
    start(State::Ground);
    return true;
  }
  start(State::Ground);
  return false;
}

bool Decoder::take_x10_mouse(unsigned char byte) {
  if (byte < kX10Lowest) {
    start(State::Ground);
    return false;
  }
  text_ += static_cast<char>(byte);
  if (text_.size() < 3) return true;
  const auto value = [&](std::size_t i) {
    return static_cast<unsigned char>(text_[i]) - kX10Lowest;
  };
  emit_mouse(mouse_of_number(value(0), false), value(1), value(2));
  start(State::Ground);
  return true;
}

bool Decoder::take_string_start(unsigned char byte) {
  if (!can_start_string(introducer_, static_cast<char>(byte))) {
    resolve_introducer();
    start(State::Ground);
    return false;
  }
  start(State::String);
  return false;
}

bool Decoder::take_string(unsigned char byte) {
  if (byte == kEscByte) {
    state_ = State::StringEscape;
    return true;
  }
  if (byte == '\a' && introducer_ == ']') {
    finish_string();
    return true;
  }
  if (byte < 0x20) {  // A key: the answer will not be finished any more.
    start(State::Ground);
    return false;
  }
  const bool is_clipboard = introducer_ == ']' && text_.starts_with(kClipboard);
  append(byte, is_clipboard ? kLongestClipboard : kLongestString);
  return true;
}

bool Decoder::take_string_escape(unsigned char byte) {
  if (byte == '\\') {
    finish_string();
    return true;
  }
  escapes_ = 1;
  start(State::Escape);
  return false;
}

void Decoder::finish_string() {
  if (!is_too_long_) events_->emplace_back(report_of_string(introducer_, text_));
  std::string().swap(text_);
  start(State::Ground);
}

std::size_t Decoder::take_paste(std::string_view bytes) {
  std::string text;
  const std::size_t taken = paste_.read(bytes, text);
  if (!text.empty()) emit_paste(Paste::Part::Text, std::move(text));
  if (paste_.has_ended()) {
    emit_paste(Paste::Part::End);
    start(State::Ground);
  }
  return taken;
}

void Decoder::emit_key(KeyCode code, unsigned modifiers) {
  events_->emplace_back(KeyEvent{.code = code, .modifiers = static_cast<std::uint8_t>(modifiers)});
}

void Decoder::emit_character(char32_t character, unsigned modifiers) {
  KeyEvent event{.code = character, .modifiers = static_cast<std::uint8_t>(modifiers)};
  if (modifiers == 0) common::append_utf8(character, event.text);
  fold_capital(event);
  events_->emplace_back(std::move(event));
}

void Decoder::emit_control(unsigned char byte, unsigned modifiers) {
  KeyEvent event = key_of_control(byte);
  event.modifiers |= static_cast<std::uint8_t>(modifiers);
  events_->emplace_back(std::move(event));
}

void Decoder::emit_mouse(MouseEvent event, std::uint32_t column, std::uint32_t row) {
  event.x = static_cast<int>(std::max(column, 1u)) - 1;
  event.y = static_cast<int>(std::max(row, 1u)) - 1;
  if (event.action == MouseAction::Press) held_button_ = event.button;
  if (event.action == MouseAction::Release) {
    if (event.button == 0) event.button = held_button_;
    held_button_ = 0;
  }
  events_->emplace_back(event);
}

void Decoder::emit_paste(Paste::Part part, std::string text) {
  events_->emplace_back(Paste{.part = part, .text = std::move(text)});
}

}  // namespace mux::input
