// A CSI sequence taken apart: leader, parameters with sub-parameters, final.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace mux::input {

struct ControlSequence {
  char leader = 0;              // '<', '=', '>', '?' or none.
  std::string_view parameters;  // "1;2:3"
  char intermediate = 0;        // The last one.
  char final = 0;

  // `text`: what follows CSI, the final character included.
  static ControlSequence parse(std::string_view text);

  std::string_view field(std::size_t index) const;  // Empty if there are fewer.
  // A sub-parameter; none if it is empty or no number that fits.
  std::optional<std::uint32_t> number(std::size_t index, std::size_t sub = 0) const;
  std::uint32_t number_or(std::size_t index, std::size_t sub, std::uint32_t missing) const {
    return number(index, sub).value_or(missing);
  }
  std::size_t field_count() const;   // At least 1.
  std::vector<int> numbers() const;  // The first of each field, 0 where there is none.
};

// The piece of `text` between separators, from 0; empty if there are fewer.
std::string_view piece_of(std::string_view text, char separator, std::size_t index);
std::optional<std::uint32_t> parse_number(std::string_view digits);

}  // namespace mux::input
