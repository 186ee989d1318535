// Draws one source line with the marks under it.
#pragma once

#include <utility>
#include <vector>

#include "common/diag/annotated_lines.h"
#include "common/diag/grid.h"
#include "common/diag/margin.h"

namespace common::diag {

// Where things stand in the grid.
struct FrameLayout {
  std::size_t number_width;  // Digits of the longest line number.
  std::size_t bar_column;    // Of the bars of multi-line marks.
  std::size_t code_column;
  Margin margin;
  Role primary;  // Colour of primary marks.

  // The column of the | that everything hangs on.
  std::size_t separator_column() const { return number_width + 1; }
  Role role_of(const Mark& mark) const { return mark.is_primary ? primary : Role::Secondary; }
};

// A bar that starts or ends in a line: its depth and colour.
struct Bar {
  std::size_t depth;
  Role role;
};

inline void draw_separator(Grid& grid, std::size_t line, std::size_t column) {
  grid.put(line, column, U'|', Role::LineNumber);
}

// Appends the line and what stands below it.  `closes`: it is the last, so a
// separator follows.
std::vector<Bar> draw_source_line(Grid& grid, const AnnotatedLine& line, const FrameLayout& layout,
                                  bool closes);

}  // namespace common::diag
