#include "common/json/reader.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "common/base/check.h"
#include "common/json/number.h"
#include "common/scan/scan.h"
#include "common/text/utf8.h"

namespace common::json {
namespace {

constexpr bool is_blank(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

constexpr bool is_digit(int c) {
  return c >= '0' && c <= '9';
}

// "line 3 column 1" behind `size` bytes.
std::string place_text(std::string_view text, std::size_t size) {
  const std::string_view read = text.substr(0, size);
  const auto lines = std::ranges::count(read, '\n');
  const std::size_t column = size - (read.rfind('\n') + 1);
  return " at line " + std::to_string(lines + 1) + " column " + std::to_string(column);
}

// As Rust prints a string for people who debug.
std::string quoted(std::string_view text) {
  constexpr std::string_view kBytes = std::string_view("\"\\\n\r\t\0", 6);
  constexpr std::string_view kLetters = "\"\\nrt0";
  std::string out = "\"";
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t start = at;
    const char32_t c = next_code_point(text, at);
    const std::size_t index = c < 0x80 ? kBytes.find(static_cast<char>(c)) : kBytes.npos;
    if (index != kBytes.npos) {
      (out += '\\') += kLetters[index];
    } else if (c < 0x20 || c == 0x7F || (c > 0x20 && is_white_space(c))) {
      std::array<char, 8> digits;
      const auto value = static_cast<std::uint32_t>(c);
      const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value, 16).ptr;
      (out += "\\u{").append(digits.data(), end) += '}';
    } else {
      out += text.substr(start, at - start);
    }
  }
  return out += '"';
}

// -1: no hexadecimal digit.
int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

}  // namespace

Type type_of(std::string_view value) {
  switch (value.front()) {
    case 'n':
      return Type::Null;
    case 't':
    case 'f':
      return Type::Boolean;
    case '"':
      return Type::String;
    case '[':
      return Type::Array;
    case '{':
      return Type::Object;
    default:
      return Type::Number;
  }
}

// ---- errors ------------------------------------------------------------------

bool Reader::fail_syntax(std::string_view message) {
  if (has_failed()) return false;
  error_.message = message;
  settle();
  return false;
}

bool Reader::fail(std::string message) {
  if (has_failed()) return false;
  error_.message = std::move(message);
  error_.is_syntax = false;
  return false;
}

bool Reader::fail_type(std::string_view expected) {
  std::string description;
  const int next = peek();
  if (next == '[' || next == '{') {
    description = next == '[' ? "sequence" : "map";
  } else {
    std::string_view value;
    if (!read_value(value)) return false;
    description = description_of(value);
  }
  fail("invalid type: " + description + ", expected " + std::string(expected));
  settle();
  return false;
}

void Reader::settle() {
  if (!has_failed() || error_.has_place) return;
  error_.message += place_text(text_, seen_);
  error_.has_place = true;
}

// ---- bytes -------------------------------------------------------------------

int Reader::peek() {
  while (pos_ < text_.size() && is_blank(text_[pos_])) ++pos_;
  seen_ = std::max(seen_, std::min(pos_ + 1, text_.size()));
  return pos_ < text_.size() ? static_cast<unsigned char>(text_[pos_]) : -1;
}

// -1 at the end.
int Reader::next_byte() {
  if (pos_ == text_.size()) return -1;
  const char c = text_[pos_++];
  see();
  return static_cast<unsigned char>(c);
}

// ---- values ------------------------------------------------------------------

bool Reader::read_value(std::string_view& value) {
  const int next = peek();
  const std::size_t from = pos_;
  bool is_good = false;
  std::string text;
  std::string_view item;
  switch (next) {
    case -1:
      return fail_syntax("EOF while parsing a value");
    case 'n':
      is_good = read_word("null");
      break;
    case 't':
      is_good = read_word("true");
      break;
    case 'f':
      is_good = read_word("false");
      break;
    case '"':
      is_good = read_string(text);
      break;
    case '[':
      is_good = read_array([&] { return read_value(item); });
      break;
    case '{':
      is_good = read_object([&](const std::string&) { return take_colon() && read_value(item); },
                            [] { return true; });
      break;
    default:
      if (next != '-' && !is_digit(next)) return fail_syntax("expected value");
      is_good = read_number();
      break;
  }
  value = text_.substr(from, pos_ - from);
  return is_good;
}

