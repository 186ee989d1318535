#include "common/json/number.h"

#include <array>
#include <charconv>
#include <cmath>
#include <limits>

namespace common::json {
namespace {

constexpr std::uint64_t kLargest = std::numeric_limits<std::uint64_t>::max();
constexpr int kLargestPower = 308;
// More says no more: the double is 0 or too large.
constexpr std::int64_t kLargestExponent = 1'000'000;

constexpr bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

double power_of_ten(int exponent) {
  std::array<char, 8> text{'1', 'e'};
  const auto end = std::to_chars(text.data() + 2, text.data() + text.size(), exponent).ptr;
  double power = 0;
  std::from_chars(text.data(), end, power);
  return power;
}

// significand * 10^exponent with the peer's rounding.
std::optional<double> scaled(std::uint64_t significand, std::int64_t exponent) {
  auto result = static_cast<double>(significand);
  for (; exponent < -kLargestPower; exponent += kLargestPower) {
    if (result == 0) return 0.0;
    result /= power_of_ten(kLargestPower);
  }
  if (exponent < 0) return result / power_of_ten(static_cast<int>(-exponent));
  if (result == 0) return 0.0;
  if (exponent > kLargestPower) return std::nullopt;
  result *= power_of_ten(static_cast<int>(exponent));
  return std::isinf(result) ? std::nullopt : std::optional(result);
}

class Parser {
 public:
  explicit Parser(std::string_view text) : rest_(text) {}

  std::optional<Number> parse() {
    const bool is_negative = take('-');
    read_integer();
    bool is_real = dropped_ > 0;
    std::int64_t exponent = dropped_;
    if (take('.')) {
      is_real = true;
      exponent -= read_fraction();
    }
    if (take('e') || take('E')) {
      is_real = true;
      exponent += read_exponent();
    }
    if (!is_real) return integer(is_negative);
    const std::optional<double> size = scaled(significand_, exponent);
    if (!size) return std::nullopt;
    return Number{.kind = Number::Kind::Real, .real = is_negative ? -*size : *size};
  }

 private:
  bool take(char c) {
    if (!rest_.starts_with(c)) return false;
    rest_.remove_prefix(1);
    return true;
  }
  bool at_digit() const { return !rest_.empty() && is_digit(rest_.front()); }
  // False: the significand is full.
  bool append(char c) {
    const auto digit = static_cast<std::uint64_t>(c - '0');
    if (significand_ > (kLargest - digit) / 10) return false;
    significand_ = significand_ * 10 + digit;
    return true;
  }

  void read_integer() {
    for (; at_digit(); rest_.remove_prefix(1)) {
      if (dropped_ > 0 || !append(rest_.front())) ++dropped_;
    }
  }
  // How many digits of the fraction count.
  std::int64_t read_fraction() {
    std::int64_t digits = 0;
    bool is_full = false;
    for (; at_digit(); rest_.remove_prefix(1)) {
      is_full = is_full || !append(rest_.front());
      digits += !is_full;
    }
    return digits;
  }
  std::int64_t read_exponent() {
    const bool is_negative = take('-');
    take('+');
    std::int64_t exponent = 0;
    for (; at_digit(); rest_.remove_prefix(1)) {
      if (exponent < kLargestExponent) exponent = exponent * 10 + (rest_.front() - '0');
    }
    return is_negative ? -exponent : exponent;
  }

  Number integer(bool is_negative) const {
    if (!is_negative) return {.kind = Number::Kind::Unsigned, .magnitude = significand_};
    constexpr std::uint64_t kLeast = std::uint64_t{1} << 63;
    if (significand_ == 0 || significand_ > kLeast) {
      return {.kind = Number::Kind::Real, .real = -static_cast<double>(significand_)};
    }
    return {.kind = Number::Kind::Signed, .integer = static_cast<std::int64_t>(-significand_)};
  }

  std::string_view rest_;
  std::uint64_t significand_ = 0;
  std::int64_t dropped_ = 0;  // Digits of the integer behind those that fit.
};

// The shortest digits that read as the same double: 0.D1D2... * 10^point
struct Digits {
  std::string text;
  int point = 0;
};

Digits digits_of(double size) {
  std::array<char, 40> buffer;
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), size,
                                 std::chars_format::scientific)
                       .ptr;
  const std::string_view text(buffer.data(), static_cast<std::size_t>(end - buffer.data()));
  const std::size_t mark = text.find('e');
  Digits digits;
  for (char c : text.substr(0, mark)) {
    if (c != '.') digits.text += c;
  }
  const std::size_t sign = text[mark + 1] == '+' ? 1 : 0;
  std::from_chars(text.data() + mark + 1 + sign, end, digits.point);
  ++digits.point;
  return digits;
}

std::string real_text(double real) {
  std::string out = std::signbit(real) ? "-" : "";
  if (real == 0) return out + "0.0";
  const Digits digits = digits_of(std::abs(real));
  const int size = static_cast<int>(digits.text.size());
  if (digits.point > 16 || digits.point <= -5) {
    out += digits.text[0];
    if (size > 1) out.append(".").append(digits.text, 1);
    const int exponent = digits.point - 1;
    return out + (exponent > 0 ? "e+" : "e") + std::to_string(exponent);
  }
  if (digits.point <= 0) {
    return out.append("0.").append(static_cast<std::size_t>(-digits.point), '0') + digits.text;
  }
  const auto point = static_cast<std::size_t>(digits.point);
  if (digits.point >= size) {
    return out.append(digits.text).append(point - digits.text.size(), '0') + ".0";
  }
  return out.append(digits.text, 0, point).append(".").append(digits.text, point);
}

}  // namespace

std::optional<Number> parse_number(std::string_view text) {
  return Parser(text).parse();
}

std::string to_text(const Number& number) {
  switch (number.kind) {
    case Number::Kind::Unsigned:
      return std::to_string(number.magnitude);
    case Number::Kind::Signed:
      return std::to_string(number.integer);
    case Number::Kind::Real:
      return real_text(number.real);
  }
  __builtin_unreachable();
}

}  // namespace common::json
