// Where ICU's converters and the indexes of the Encoding Standard differ.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace common::gen {

struct Correction {
  std::uint16_t bytes;    // One byte, or lead and trail byte.
  std::uint32_t meaning;  // The code point; 0 for none.
};

// The corrections of the table `name`; empty for most.
std::span<const Correction> corrections(std::string_view name);

}  // namespace common::gen
