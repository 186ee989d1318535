// Data in the format of zlib (RFC 1950), in memory.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace common::decode {

// Nullopt: the data are damaged or cut off, or would be more than `most` bytes.
std::optional<std::string> inflate(std::string_view compressed, std::size_t most);

}  // namespace common::decode
