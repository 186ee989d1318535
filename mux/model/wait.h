// Waits: actions that are done only when a pane is.
#pragma once

#include <cstdint>

#include "mux/model/ids.h"

namespace mux::model {

enum class WaitUntil : std::uint8_t {
  Closed,  // The pane is gone.
  Exited,  // Or its command has ended, whatever the exit code.
  Succeeded,
  Failed,
};

struct Wait {
  WaitId id{};
  PaneId pane{};
  WaitUntil until = WaitUntil::Closed;
};

}  // namespace mux::model
