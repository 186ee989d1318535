#include "common/decode/decode_loop.h"
#include "common/decode/decoder.h"

namespace common::decode {

Progress decode_single_byte(Window in, std::span<char> out, DecoderState&, const char16_t* table) {
  return decode_ascii_superset(in, out, [table](const unsigned char* data, std::size_t) -> Step {
    const char16_t code_point = table[*data - 0x80];
    return {1, code_point == 0 ? kReplacement : code_point};
  });
}

Progress decode_user_defined(Window in, std::span<char> out, DecoderState&, const char16_t*) {
  return decode_ascii_superset(in, out, [](const unsigned char* data, std::size_t) -> Step {
    return {1, 0xF780 + (static_cast<char32_t>(*data) - 0x80)};
  });
}

}  // namespace common::decode
