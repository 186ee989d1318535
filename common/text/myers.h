// Myers' O(ND) difference, linear space variant, with bounds for bad cases.
//
//   E. W. Myers, "An O(ND) Difference Algorithm and Its Variations", 1986, 4b.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "common/text/diff_ops.h"

namespace common {

// A part of both sequences.
struct DiffArea {
  std::size_t old_start, old_end;
  std::size_t new_start, new_end;

  std::size_t old_size() const { return old_end - old_start; }
  std::size_t new_size() const { return new_end - new_start; }
};

// Appends Equal, Delete and Insert ops for `area`, not merged with one another.
void append_myers_ops(std::span<const std::uint32_t> old_items,
                      std::span<const std::uint32_t> new_items, const DiffArea& area,
                      std::vector<DiffOp>& ops);

// Do the two have next to nothing in common, and are long?  Then it is not
// worth searching.
bool is_unrelated(std::span<const std::uint32_t> old_items,
                  std::span<const std::uint32_t> new_items, const DiffArea& area);

}  // namespace common
