// One row of a grid.
#pragma once

#include <cstdint>

#include "mux/term/cell.h"

namespace mux::term {

// What shell integration (OSC 133) says begins in a row.
enum class PromptMark : std::uint8_t { None, Prompt, Input, Output };

// How large a row's characters are drawn (DECDWL, DECDHL): all but single ones leave
// room for half of the columns.
enum class LineSize : std::uint8_t { Single, DoubleWidth, DoubleTop, DoubleBottom };

struct Row {
  // The grid's columns of them, in the grid's block; those behind `length` are
  // blank with the style `fill`, whatever the block holds there.
  Cell* cells = nullptr;
  // Grows with each change and is never used twice in a grid: rows of one version
  // look the same, wherever scrolling has moved them.
  std::uint64_t version = 0;
  StyleId fill = 0;
  std::uint16_t length = 0;
  bool is_wrapped : 1 = false;  // Continues the row above: the text wrapped by itself.
  // Some cell was wide, or held a cluster, since the row was blank.
  bool has_wide : 1 = false;
  bool has_cluster : 1 = false;
  bool has_images : 1 = false;  // The grid knows strips of it.
  LineSize line_size : 2 = LineSize::Single;
  PromptMark mark = PromptMark::None;

  bool is_double() const { return line_size != LineSize::Single; }
  Cell cell(int x) const { return x < length ? cells[x] : Cell::blank(fill); }
};
static_assert(sizeof(Row) == 24);

}  // namespace mux::term
