// Base64 with the standard alphabet and padding (RFC 4648, section 4): how JSON
// carries bytes that are not UTF-8.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace common::json {

void append_base64(std::string_view bytes, std::string& out);

// Padding may be missing; nullopt: there are other characters.
std::optional<std::string> decode_base64(std::string_view text);

}  // namespace common::json
