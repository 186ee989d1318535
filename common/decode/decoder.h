// The decoders behind encoding.h: a function per family of encodings.
//
// Decoders are pure: they turn a window of bytes into UTF-8 and leave at its end
// what may be the beginning of a character, to be presented again with more
// bytes behind it.  Only ISO-2022-JP has state beyond that.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace common::decode {

struct DecoderState {
  enum class Mode : std::uint8_t { Ascii, Roman, Katakana, DoubleByte };
  Mode mode = Mode::Ascii;
  bool has_just_switched = false;  // No character since the last escape sequence.
};

struct Window {
  const unsigned char* data = nullptr;
  std::size_t size = 0;
  bool is_last = false;  // Nothing follows: an unfinished character is an error.
};

struct Progress {
  std::size_t used = 0;
  std::size_t written = 0;
};

// No step of a decoder writes more; with less room a decoder does nothing.
inline constexpr std::size_t kMaxStepOutput = 8;

// Decodes until the window or the room in `out` is used up, or until the window
// ends within a character.  `table` is the single-byte table of encodings that
// have one.
using DecodeFunction = Progress (*)(Window in, std::span<char> out, DecoderState& state,
                                    const char16_t* table);

Progress decode_utf8(Window in, std::span<char> out, DecoderState&, const char16_t*);
Progress decode_utf16be(Window in, std::span<char> out, DecoderState&, const char16_t*);
Progress decode_utf16le(Window in, std::span<char> out, DecoderState&, const char16_t*);
Progress decode_single_byte(Window in, std::span<char> out, DecoderState&, const char16_t* table);
Progress decode_user_defined(Window in, std::span<char> out, DecoderState&, const char16_t*);
Progress decode_big5(Window in, std::span<char> out, DecoderState&, const char16_t*);
Progress decode_euc_jp(Window in, std::span<char> out, DecoderState&, const char16_t*);
Progress decode_euc_kr(Window in, std::span<char> out, DecoderState&, const char16_t*);
Progress decode_gb18030(Window in, std::span<char> out, DecoderState&, const char16_t*);
Progress decode_iso2022jp(Window in, std::span<char> out, DecoderState& state, const char16_t*);
Progress decode_shift_jis(Window in, std::span<char> out, DecoderState&, const char16_t*);

}  // namespace common::decode
