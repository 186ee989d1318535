#include "common/kdl/scalar.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <system_error>
#include <utility>

namespace common::kdl {
namespace {

using config::Position;
using config::Problem;
using config::Read;
using config::Value;

std::unexpected<Problem> problem_at(Position begin, const Cursor& end, std::string message) {
  return std::unexpected(
      Problem{.message = std::move(message), .region = {.begin = begin, .end = end.position()}});
}

int hex_value(char32_t c) {
  if (c >= '0' && c <= '9') return static_cast<int>(c - '0');
  if (c >= 'a' && c <= 'f') return static_cast<int>(c - 'a') + 10;
  if (c >= 'A' && c <= 'F') return static_cast<int>(c - 'A') + 10;
  return -1;
}

// Behind "\u".
Read<void> read_code_point(Cursor& cursor, Position begin, std::string& out) {
  if (!cursor.take_if("{")) return expected(cursor, "`{` and up to six hexadecimal digits");
  char32_t code_point = 0;
  int digits = 0;
  for (; hex_value(cursor.peek()) >= 0 && digits < 6; ++digits) {
    code_point = code_point * 16 + static_cast<char32_t>(hex_value(cursor.take()));
  }
  if (digits == 0) return expected(cursor, "a hexadecimal digit");
  if (!cursor.take_if("}")) return expected(cursor, "`}` after the digits");
  if (code_point > 0x10FFFF || (code_point >= 0xD800 && code_point <= 0xDFFF)) {
    return problem_at(begin, cursor, "there is no such Unicode character");
  }
  append_utf8(code_point, out);
  return {};
}

// At the backslash.
Read<void> read_escape(Cursor& cursor, std::string& out) {
  constexpr std::string_view kNames = "nrt\\/\"bf";
  constexpr std::string_view kMeanings = "\n\r\t\\/\"\b\f";
  const Position begin = cursor.position();
  cursor.take();
  if (cursor.take_if("u")) return read_code_point(cursor, begin, out);
  const std::size_t index = cursor.is_at_end() || cursor.peek() > 0x7F
                                ? std::string_view::npos
                                : kNames.find(static_cast<char>(cursor.peek()));
  if (index == std::string_view::npos) {
    return expected(cursor, "one of n, r, t, \\, /, \", b, f or u{...} after the backslash");
  }
  cursor.take();
  out += kMeanings[index];
  return {};
}

Read<std::string> read_quoted(Cursor& cursor) {
  const Position begin = cursor.position();
  cursor.take();
  const Cursor behind_quote = cursor;
  std::string text;
  while (!cursor.is_at_end()) {
    if (cursor.take_if("\"")) return text;
    if (cursor.peek() == '\\') {
      if (auto read = read_escape(cursor, text); !read) {
        return std::unexpected(std::move(read).error());
      }
      continue;
    }
    append_utf8(cursor.take(), text);
  }
  return problem_at(begin, behind_quote, "expected `\"` to close this string");
}

// r"...", r#"..."#
Read<std::string> read_raw(Cursor& cursor) {
  const Position begin = cursor.position();
  cursor.take();
  std::string close = "\"";
  while (cursor.take_if("#")) close += '#';
  cursor.take();
  const Cursor behind_quote = cursor;
  const std::size_t start = cursor.offset();
  while (!cursor.is_at_end()) {
    const std::string_view text = cursor.text_from(start);
    if (cursor.take_if(close)) return std::string(text);
    cursor.take();
  }
  return problem_at(begin, behind_quote, fmt::format("expected `{}` to close this string", close));
}

bool is_in_number(char32_t c) {
  return is_digit(c) || is_sign(c) || c == '_' || c == '.' || (c >= 'a' && c <= 'z') ||
         (c >= 'A' && c <= 'Z');
}

// Digits with underlines among them, the first a digit; taken from the text.
bool take_digits(std::string_view& text, int base, std::string& digits) {
  const auto is_fitting = [&](char c) {
    const int value = hex_value(static_cast<unsigned char>(c));
    return value >= 0 && value < base;
  };
  if (text.empty() || !is_fitting(text.front())) return false;
  while (!text.empty() && (text.front() == '_' || is_fitting(text.front()))) {
    if (text.front() != '_') digits += text.front();
    text.remove_prefix(1);
  }
  return true;
}

bool take_sign(std::string_view& text, std::string& digits) {
  if (text.empty() || !is_sign(static_cast<unsigned char>(text.front()))) return false;
  if (text.front() == '-') digits += '-';
  text.remove_prefix(1);
  return true;
}

enum class Outcome : std::uint8_t { Read, Malformed, TooLarge };

Outcome integer_of(const std::string& digits, int base, Value& value) {
  value.kind = config::Kind::Integer;
  const auto [end, error] =
      std::from_chars(digits.data(), digits.data() + digits.size(), value.integer, base);
  if (error == std::errc::result_out_of_range) return Outcome::TooLarge;
  return error == std::errc() ? Outcome::Read : Outcome::Malformed;
}

// Behind the sign and integer part.
Outcome decimal_of(std::string_view text, std::string digits, Value& value) {
  if (text.empty()) return integer_of(digits, 10, value);
  if (text.starts_with('.')) {
    text.remove_prefix(1);
    digits += '.';
    if (!take_digits(text, 10, digits)) return Outcome::Malformed;
  }
  if (text.starts_with('e') || text.starts_with('E')) {
    text.remove_prefix(1);
    digits += 'e';
    take_sign(text, digits);
    if (!take_digits(text, 10, digits)) return Outcome::Malformed;
  }
  if (!text.empty()) return Outcome::Malformed;
  value.kind = config::Kind::Float;
  const auto [end, error] =
      std::from_chars(digits.data(), digits.data() + digits.size(), value.floating);
  if (error == std::errc::result_out_of_range) return Outcome::TooLarge;
  return error == std::errc() ? Outcome::Read : Outcome::Malformed;
}

Outcome number_of(std::string_view text, Value& value) {
  constexpr std::pair<std::string_view, int> kBases[] = {{"0x", 16}, {"0o", 8}, {"0b", 2}};
  std::string digits;
  take_sign(text, digits);
  for (const auto& [prefix, base] : kBases) {
    if (!text.starts_with(prefix)) continue;
    text.remove_prefix(prefix.size());
    if (!take_digits(text, base, digits) || !text.empty()) return Outcome::Malformed;
    return integer_of(digits, base, value);
  }
  if (!take_digits(text, 10, digits)) return Outcome::Malformed;
  return decimal_of(text, std::move(digits), value);
}

}  // namespace

std::string described(const Cursor& cursor) {
  if (cursor.is_at_end()) return "the end of the file";
  const char32_t c = cursor.peek();
  if (is_newline(c)) return "the end of the line";
  if (is_space(c)) return "a space";
  if (c < 0x20 || c == 0x7F) return fmt::format("the control character U+{:04X}", std::uint32_t{c});
  std::string text;
  append_utf8(c, text);
  return fmt::format("`{}`", text);
}

std::unexpected<Problem> expected(const Cursor& cursor, std::string_view what) {
  Position end = cursor.position();
  ++end.column;
  return std::unexpected(
      Problem{.message = fmt::format("expected {}, found {}", what, described(cursor)),
              .region = {.begin = cursor.position(), .end = end}});
}

bool is_at_string(const Cursor& cursor) {
  if (cursor.sees("\"")) return true;
  if (!cursor.sees("r")) return false;
  std::size_t count = 1;
  while (cursor.ahead(count) == '#') ++count;
  return cursor.ahead(count) == '"';
}

Read<std::string> read_string(Cursor& cursor) {
  return cursor.sees("r") ? read_raw(cursor) : read_quoted(cursor);
}

bool is_at_number(const Cursor& cursor) {
  const bool has_sign = is_sign(cursor.peek());
  return is_digit(static_cast<unsigned char>(cursor.ahead(has_sign ? 1 : 0)));
}

Read<Value> read_number(Cursor& cursor) {
  const Position begin = cursor.position();
  const std::size_t start = cursor.offset();
  while (!cursor.is_at_end() && is_in_number(cursor.peek())) cursor.take();
  const std::string_view text = cursor.text_from(start);
  Value value;
  switch (number_of(text, value)) {
    case Outcome::Read:
      return value;
    case Outcome::TooLarge:
      return problem_at(begin, cursor, fmt::format("the number `{}` is too large", text));
    case Outcome::Malformed:
      break;
  }
  return problem_at(begin, cursor,
                    fmt::format("expected a number, found `{}`: text needs quotes", text));
}

}  // namespace common::kdl
