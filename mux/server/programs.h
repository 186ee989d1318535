// Programs: those of all panes, by pane and by process.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "common/base/result.h"
#include "mux/model/host.h"
#include "mux/server/loop.h"
#include "mux/server/pane_program.h"
#include "mux/server/processes.h"

namespace mux::server {

class Programs {
 public:
  Programs(Loop& loop, Processes& processes, PaneProgram::Events& events)
      : loop_(loop), processes_(processes), events_(events), turns_(loop) {}

  // `environment`: all of it but what tells the pane.
  common::Result<void> spawn(const model::SpawnRequest& request, std::string_view session,
                             const std::vector<std::string>& environment);
  // Null: the pane has none.
  PaneProgram* find(model::PaneId pane);
  void kill(model::PaneId pane);
  void kill_all();

  // Of those that flood.
  Turns& turns() { return turns_; }

  struct Ended {
    model::PaneId pane{};
    int exit_code = 0;
  };
  // Takes note of processes that have ended, and what they wrote last.
  std::vector<Ended> reap();
  // Processes that have ended and were of no pane, since the last time.
  std::vector<Processes::Ended> take_others() { return std::exchange(others_, {}); }
  // Those that were killed are kept until here, as it may have happened while they ran.
  void bury() { dead_.clear(); }

 private:
  Loop& loop_;
  Processes& processes_;
  PaneProgram::Events& events_;
  Turns turns_;
  std::map<model::PaneId, std::unique_ptr<PaneProgram>> programs_;
  std::map<pid_t, model::PaneId> panes_;
  std::vector<std::unique_ptr<PaneProgram>> dead_;
  std::vector<Processes::Ended> others_;
};

}  // namespace mux::server
