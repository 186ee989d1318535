// --sort by time and --sortr: the whole list is collected first.
#pragma once

#include <string>
#include <vector>

#include "common/walk/walk.h"
#include "search/run/plan.h"
#include "search/run/run_state.h"

namespace search {

// Walks and sorts as the plan says.  Files whose time cannot be told come last
// (first with --sortr); equal times are in the order of a sorted walk.
std::vector<common::walk::ListedPath> sorted_paths(RunState& state);

// Order of paths by their parts: "a/b" before "a-b".
bool precedes(const std::string& left, const std::string& right);

}  // namespace search
