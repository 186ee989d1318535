// PaneProgram: the program of a pane, and the server's side of its terminal.
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <optional>
#include <string_view>

#include "mux/model/ids.h"
#include "mux/platform/pty.h"
#include "mux/server/loop.h"
#include "mux/server/output_queue.h"
#include "mux/server/processes.h"
#include "mux/server/turns.h"

namespace mux::server {

class PaneProgram {
 public:
  // What came of the program in one iteration.
  struct Output {
    std::string_view bytes;
    bool is_flood = false;   // More than anybody types or reads.
    bool is_urgent = false;  // Likely what somebody has just typed.
  };
  class Events {
   public:
    virtual ~Events() = default;
    // The program is not destroyed in the call.
    virtual void program_wrote(model::PaneId pane, const Output& output) = 0;
    // Some of what was kept for it.
    virtual void program_took(model::PaneId pane) = 0;
  };

  PaneProgram(Loop& loop, Processes& processes, model::PaneId pane, platform::Spawned spawned,
              Turns& turns, Events& events);
  ~PaneProgram() { hang_up(); }

  pid_t process() const { return process_; }
  int terminal() const { return terminal_.number(); }

  // What a program that does not read leaves is kept up to a limit; false: there is
  // no room, nothing was taken.  What was typed is expected to be echoed soon.
  bool write(std::string_view bytes, bool is_typed);
  std::size_t waiting() const { return input_.size(); }
  void resize(const platform::PtySize& size);
  // What it writes waits.
  void set_paused(bool is_paused);
  // It has come to the front of those that flood.
  void read_turn();
  // Did it write much when it was last read?
  bool is_flooding() const { return is_flooding_; }
  // The process has ended: takes what it wrote last.
  void drain();
  // Tells the process and closes its terminal; nothing comes any more.
  void hang_up();

 private:
  void ready(Ready ready);
  // Into the loop's buffer; how much.
  std::size_t read(std::size_t most);
  void deliver(std::size_t size);
  void update_interest();

  Loop& loop_;
  Processes& processes_;
  model::PaneId pane_;
  Turns& turns_;
  Events& events_;
  pid_t process_;
  platform::Descriptor terminal_;
  std::optional<DescriptorWatch> watch_;  // None: the other side is closed.
  OutputQueue input_;
  bool is_paused_ = false;
  bool is_flooding_ = false;
  platform::PtySize size_;
  std::uint64_t typed_at_ = 0;     // In milliseconds; 0: never.
  std::size_t written_since_ = 0;  // Bytes since then.
};

}  // namespace mux::server
