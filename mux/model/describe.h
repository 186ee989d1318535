// The session as a layout, for dump-layout and for bringing it back.
#pragma once

#include <string>
#include <vector>

#include "mux/layout/layout_spec.h"
#include "mux/model/host.h"
#include "mux/model/session.h"

namespace mux::model {

// What the host knows of a pane's program in the foreground.
struct RunningProgram {
  std::string cwd;                   // Empty: not known.
  std::vector<std::string> command;  // Empty: likewise, or it is the pane's own program.
  bool operator==(const RunningProgram&) const = default;
};
RunningProgram running_program(Host& host, const Pane& pane);

// What a pane runs and how it looks, with the command that runs in it now.
layout::PaneSpec describe_pane(const Pane& pane, const RunningProgram& running);
// What stays in the place of a pane when temporary files are gone: the pane, or the one
// behind it if it shows such a file.
PaneId lasting_pane(const Session& session, const Tab& tab, PaneId pane);
layout::Layout describe(const Session& session, Host& host);

}  // namespace mux::model
