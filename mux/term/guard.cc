#include "mux/term/guard.h"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <utility>

#include "common/scan/scan.h"
#include "mux/term/control_codes.h"
#include "mux/term/motion.h"
#include "mux/term/parameters.h"
#include "mux/term/sequence_parts.h"
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

struct Number {
  int value = 0;
  std::size_t digits = 0;  // None, or too many: the value means nothing.
};

Number read_long_number(const char* at, const char* end) {
  Number number;
  for (; at != end && *at >= '0' && *at <= '9'; ++at) {
    if (++number.digits > kMostDigits) break;
    number.value = number.value * 10 + (*at - '0');
  }
  return number;
}

// Most numbers have one to three digits, which cannot be guessed: four bytes are
// looked at as one word, without branches.
Number read_number(const char* at, const char* end) {
  std::uint32_t word;
  if (end - at < static_cast<std::ptrdiff_t>(sizeof word)) return read_long_number(at, end);
  std::memcpy(&word, at, sizeof word);
  static_assert(std::endian::native == std::endian::little);
  const std::uint32_t digits = word ^ 0x30303030;  // Bytes of 0 to 9, and others.
  // The first of the others has its highest bit here; what is above it may be wrong.
  const std::uint32_t others = (digits | (digits + 0x76767676)) & 0x80808080;
  if (others == 0) return read_long_number(at, end);
  const auto size = static_cast<unsigned>(std::countr_zero(others)) / 8;
  // The digits come to the end of the word, with zeros before them.
  const auto aligned = static_cast<std::uint32_t>(std::uint64_t{digits} << (32 - size * 8));
  const std::uint32_t pairs = aligned * 10 + (aligned >> 8);
  return {.value = static_cast<int>((pairs & 0xFF) * 100 + (pairs >> 16 & 0xFF)), .digits = size};
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
      const std::size_t end = simple_csi(bytes, at);
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

// Runs the control sequence that starts at `at` if it is whole and of the kind that
// nearly all are: numbers that fit, and no intermediates.  Returns where it ends, or
// `at`: then it is for the tokenizer, which gives the same result.
std::size_t Guard::simple_csi(std::string_view bytes, std::size_t at) {
  const char* next = bytes.data() + at + 2;
  const char* const end = bytes.data() + bytes.size();
  if (bytes.size() - at < 3 || next[-1] != '[' || !emulator_.modes[Mode::Ansi]) return at;
  const char leader = *next >= '<' && *next <= '?' ? *next++ : '\0';
  for (Parameters parameters; parameters.count() < kMostParameters; ++next) {
    const Number number = read_number(next, end);
    next += number.digits;
    if (number.digits > kMostDigits || next == end) return at;
    const char c = *next;
    const bool is_final = c >= 0x40 && c < 0x7F;
    if (!is_final && c != ';' && c != ':') return at;
    parameters.add(number.digits == 0 ? Parameters::kMissing : number.value, c == ':');
    if (!is_final) continue;
    run_csi(emulator_, leader, '\0', c, parameters);
    return static_cast<std::size_t>(next + 1 - bytes.data());
  }
  return at;
}

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
