// Moves deletions and insertions along equal runs so that they merge.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "common/text/diff_ops.h"

namespace common {

// `ops`: Equal, Delete and Insert.
void clean_up(std::span<const std::uint32_t> old_items, std::span<const std::uint32_t> new_items,
              std::vector<DiffOp>& ops);

// Joins neighbours of one kind, and deletions with insertions to Replace.
std::vector<DiffOp> merged(const std::vector<DiffOp>& ops);

}  // namespace common