bool Reader::read_word(std::string_view word) {
  ++pos_;
  for (char c : word.substr(1)) {
    const int next = next_byte();
    if (next < 0) return fail_syntax("EOF while parsing a value");
    if (next != c) return fail_syntax("expected ident");
  }
  return true;
}

// At least one.
bool Reader::read_digits() {
  const std::size_t from = pos_;
  while (pos_ < text_.size() && is_digit(text_[pos_])) ++pos_;
  const bool is_end = pos_ == text_.size();
  seen_ = std::max(seen_, pos_ + !is_end);
  if (pos_ != from) return true;
  return fail_syntax(is_end ? "EOF while parsing a value" : "invalid number");
}

bool Reader::read_number() {
  const std::size_t from = pos_;
  pos_ += text_[pos_] == '-';
  see();
  const auto at = [&](char c) { return pos_ < text_.size() && text_[pos_] == c; };
  const bool is_zero = at('0');
  const std::size_t digits = pos_;
  if (!read_digits()) return false;
  if (is_zero && pos_ - digits > 1) {
    pos_ = digits + 1;
    seen_ = pos_ + 1;
    return fail_syntax("invalid number");
  }
  if (at('.')) {
    ++pos_;
    if (!read_digits()) return false;
  }
  if (at('e') || at('E')) {
    ++pos_;
    pos_ += at('+') || at('-');
    see();
    if (!read_digits()) return false;
  }
  if (parse_number(text_.substr(from, pos_ - from))) return true;
  return fail_syntax("number out of range");
}

// ---- strings -----------------------------------------------------------------

bool Reader::read_string(std::string& out) {
  out.clear();
  ++pos_;
  for (;;) {
    const std::size_t from = pos_;
    const auto is_special = [](char c) {
      return c == '"' || c == '\\' || static_cast<unsigned char>(c) < 0x20;
    };
    while (pos_ < text_.size() && !is_special(text_[pos_])) ++pos_;
    out.append(text_, from, pos_ - from);
    const int next = next_byte();
    see();
    if (next < 0) return fail_syntax("EOF while parsing a string");
    if (next == '"') break;
    if (next != '\\') {
      return fail_syntax("control character (\\u0000-\\u001F) found while parsing a string");
    }
    if (!read_escape(out)) return false;
  }
  const std::size_t valid = scan::valid_utf8_prefix(out);
  if (valid == out.size()) return true;
  // The peer counts back from the end, an escape as what it stands for.
  seen_ -= out.size() - valid;
  return fail_syntax("invalid unicode code point");
}

bool Reader::read_escape(std::string& out) {
  constexpr std::string_view kLetters = "\"\\/bfnrt";
  constexpr std::string_view kMeanings = "\"\\/\b\f\n\r\t";
  const int next = next_byte();
  if (next < 0) return fail_syntax("EOF while parsing a string");
  if (next == 'u') return read_unicode_escape(out);
  const std::size_t index = kLetters.find(static_cast<char>(next));
  if (index == std::string_view::npos) return fail_syntax("invalid escape");
  out += kMeanings[index];
  return true;
}

bool Reader::read_hex_escape(std::uint32_t& unit) {
  unit = 0;
  bool is_good = true;
  for (int i = 0; i < 4; ++i) {
    const int next = next_byte();
    if (next < 0) return fail_syntax("EOF while parsing a string");
    const int digit = hex_value(static_cast<char>(next));
    is_good = is_good && digit >= 0;
    unit = unit * 16 + static_cast<std::uint32_t>(digit);
  }
  return is_good || fail_syntax("invalid escape");
}

