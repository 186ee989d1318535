// Programs of panes that do nothing but what a test has them do.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mux/platform/descriptor.h"
#include "mux/server/processes.h"

namespace story {

class FakePrograms final : public mux::server::Processes {
 public:
  struct Program {
    pid_t process = 0;
    std::vector<std::string> command;
    std::string cwd;
    mux::platform::PtySize size;
    mux::platform::Descriptor terminal;  // The program's side.
    int server_side = -1;
    std::string input;  // Not asked for yet.
  };

  // A program greets with its command; one that is called `missing` cannot be started.
  common::Result<mux::platform::Spawned> spawn(const mux::platform::SpawnRequest& request) override;
  void resize(int terminal, const mux::platform::PtySize& size) override;
  void hang_up(pid_t process) override;
  std::optional<Ended> next_ended() override;

  // By pane; those that run.
  const std::map<int, Program>& running() const { return programs_; }
  Program* find(int pane);
  // False: it has not taken all.
  bool write(int pane, std::string_view bytes);
  void end(int pane, int exit_code);
  // Takes what was written to them; false: nothing.
  bool read();

 private:
  std::map<int, Program> programs_;
  std::vector<Ended> ended_;
  pid_t last_process_ = 1 << 24;  // No number of a process.
};

}  // namespace story
