// Options and environment become a SearchPlan: patterns are read and compiled,
// globs and types too, the terminal is looked at.  Whatever the user got wrong
// is found here, before anything is searched.
#pragma once

#include "common/base/result.h"
#include "search/cli/options.h"
#include "search/cli/parse_command.h"
#include "search/run/plan.h"

namespace search {

// `options` of a search or of --files.
common::Result<SearchPlan> make_plan(const Options& options, EnvironmentLookup environment);

}  // namespace search
