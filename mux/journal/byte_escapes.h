// Bytes that are no UTF-8, in texts that must be.
//
// File names and arguments may hold any bytes, KDL only UTF-8.  Each byte that is not
// part of a valid sequence becomes the code point U+10FF00 plus the byte; a text that
// has such code points itself has their bytes escaped, so nothing is ambiguous.
#pragma once

#include <string>
#include <string_view>

namespace mux::journal {

std::string escaped_bytes(std::string_view bytes);  // Valid UTF-8.
std::string unescaped_bytes(std::string_view text);

}  // namespace mux::journal
