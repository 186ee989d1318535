// One scalar value from and to UTF-8.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace common::regex {

struct DecodedScalar {
  std::uint32_t value = 0;
  std::uint32_t length = 0;  // In bytes; 0 if the bytes are not valid UTF-8.
};

// The scalar value that `bytes` starts with.
DecodedScalar decode_scalar(std::string_view bytes);
void append_scalar(std::uint32_t value, std::string& out);
// The offset of the first byte that is not valid UTF-8, npos if all is.
std::size_t find_invalid_utf8(std::string_view bytes);

}  // namespace common::regex
