// Shift_JIS, EUC-JP and ISO-2022-JP, all over the JIS X 0208 table.
#include "common/decode/decode_loop.h"
#include "common/decode/decoder.h"
#include "common/decode/encoding_tables.h"

namespace common::decode {
namespace {

constexpr char32_t kFirstHalfwidth = 0xFF61;

// The character in row and column (from 0) of a set of 94 by 94, or 0.
char32_t in_jis0208(unsigned row, unsigned column) {
  return tables::kJis0208[row * 94 + column];
}
char32_t in_jis0212(unsigned row, unsigned column) {
  return tables::kJis0212[row * 94 + column];
}

Step step_shift_jis(const unsigned char* data, std::size_t size) {
  if (data[0] == 0x80) return {1, 0x80};
  if (is_between(data[0], 0xA1, 0xDF)) return {1, kFirstHalfwidth + data[0] - 0xA1};
  if (data[0] == 0xA0 || data[0] > 0xFC) return error_of(1);
  if (size < 2) return kUnfinished;
  if (!is_between(data[1], 0x40, 0xFC) || data[1] == 0x7F) return error_before(data[1], 2);
  const unsigned trail = data[1] - (data[1] < 0x7F ? 0x40U : 0x41U);
  const unsigned lead = data[0] - (data[0] < 0xA0 ? 0x81U : 0xC1U);
  const char32_t code_point = tables::kJis0208[lead * 188 + trail];
  return code_point == 0 ? error_before(data[1], 2) : Step{2, code_point};
}

Step step_euc_jp(const unsigned char* data, std::size_t size) {
  constexpr unsigned char kHalfwidthLead = 0x8E;
  constexpr unsigned char kJis0212Lead = 0x8F;
  if (data[0] != kHalfwidthLead && data[0] != kJis0212Lead && !is_between(data[0], 0xA1, 0xFE)) {
    return error_of(1);
  }
  if (size < 2) return kUnfinished;
  if (data[0] == kHalfwidthLead) {
    if (is_between(data[1], 0xA1, 0xDF)) return {2, kFirstHalfwidth + data[1] - 0xA1};
    return error_before(data[1], 2);
  }
  if (!is_between(data[1], 0xA1, 0xFE)) return error_before(data[1], 2);
  if (data[0] != kJis0212Lead) {
    const char32_t code_point = in_jis0208(data[0] - 0xA1U, data[1] - 0xA1U);
    return code_point == 0 ? error_before(data[1], 2) : Step{2, code_point};
  }
  if (size < 3) return kUnfinished;
  if (!is_between(data[2], 0xA1, 0xFE)) return error_before(data[2], 3);
  const char32_t code_point = in_jis0212(data[1] - 0xA1U, data[2] - 0xA1U);
  return code_point == 0 ? error_before(data[2], 3) : Step{3, code_point};
}

// Escape sequences of three bytes select the set that the following bytes are of.
struct Escape {
  unsigned char bytes[2];  // After the escape byte.
  DecoderState::Mode mode;
};
constexpr unsigned char kEscape = 0x1B;
constexpr Escape kEscapes[] = {{{'(', 'B'}, DecoderState::Mode::Ascii},
                               {{'(', 'J'}, DecoderState::Mode::Roman},
                               {{'(', 'I'}, DecoderState::Mode::Katakana},
                               {{'$', '@'}, DecoderState::Mode::DoubleByte},
                               {{'$', 'B'}, DecoderState::Mode::DoubleByte}};

// What a step of ISO-2022-JP came to: nothing written for an escape sequence.
struct StatefulStep {
  Step step;
  bool has_output = true;
};

StatefulStep step_escape(const unsigned char* data, std::size_t size, bool is_last,
                         DecoderState& state) {
  if (size < 3 && !is_last && (size < 2 || data[1] == '(' || data[1] == '$')) {
    return {kUnfinished};
  }
  if (size >= 3) {
    for (const Escape& escape : kEscapes) {
      if (data[1] != escape.bytes[0] || data[2] != escape.bytes[1]) continue;
      // Two switches in a row could hide text from a filter, hence the error.
      const bool is_repeated = state.has_just_switched;
      state = {escape.mode, true};
      return {error_of(3), is_repeated};
    }
  }
  state.has_just_switched = false;
  return {error_of(1)};
}

Step step_double_byte(const unsigned char* data, std::size_t size) {
  if (!is_between(data[0], 0x21, 0x7E)) return error_of(1);
  if (size < 2) return kUnfinished;
  if (data[1] == kEscape) return error_of(1);
  if (!is_between(data[1], 0x21, 0x7E)) return error_of(2);
  const char32_t code_point = in_jis0208(data[0] - 0x21U, data[1] - 0x21U);
  return code_point == 0 ? error_of(2) : Step{2, code_point};
}

Step step_one_byte(unsigned char byte, DecoderState::Mode mode) {
  if (mode == DecoderState::Mode::Katakana) {
    return is_between(byte, 0x21, 0x5F) ? Step{1, kFirstHalfwidth + byte - 0x21} : error_of(1);
  }
  constexpr unsigned char kShiftOut = 0x0E;
  constexpr unsigned char kShiftIn = 0x0F;
  if (byte >= 0x80 || byte == kShiftOut || byte == kShiftIn) return error_of(1);
  if (mode == DecoderState::Mode::Roman && byte == '\\') return {1, 0x00A5};
  if (mode == DecoderState::Mode::Roman && byte == '~') return {1, 0x203E};
  return {1, byte};
}

StatefulStep step_iso2022jp(const unsigned char* data, std::size_t size, bool is_last,
                            DecoderState& state) {
  if (data[0] == kEscape) return step_escape(data, size, is_last, state);
  const Step step = state.mode == DecoderState::Mode::DoubleByte
                        ? step_double_byte(data, size)
                        : step_one_byte(data[0], state.mode);
  state.has_just_switched = false;
  return {step};
}

}  // namespace

Progress decode_shift_jis(Window in, std::span<char> out, DecoderState&, const char16_t*) {
  return decode_ascii_superset(in, out, step_shift_jis);
}

Progress decode_euc_jp(Window in, std::span<char> out, DecoderState&, const char16_t*) {
  return decode_ascii_superset(in, out, step_euc_jp);
}

Progress decode_iso2022jp(Window in, std::span<char> out, DecoderState& state, const char16_t*) {
  std::size_t used = 0;
  char* to = out.data();
  char* const end = to + out.size();
  while (used < in.size && static_cast<std::size_t>(end - to) >= kMaxStepOutput) {
    auto [step, has_output] = step_iso2022jp(in.data + used, in.size - used, in.is_last, state);
    if (step.used == 0) {
      if (!in.is_last) break;
      step = error_of(in.size - used);
    }
    used += step.used;
    if (has_output) to = append_utf8(to, step.code_point);
  }
  return {used, static_cast<std::size_t>(to - out.data())};
}

}  // namespace common::decode