bool Reader::expect_escape_byte(char c) {
  const int next = next_byte();
  if (next < 0) return fail_syntax("EOF while parsing a string");
  return next == c || fail_syntax("unexpected end of hex escape");
}

// One unit of UTF-16 or two that belong together.
bool Reader::read_unicode_escape(std::string& out) {
  constexpr std::string_view kLone = "lone leading surrogate in hex escape";
  std::uint32_t unit = 0;
  if (!read_hex_escape(unit)) return false;
  if (unit >= 0xDC00 && unit <= 0xDFFF) return fail_syntax(kLone);
  if (unit < 0xD800 || unit > 0xDFFF) {
    append_utf8(unit, out);
    return true;
  }
  std::uint32_t low = 0;
  if (!expect_escape_byte('\\') || !expect_escape_byte('u') || !read_hex_escape(low)) return false;
  if (low < 0xDC00 || low > 0xDFFF) return fail_syntax(kLone);
  append_utf8(0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00), out);
  return true;
}

// ---- containers --------------------------------------------------------------

bool Reader::enter() {
  if (--depth_left_ == 0) return fail_syntax("recursion limit exceeded");
  ++pos_;
  return true;
}

// Even behind a mistake the peer looks for the end before it notes the place.
bool Reader::leave(char bracket, bool is_good) {
  ++depth_left_;
  const int next = peek();
  if (next >= 0 && (is_good || next == bracket || next == ',')) ++pos_;
  if (!is_good && next == ',' && bracket == ']') peek();
  settle();
  return is_good;
}

Reader::Step Reader::next_key(std::string& key, bool is_first) {
  int next = peek();
  if (next == '}') return Step::End;
  if (next < 0) return fail_syntax("EOF while parsing an object"), Step::Failed;
  if (!is_first) {
    if (next != ',') return fail_syntax("expected `,` or `}`"), Step::Failed;
    ++pos_;
    next = peek();
    if (next == '}') return fail_syntax("trailing comma"), Step::Failed;
    if (next < 0) return fail_syntax("EOF while parsing a value"), Step::Failed;
  }
  if (next != '"') return fail_syntax("key must be a string"), Step::Failed;
  return read_string(key) ? Step::Item : Step::Failed;
}

Reader::Step Reader::next_element(bool is_first) {
  int next = peek();
  if (next == ']') return Step::End;
  if (next < 0) return fail_syntax("EOF while parsing a list"), Step::Failed;
  if (is_first) return Step::Item;
  if (next != ',') return fail_syntax("expected `,` or `]`"), Step::Failed;
  ++pos_;
  next = peek();
  if (next == ']') return fail_syntax("trailing comma"), Step::Failed;
  if (next < 0) return fail_syntax("EOF while parsing a value"), Step::Failed;
  return Step::Item;
}

bool Reader::take_colon() {
  const int next = peek();
  if (next < 0) return fail_syntax("EOF while parsing an object");
  if (next != ':') return fail_syntax("expected `:`");
  ++pos_;
  return true;
}

bool Reader::read_end() {
  return peek() < 0 || fail_syntax("trailing characters");
}

// ---- accepted values ---------------------------------------------------------

std::string decoded_string(std::string_view value) {
  std::string out;
  const bool is_good = Reader(value).read_string(out);
  CHECK(is_good);
  return out;
}

std::string description_of(std::string_view value) {
  switch (type_of(value)) {
    case Type::Null:
      return "null";
    case Type::Boolean:
      return "boolean `" + std::string(value) + "`";
    case Type::String:
      return "string " + quoted(decoded_string(value));
    case Type::Array:
      return "sequence";
    case Type::Object:
      return "map";
    case Type::Number:
      break;
  }
  const Number number = *parse_number(value);
  const bool is_real = number.kind == Number::Kind::Real;
  return (is_real ? "floating point `" : "integer `") + to_text(number) + "`";
}

}  // namespace common::json
