// Cell: one place of the grid, eight bytes.
//
// The content is a code point or, for what takes several (combining marks, ZWJ
// sequences, flags), the number of a cluster in the terminal's ClusterTable.
// How it looks is the number of a Style in the terminal's StyleTable.  So cells
// are copied, compared and filled as words, and a line of default text is one
// vector loop.
#pragma once

#include <bit>
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

  static Cell blank(StyleId style) {
    Cell cell;
    cell.style = style;
    return cell;
  }
  static Cell of(char32_t code_point, StyleId style, bool is_protected = false) {
    Cell cell;
    cell.content = static_cast<std::uint32_t>(code_point) & 0x1FFFFF;
    cell.is_protected = is_protected;
    cell.style = style;
    return cell;
  }
  bool is_blank() const { return content == 0 && width == 0; }
  bool is_wide() const { return width == static_cast<std::uint32_t>(CellWidth::Wide); }
  bool is_tail() const { return width == static_cast<std::uint32_t>(CellWidth::WideTail); }
  bool operator==(const Cell& other) const {
    return std::bit_cast<std::uint64_t>(*this) == std::bit_cast<std::uint64_t>(other);
  }
};
static_assert(sizeof(Cell) == 8);

}  // namespace mux::term
