// Values of flags: numbers, sizes and separators with escapes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "common/base/result.h"

namespace common::cli {

// Decimal digits, a '+' in front allowed.
Result<std::uint64_t> parse_number(std::string_view text);
// Decimal digits with an optional K, M or G (powers of 1024, capitals only).
Result<std::uint64_t> parse_size(std::string_view text);
// \0 \n \r \t \\ and \xHH become bytes; any other backslash stands for itself.
std::string unescape(std::string_view text);

}  // namespace common::cli
