#include "common/cli/values.h"

#include <charconv>
#include <limits>
#include <optional>

namespace common::cli {

namespace {

constexpr std::string_view kTooLarge = "number too large to fit in target type";

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// nullopt: does not fit.  `digits`: at least one, nothing but digits.
std::optional<std::uint64_t> digits_value(std::string_view digits) {
  std::uint64_t number = 0;
  const auto result = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (result.ec != std::errc()) return std::nullopt;
  return number;
}

std::size_t leading_digits(std::string_view text) {
  std::size_t count = 0;
  while (count < text.size() && is_digit(text[count])) ++count;
  return count;
}

int hex_digit(char c) {
  if (is_digit(c)) return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

// Reads the escape after a backslash; its length, 0 if it is none.
std::size_t read_escape(std::string_view rest, char& byte) {
  if (rest.empty()) return 0;
  switch (rest.front()) {
    case '0':
      byte = '\0';
      return 1;
    case 'n':
      byte = '\n';
      return 1;
    case 'r':
      byte = '\r';
      return 1;
    case 't':
      byte = '\t';
      return 1;
    case '\\':
      byte = '\\';
      return 1;
    default:
      break;
  }
  if (rest.front() != 'x' || rest.size() < 3) return 0;
  const int high = hex_digit(rest[1]);
  const int low = hex_digit(rest[2]);
  if (high < 0 || low < 0) return 0;
  byte = static_cast<char>(high * 16 + low);
  return 3;
}

}  // namespace

Result<std::uint64_t> parse_number(std::string_view text) {
  if (text.empty()) {
    return fail("value is not a valid number: cannot parse integer from empty string");
  }
  std::string_view digits = text;
  if (digits.front() == '+') digits.remove_prefix(1);
  if (digits.empty() || leading_digits(digits) != digits.size()) {
    return fail("value is not a valid number: invalid digit found in string");
  }
  const std::optional<std::uint64_t> number = digits_value(digits);
  if (!number) return fail("value is not a valid number: " + std::string(kTooLarge));
  return *number;
}

Result<std::uint64_t> parse_size(std::string_view text) {
  const std::size_t count = leading_digits(text);
  const std::string_view suffix = text.substr(count);
  unsigned shift = 0;
  if (suffix == "K") shift = 10;
  if (suffix == "M") shift = 20;
  if (suffix == "G") shift = 30;
  if (count == 0 || (shift == 0 && !suffix.empty())) {
    return fail("invalid size: invalid format for size '" + std::string(text) +
                "', which should be a non-empty sequence of digits followed by an optional "
                "'K', 'M' or 'G' suffix");
  }
  const std::optional<std::uint64_t> number = digits_value(text.substr(0, count));
  if (!number) {
    return fail("invalid size: invalid integer found in size '" + std::string(text) +
                "': " + std::string(kTooLarge));
  }
  if (*number > std::numeric_limits<std::uint64_t>::max() >> shift) {
    return fail("invalid size: size too big in '" + std::string(text) + "'");
  }
  return *number << shift;
}

std::string unescape(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    char byte = text.front();
    text.remove_prefix(1);
    if (byte == '\\') text.remove_prefix(read_escape(text, byte));
    out += byte;
  }
  return out;
}

}  // namespace common::cli
