// Leaves items out of long sequences that can hardly be part of a common
// subsequence, as git does: those that the other side does not have, and frequent
// ones amid such.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "common/text/diff_ops.h"
#include "common/text/myers.h"

namespace common {

struct DiffReduction {
  std::vector<std::uint32_t> old_items;
  std::vector<std::size_t> old_indices;  // In the full sequence.
  std::vector<std::uint32_t> new_items;
  std::vector<std::size_t> new_indices;
  DiffArea area;  // What was reduced: without common prefix and suffix.
};

// Nothing if the area is short, begins or ends alike, or nothing can be left out.
std::optional<DiffReduction> reduce(std::span<const std::uint32_t> old_items,
                                    std::span<const std::uint32_t> new_items, const DiffArea& area);

// Ops of the reduced sequences to ops of `area`.
void expand(const DiffReduction& reduction, const std::vector<DiffOp>& reduced_ops,
            const DiffArea& area, std::vector<DiffOp>& ops);

}  // namespace common
