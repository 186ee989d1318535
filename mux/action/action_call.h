// ActionCall: an action as it crosses borders (see mux/input/action_call.h).
#pragma once

#include "mux/input/action_call.h"

namespace mux::action {

using input::ActionCall;

}  // namespace mux::action
