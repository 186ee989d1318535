// Cell: one place of the grid, eight bytes.
//
// The content is a code point or, for what takes several (combining marks, ZWJ
// sequences, flags), the number of a cluster in the terminal's ClusterTable.
// How it looks is the number of a Style in the terminal's StyleTable.  So cells
// are copied, compared and filled as words, and a line of default text is one
// vector loop.
#pragma once

#include <cstdint>

namespace mux::term {

// Index into a StyleTable; 0 is the default style.
using StyleId = std::uint32_t;

enum class CellWidth : std::uint32_t {
  Narrow = 0,
  Wide = 1,      // The first of two cells.
  WideTail = 2,  // The second one; has no content of its own.
};

struct Cell {
  // Bits 0..20: code point, or cluster number if is_cluster; 0: never written or erased.
  std::uint32_t content : 21 = 0;
  std::uint32_t is_cluster : 1 = 0;
  std::uint32_t width : 2 = 0;         // A CellWidth.
  std::uint32_t is_protected : 1 = 0;  // DECSCA, SPA: selective erase leaves it.
  std::uint32_t spare : 7 = 0;
  StyleId style = 0;

  bool is_blank() const { return content == 0 && width == 0; }
  bool operator==(const Cell&) const = default;
};
static_assert(sizeof(Cell) == 8);

}  // namespace mux::term
