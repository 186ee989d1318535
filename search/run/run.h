// Runs a plan: walks, searches or lists, prints to standard output.
//
// How output leaves depends on the threads (output_lane.h): one thread streams,
// several threads gather whole files, sorted runs hand on chunks in order.
#pragma once

#include <string>

#include "search/run/plan.h"

namespace search {

struct RunResult {
  bool matched = false;  // Something was found (or listed).
  bool errored = false;  // Some error was met; messages told of it.
};

// `program`: stands in front of messages.
RunResult run(const SearchPlan& plan, const std::string& program);

}  // namespace search
