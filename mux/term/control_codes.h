// Controls of one byte that have a part in how bytes are cut into sequences.
#pragma once

namespace mux::term {

inline constexpr char kBel = 0x07;
inline constexpr char kCan = 0x18;
inline constexpr char kSub = 0x1A;
inline constexpr char kEsc = 0x1B;
inline constexpr char kDel = 0x7F;

}  // namespace mux::term
