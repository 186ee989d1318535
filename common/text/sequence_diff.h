// The difference of two sequences of numbers.
//
// Which of several shortest scripts is found, and where expensive searches give
// up being shortest, is as in version 3.2 of Rust's crate `similar`, because
// diffs of ours are compared byte by byte with programs that use it.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "common/text/diff_ops.h"

namespace common {

enum class DiffAlgorithm : std::uint8_t {
  Myers,
  Patience,  // Items that occur once on both sides are aligned first.
};

// Contiguous ops that cover both sequences.
std::vector<DiffOp> diff_sequences(std::span<const std::uint32_t> old_items,
                                   std::span<const std::uint32_t> new_items,
                                   DiffAlgorithm algorithm = DiffAlgorithm::Myers);

}  // namespace common
