// What the steps of scenarios do (story_file.h says what there is).
#pragma once

#include <string>

#include "common/base/result.h"
#include "tests/mux/scenario/stage.h"
#include "tests/mux/scenario/story_file.h"

namespace story {

// Runs one scenario; `outcome` is the same scenario with what came of its steps.
// Fails where a step cannot be done.
common::Result<void> play(const Scenario& scenario, Scenario& outcome);

}  // namespace story
