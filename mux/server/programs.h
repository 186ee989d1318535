// Programs: those of all panes, by pane and by process.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
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
      : loop_(loop),
        processes_(processes),
        events_(events),
        resume_timer_(loop, [this] { resume(); }) {}

  // `environment`: all of it but what tells the pane.
  common::Result<void> spawn(const model::SpawnRequest& request, std::string_view session,
                             const std::vector<std::string>& environment);
  // Null: the pane has none.
  PaneProgram* find(model::PaneId pane);
  void kill(model::PaneId pane);
  void kill_all();

  // Reads from programs that flood, each in turn, for a while.
  void read_floods();

  // Somebody types: for a moment nothing is read from programs that flood, so that
  // they stop, and what answers, and what shows the answer, has the processor.
  void make_way();
  // The answer is on its way to who waits for it.
  void answered();

  struct Ended {
    model::PaneId pane{};
    int exit_code = 0;
  };
  // Takes note of processes that have ended, and what they wrote last.
  std::vector<Ended> reap();
  // Those that were killed are kept until here, as it may have happened while they ran.
  void bury() { dead_.clear(); }

 private:
  void resume();

  Loop& loop_;
  Processes& processes_;
  PaneProgram::Events& events_;
  Turns turns_;
  std::map<model::PaneId, std::unique_ptr<PaneProgram>> programs_;
  std::map<pid_t, model::PaneId> panes_;
  std::vector<std::unique_ptr<PaneProgram>> dead_;
  bool has_paused_ = false;
  Timer resume_timer_;
};

}  // namespace mux::server
