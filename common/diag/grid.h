// Grid: lines of coloured characters that are written in any order.
//
// One cell per code point, however wide it is drawn.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "common/diag/styles.h"

namespace common::diag {

class Grid {
 public:
  std::size_t line_count() const { return lines_.size(); }

  void put(std::size_t line, std::size_t column, char32_t character, Role role);
  void put(std::size_t line, std::size_t column, std::string_view text, Role role);
  // Behind what the line holds.
  void append(std::size_t line, std::string_view text, Role role);
  // Puts `text` in the place of the cells from `start` to `end`, if there are
  // that many.
  void replace(std::size_t line, std::size_t start, std::size_t end, std::string_view text,
               Role role);
  // Each line with a line end.
  void write(bool is_colored, std::string& out) const;

 private:
  struct Cell {
    char32_t character = U' ';
    Role role = Role::Plain;
  };
  std::vector<Cell>& line(std::size_t number);

  std::vector<std::vector<Cell>> lines_;
};

}  // namespace common::diag
