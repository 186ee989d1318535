// EUC-KR, which is windows-949: KS X 1001 and the other Hangul syllables.
#include "common/decode/decode_loop.h"
#include "common/decode/decoder.h"
#include "common/decode/encoding_tables.h"

namespace common::decode {
namespace {

Step step_euc_kr(const unsigned char* data, std::size_t size) {
  if (data[0] == 0x80 || data[0] == 0xFF) return error_of(1);
  if (size < 2) return kUnfinished;
  if (data[1] < 0x41 || data[1] == 0xFF) return error_before(data[1], 2);
  const char32_t code_point = tables::kEucKr[(data[0] - 0x81U) * 190 + (data[1] - 0x41U)];
  return code_point == 0 ? error_before(data[1], 2) : Step{2, code_point};
}

}  // namespace

Progress decode_euc_kr(Window in, std::span<char> out, DecoderState&, const char16_t*) {
  return decode_ascii_superset(in, out, step_euc_kr);
}

}  // namespace common::decode
