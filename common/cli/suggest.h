// "Did you mean": the flags whose names resemble one that does not exist.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "common/cli/flag.h"

namespace common::cli {

// Names, negations and aliases of `flags`, in their order, that share at least
// 40 % of their three-letter pieces with `name` (Jaccard index).
std::vector<std::string_view> similar_names(std::string_view name,
                                            std::span<const FlagInfo* const> flags);

}  // namespace common::cli
