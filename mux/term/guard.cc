#include "mux/term/guard.h"

#include <algorithm>
#include <utility>

#include "common/scan/scan.h"
#include "mux/term/control_codes.h"
#include "mux/term/motion.h"
#include "mux/term/parameters.h"
#include "mux/term/sequence_parts.h"
#include "mux/term/simple_csi.h"
#include "mux/term/text.h"
#include "mux/term/utf8_decoder.h"

namespace mux::term {

namespace {

constexpr std::size_t kLongestSequence = 4096;

constexpr common::scan::ByteClass make_printable() {
  common::scan::ByteClass printable;
  printable.add_range(0x20, 0x7E);
  return printable;
}
constexpr common::scan::ByteClass kPrintable = make_printable();

bool is_printable(unsigned char byte) {
  return byte >= 0x20 && byte < kDel;
}

// The end of the printable run that starts at `at`: short ones are common and not
// worth a call.
std::size_t end_of_run(std::string_view bytes, std::size_t at) {
  const std::size_t near = std::min(bytes.size(), at + 8);
  for (; at < near; ++at) {
    if (!is_printable(static_cast<unsigned char>(bytes[at]))) return at;
  }
  const std::size_t end = common::scan::find_not_in(bytes, kPrintable, at);
  return std::min(end, bytes.size());
}

}  // namespace

void Guard::write(std::string_view bytes) {
  std::size_t at = partial_size_ > 0 ? finish_character(bytes) : 0;
  while (at < bytes.size()) {
    switch (state_) {
      case State::Text:
        at = text(bytes, at);
        break;
      case State::String:
        at = string(bytes, at);
        break;
      default:
        at = sequence(bytes, at);
    }
  }
}

// ---- text ------------------------------------------------------------------

std::size_t Guard::text(std::string_view bytes, std::size_t at) {
  while (at < bytes.size()) {
    const auto byte = static_cast<unsigned char>(bytes[at]);
    if (is_printable(byte)) {
      const std::size_t end = end_of_run(bytes, at);
      put_ascii(emulator_, bytes.substr(at, end - at));
      at = end;
    } else if (byte == kEsc) {
      const std::size_t end = run_simple_csi(emulator_, bytes, at);
      if (end == at) {
        begin_sequence(State::Escape, {});
        return sequence(bytes, at);
      }
      at = end;
    } else if (byte == '\r' && bytes.substr(at).starts_with("\r\n")) {
      carriage_return(emulator_);
      line_feed(emulator_);
      emulator_.end_text();
      at += 2;
    } else if (byte <= kDel) {
      control(byte);
      ++at;
    } else {
      at = unicode_text(bytes, at);
      if (state_ != State::Text) return at;
    }
  }
  return at;
}

std::size_t Guard::unicode_text(std::string_view bytes, std::size_t at) {
  while (at < bytes.size() && static_cast<unsigned char>(bytes[at]) >= 0x80) {
    const std::size_t end = wide_text(bytes, at);
    if (end != at) {
      at = end;
      continue;
    }
    const Decoded character = decode_utf8(bytes.substr(at));
    if (character.size == 0) {
      partial_size_ = bytes.size() - at;
      std::copy(bytes.begin() + static_cast<std::ptrdiff_t>(at), bytes.end(), partial_);
      return bytes.size();
    }
    at += character.size;
    if (character.code_point < 0xA0) {
      c1_control(character.code_point);
      if (state_ != State::Text) return at;
    } else {
      put(emulator_, character.code_point);
    }
  }
  return at;
}

// Takes a run of ideographs and the like, which come in whole lines: characters of
// three bytes and two cells that join nothing.  Returns where it ends.
std::size_t Guard::wide_text(std::string_view bytes, std::size_t at) {
  char32_t run[64];
  std::size_t count = 0;
  for (; count < std::size(run) && bytes.size() - at >= 3; at += 3) {
    const char32_t code_point = plain_three_bytes(bytes.data() + at);
    if (code_point == 0) break;
    const Character character = character_of(code_point);
    if (character.width() != 2 || character.joining() != Joining::Other) break;
    run[count++] = code_point;
  }
  if (count > 0) put_wide(emulator_, {run, count});
  return at;
}

// The character that an earlier write began; returns how much of it is here.
std::size_t Guard::finish_character(std::string_view bytes) {
  char joined[sizeof partial_ + 3];
  char* end = std::copy(partial_, partial_ + partial_size_, joined);
  const std::size_t more = std::min<std::size_t>(bytes.size(), 3);
  end = std::copy(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(more), end);
  const Decoded character = decode_utf8({joined, static_cast<std::size_t>(end - joined)});
  if (character.size == 0) {
    partial_size_ = static_cast<std::size_t>(end - joined);
    std::copy(joined, end, partial_);
    return bytes.size();
  }
  const std::size_t taken = character.size - partial_size_;
  partial_size_ = 0;
  if (character.code_point < 0xA0) {
    c1_control(character.code_point);
  } else {
    put(emulator_, character.code_point);
  }
  return taken;
}

void Guard::control(unsigned char byte) {
  switch (byte) {
    case kBel:
      emulator_.events.ring_bell();
      break;
    case '\b':
      backspace(emulator_);
      break;
    case '\t':
      tab_forward(emulator_, 1);
      break;
    case '\n':
    case '\v':
    case '\f':
      line_feed(emulator_);
      break;
    case '\r':
      carriage_return(emulator_);
      break;
    case 0x0E:
      emulator_.pen.charsets.shifted = 1;
      break;
    case 0x0F:
      emulator_.pen.charsets.shifted = 0;
      break;
    default:
      return;
  }
  emulator_.end_text();
}

// Controls of 8 bits, which in UTF-8 take two bytes.
void Guard::c1_control(char32_t code_point) {
  const char letter = static_cast<char>(code_point - 0x40);
  // The VT52 has none.
  if (!emulator_.modes[Mode::Ansi]) return;
  if (letter == '[') {
    begin_sequence(State::CsiLeader, "\x1b[");
  } else if (const auto kind = string_kind(letter)) {
    begin_string(*kind);
  } else {
    const char escape[] = {kEsc, letter};
    tokenizer_.run({escape, sizeof escape});
  }
}

// ---- sequences -------------------------------------------------------------

void Guard::begin_sequence(State state, std::string_view held) {
  state_ = state;
  held_ = held;
  separators_ = 0;
  digits_ = 0;
  has_long_number_ = false;
}

// Keeps a part of the sequence; too long ones are ignored from here on.
void Guard::hold(std::string_view bytes) {
  const bool is_ignored = state_ == State::CsiIgnored || state_ == State::EscapeIgnored;
  if (!is_ignored) held_ += bytes;
  if (held_.size() <= kLongestSequence) return;
  held_.clear();
  const bool is_escape = state_ == State::Escape || state_ == State::EscapeIntermediates;
  state_ = is_escape ? State::EscapeIgnored : State::CsiIgnored;
}

// Takes one byte from 0x20 to 0x7E that is not part of a parameter; true if the
// sequence ends with it.
bool Guard::step(unsigned char byte) {
  switch (state_) {
    case State::EscapeIntermediates:
    case State::EscapeIgnored:
      return byte >= 0x30;
    case State::Vt52:
      if (byte != 'Y') return true;
      state_ = State::Vt52Row;
      return false;
    case State::Vt52Row:
      state_ = State::Vt52Column;
      return false;
    case State::Vt52Column:
      return true;
    case State::CsiParameters:
      if (byte >= 0x40) return true;
      state_ = byte < 0x30 ? State::CsiIntermediates : State::CsiIgnored;
      return false;
    case State::CsiIntermediates:
      if (byte >= 0x30 && byte < 0x40) state_ = State::CsiIgnored;
      [[fallthrough]];
    default:
      return byte >= 0x40;
  }
}

// Behind the digits and separators that start at `at`, which are counted.
std::size_t Guard::skip_parameters(std::string_view bytes, std::size_t at) {
  std::size_t digits = digits_;
  std::size_t separators = separators_;
  bool is_long = has_long_number_;
  for (; at < bytes.size(); ++at) {
    const auto value = static_cast<unsigned char>(bytes[at] - '0');
    if (value > ';' - '0') break;
    const bool is_separator = value > 9;
    separators += is_separator ? 1 : 0;
    digits = is_separator ? 0 : digits + 1;
    is_long = is_long || digits > kMostDigits;
  }
  digits_ = digits;
  separators_ = separators;
  has_long_number_ = is_long;
  return at;
}

std::size_t Guard::sequence(std::string_view bytes, std::size_t at) {
  std::size_t start = at;  // What is in front of it is in held_.
  if (state_ == State::Escape && held_.empty()) ++at;
  for (; at < bytes.size(); ++at) {
    auto byte = static_cast<unsigned char>(bytes[at]);
    if (!is_printable(byte)) {
      hold(bytes.substr(start, at - start));
      start = at + 1;
      if (byte == kEsc) {
        begin_sequence(State::Escape, "\x1b");
      } else if (byte == kCan || byte == kSub || byte > kDel) {
        state_ = State::Text;
        held_.clear();
        return byte > kDel ? at : at + 1;
      } else {
        control(byte);
      }
      continue;
    }
    if (state_ == State::Escape && !emulator_.modes[Mode::Ansi]) {
      state_ = State::Vt52;
    } else if (state_ == State::Escape) {
      if (byte == '[') {
        state_ = State::CsiLeader;
        continue;
      }
      if (const auto kind = string_kind(static_cast<char>(byte))) {
        begin_string(*kind);
        return at + 1;
      }
      state_ = State::EscapeIntermediates;
    }
    if (state_ == State::CsiLeader) {
      state_ = State::CsiParameters;
      if (byte >= '<' && byte <= '?') continue;
    }
    if (state_ == State::CsiParameters) {
      // Most bytes of sequences are these.
      at = skip_parameters(bytes, at);
      if (at == bytes.size()) break;
      byte = static_cast<unsigned char>(bytes[at]);
      if (!is_printable(byte)) {
        --at;
        continue;
      }
    }
    if (!step(byte)) continue;
    const bool is_ignored = state_ == State::CsiIgnored || state_ == State::EscapeIgnored;
    const std::string_view here = bytes.substr(start, at + 1 - start);
    state_ = State::Text;
    if (is_ignored) {
      held_.clear();
    } else if (held_.empty()) {
      deliver(here);
    } else {
      std::string whole = std::move(held_);
      held_.clear();
      whole += here;
      deliver(whole);
    }
    return at + 1;
  }
  hold(bytes.substr(start));
  return at;
}

void Guard::deliver(std::string_view sequence) {
  if (!emulator_.modes[Mode::Ansi]) {
    run_vt52(emulator_, sequence);
  } else if (separators_ < kMostParameters && !has_long_number_) {
    tokenizer_.run(sequence);
  } else {
    run_in_parts(sequence, [this](std::string_view part) { tokenizer_.run(part); });
  }
}

// ---- strings ---------------------------------------------------------------

void Guard::begin_string(StringKind kind) {
  state_ = State::String;
  held_.clear();
  string_.begin(kind);
}

std::size_t Guard::string(std::string_view bytes, std::size_t at) {
  const auto [end, progress] = string_.read(bytes, at);
  switch (progress) {
    case StringProgress::GoesOn:
      break;
    case StringProgress::Complete:
      state_ = State::Text;
      emulator_.end_text();
      if (!string_.is_too_long()) run_control_string(emulator_, string_.kind(), string_.text());
      string_.clear();
      break;
    case StringProgress::Cancelled:
      state_ = State::Text;
      string_.clear();
      break;
    case StringProgress::Escaped:
      begin_sequence(State::Escape, "\x1b");
      string_.clear();
      break;
  }
  return end;
}

}  // namespace mux::term
