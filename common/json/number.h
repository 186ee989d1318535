// Numbers of JSON as serde_json reads and writes them.
//
// An integer that does not fit 64 bits, and whatever has a fraction or an
// exponent, is a double.  serde_json computes that double from the first 19 or 20
// digits and a power of ten, so the last bit may be wrong; what we write must
// have the same bit.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace common::json {

struct Number {
  enum class Kind : std::uint8_t { Unsigned, Signed, Real };
  Kind kind = Kind::Unsigned;
  std::uint64_t magnitude = 0;  // Of Unsigned.
  std::int64_t integer = 0;     // Of Signed, which is below 0.
  double real = 0;
};

// `text` is a number of JSON; nullopt: too large for a double.
std::optional<Number> parse_number(std::string_view text);

// "12", "-3", "1.5", "1e+16"
std::string to_text(const Number& number);

}  // namespace common::json
