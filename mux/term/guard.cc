#include "mux/term/guard.h"

#include <algorithm>
#include <cstring>
#include <utility>

#include "common/scan/scan.h"
#include "mux/term/motion.h"
#include "mux/term/parameters.h"
#include "mux/term/text.h"
#include "mux/term/utf8_decoder.h"

namespace mux::term {

namespace {

constexpr unsigned char kBel = 0x07;
constexpr unsigned char kCan = 0x18;
constexpr unsigned char kSub = 0x1A;
constexpr unsigned char kEsc = 0x1B;
constexpr unsigned char kDel = 0x7F;
constexpr char kStringTerminator = '\x9C';  // Behind the lead byte 0xC2.

constexpr std::size_t kMostDigits = 9;
constexpr std::size_t kLongestSequence = 4096;

constexpr common::scan::ByteClass make_printable() {
  common::scan::ByteClass printable;
  printable.add_range(0x20, 0x7E);
  return printable;
}
constexpr common::scan::ByteClass kPrintable = make_printable();
constexpr common::scan::ByteClass kStringEnds{std::string_view("\x07\x18\x1A\x1B\x9C", 5)};

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
      case State::StringEscape:
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
  Parameters parameters;
  int value = Parameters::kMissing;
  for (std::size_t digits = 0; next != end; ++next) {
    const char c = *next;
    if (c >= '0' && c <= '9') {
      if (++digits > kMostDigits) return at;
      value = digits == 1 ? c - '0' : value * 10 + (c - '0');
      continue;
    }
    const bool is_final = c >= 0x40 && c < 0x7F;
    if ((!is_final && c != ';' && c != ':') || parameters.count() == kMostParameters) return at;
    parameters.add(value, c == ':');
    if (is_final) {
      run_csi(emulator_, leader, '\0', c, parameters);
      return static_cast<std::size_t>(next + 1 - bytes.data());
    }
    value = Parameters::kMissing;
    digits = 0;
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
    deliver_in_parts(sequence);
  }
}

namespace {

// The parameters of a sequence, cut where that does not change the meaning.
class ParameterCutter {
 public:
  explicit ParameterCutter(std::string_view parameters) : rest_(parameters) {}
  bool is_done() const { return is_done_; }

  // The next group: parameters joined by colons, or the colour that follows a
  // 38, 48 or 58 with semicolons.  Numbers are made harmless.
  std::string next_group(bool is_sgr) {
    std::string group = next_joined();
    if (!is_sgr || (group != "38" && group != "48" && group != "58")) return group;
    if (is_done_) return group;
    const std::string kind = next_joined();
    group += ';' + kind;
    const int more = kind == "5" ? 1 : kind == "2" ? 3 : 0;
    for (int i = 0; i < more && !is_done_; ++i) group += ';' + next_joined();
    return first_parameters(std::move(group));
  }

 private:
  // As many of the group as the tokenizer takes: each of its parts may be a long one.
  static std::string first_parameters(std::string group) {
    std::size_t end = group.find_first_of(";:");
    for (std::size_t i = 1; i < kMostParameters && end != group.npos; ++i) {
      end = group.find_first_of(";:", end + 1);
    }
    if (end != group.npos) group.resize(end);
    return group;
  }

  std::string next_joined() {
    const std::size_t end = rest_.find(';');
    const std::string_view joined = rest_.substr(0, end);
    is_done_ = end == rest_.npos;
    if (!is_done_) rest_.remove_prefix(end + 1);
    return harmless(joined);
  }

  // No number of more than nine digits, no more than 16 of them.
  static std::string harmless(std::string_view joined) {
    std::string out;
    for (std::size_t count = 0; count < kMostParameters; ++count) {
      const std::size_t end = joined.find(':');
      std::string_view digits = joined.substr(0, end);
      while (digits.size() > 1 && digits.front() == '0') digits.remove_prefix(1);
      out += digits.size() > kMostDigits ? std::string(kMostDigits, '9') : std::string(digits);
      if (end == joined.npos || count + 1 == kMostParameters) break;
      out += ':';
      joined.remove_prefix(end + 1);
    }
    return out;
  }

  std::string_view rest_;
  bool is_done_ = false;
};

std::size_t parameter_count(std::string_view group) {
  return 1 + static_cast<std::size_t>(
                 std::ranges::count_if(group, [](char c) { return c == ';' || c == ':'; }));
}

}  // namespace

// Of SGR as many parameters at once as the tokenizer takes, of modes too; of all
// others the first ones are those that count.
void Guard::deliver_in_parts(std::string_view sequence) {
  const std::size_t first = sequence.find_first_of("0123456789:;");
  const std::size_t last = sequence.find_last_of("0123456789:;") + 1;
  const std::string_view start = sequence.substr(0, first);
  const std::string_view end = sequence.substr(last);
  const bool is_sgr = end == "m" && start == "\x1b[";
  const bool is_list = is_sgr || end == "h" || end == "l";
  ParameterCutter cutter(sequence.substr(first, last - first));
  std::string part;
  const auto run = [&] {
    tokenizer_.run(std::string(start).append(part).append(end));
    part.clear();
  };
  std::size_t count = 0;
  while (!cutter.is_done()) {
    const std::string group = cutter.next_group(is_sgr);
    const std::size_t size = parameter_count(group);
    if (count > 0 && count + size > kMostParameters) {
      if (!is_list) break;
      run();
      count = 0;
    }
    if (count > 0) part += ';';
    part += group;
    count += size;
  }
  run();
}

// ---- strings ---------------------------------------------------------------

void Guard::begin_string(StringKind kind) {
  state_ = State::String;
  held_.clear();
  kind_ = kind;
  string_.clear();
  is_too_long_ = false;
}

// A string that is too long is thrown away, but read to its end.
void Guard::append_string(std::string_view bytes) {
  if (is_too_long_ || string_.size() + bytes.size() > longest_string(kind_)) {
    is_too_long_ = true;
    string_.clear();
    string_.shrink_to_fit();
  } else {
    string_ += bytes;
  }
}

void Guard::end_string() {
  state_ = State::Text;
  emulator_.end_text();
  if (!is_too_long_) run_control_string(emulator_, kind_, string_);
  string_.clear();
  constexpr std::size_t kKept = 4096;
  if (string_.capacity() > kKept) string_.shrink_to_fit();
}

std::size_t Guard::string(std::string_view bytes, std::size_t at) {
  while (at < bytes.size()) {
    if (state_ == State::StringEscape) {
      if (bytes[at] == '\\') {
        end_string();
        return at + 1;
      }
      // Not its end: another sequence has begun, the string comes to nothing.
      begin_sequence(State::Escape, "\x1b");
      return at;
    }
    const std::size_t end = std::min(common::scan::find_in(bytes, kStringEnds, at), bytes.size());
    append_string(bytes.substr(at, end - at));
    if (end == bytes.size()) return end;
    at = end + 1;
    switch (static_cast<unsigned char>(bytes[end])) {
      case kEsc:
        state_ = State::StringEscape;
        break;
      case kCan:
      case kSub:
        state_ = State::Text;
        string_.clear();
        return at;
      case kBel:
        if (kind_ != StringKind::Osc) break;
        end_string();
        return at;
      default:
        if (string_.ends_with('\xC2')) {
          string_.pop_back();
          end_string();
          return at;
        }
        append_string({&kStringTerminator, 1});
    }
  }
  return at;
}

}  // namespace mux::term
