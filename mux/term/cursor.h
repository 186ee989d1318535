// Where text goes and how it looks.
#pragma once

#include <cstdint>

#include "mux/term/charset.h"
#include "mux/term/style.h"

namespace mux::term {

struct Position {
  int x = 0;
  int y = 0;
  // A character was put into the last column: the next one starts a new row.
  bool wraps_next = false;
  bool operator==(const Position&) const = default;
};

// Which erasing functions leave protected cells alone: those of the side that
// protected last (DECSCA: the selective ones; SPA: all).
enum class Protection : std::uint8_t { None, Selective, Full };

// What DECSC saves beside the position.
struct Pen {
  Style style;
  bool is_protecting = false;
  Charsets charsets;
};

struct SavedCursor {
  Position position;
  Pen pen;
  bool is_origin = false;
};

enum class CursorShape : std::uint8_t { Block, Underline, Bar };

struct CursorStyle {
  CursorShape shape = CursorShape::Block;
  bool is_blinking = true;
  bool is_default = true;  // The program has not asked for another one.
};

}  // namespace mux::term
