// Cells: which part of a notebook's source is which cell.
//
// The source of a notebook is that of its Python cells in a row, each with a line
// end of ours behind it (the separator), so every cell starts a line.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "common/text/range.h"

namespace lint {

using common::TextRange;

class Cells {
 public:
  // No cells: no part of the source belongs to the notebook.
  Cells() = default;
  // The next cell, whose part ends at `end`.  `number`: counted from 1 with the
  // cells that are not Python.
  void add(std::uint32_t number, std::uint32_t end);

  // The same cells in a source that was edited: `ends` says where each ends now.  A
  // cell that lost its separator gets it back.
  Cells rebuilt(std::string& source, std::span<const std::uint32_t> ends) const;

  std::size_t count() const { return numbers_.size(); }
  std::uint32_t number(std::size_t index) const { return numbers_[index]; }
  std::uint32_t start(std::size_t index) const { return bounds_[index]; }
  // With the separator.
  TextRange range(std::size_t index) const { return {bounds_[index], bounds_[index + 1]}; }
  TextRange content(std::size_t index) const { return {bounds_[index], bounds_[index + 1] - 1}; }
  // 0, and where each cell ends.
  std::span<const std::uint32_t> bounds() const { return bounds_; }

  // The range of the cell that holds the byte at `offset`.
  std::optional<TextRange> range_around(std::uint32_t offset) const;
  // Does a cell end in the range (behind its start)?
  bool has_boundary(TextRange range) const;
  // The cell of a place that is reported; the end of the source is in the last.
  std::optional<std::size_t> index_at(std::uint32_t offset) const;

 private:
  std::vector<std::uint32_t> bounds_ = {0};
  std::vector<std::uint32_t> numbers_;
};

}  // namespace lint
