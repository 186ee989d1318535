// Whether output has colours: what the user said, and what the surroundings say.
#pragma once

#include <cstdint>

namespace common::tty {

// Ansi is Always; it is there because Windows consoles once had another way.
enum class ColorChoice : std::uint8_t { Never, Auto, Always, Ansi };

struct TerminalFacts {
  bool is_terminal = false;    // Standard output is one.
  const char* term = nullptr;  // $TERM; null: not set.
  bool has_no_color = false;   // $NO_COLOR is set, to whatever value.
};

// Auto: on a terminal that is not dumb, unless NO_COLOR is set.
bool wants_color(ColorChoice choice, const TerminalFacts& facts);

}  // namespace common::tty
