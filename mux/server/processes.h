// Processes: where the programs of panes come from; tests have some of their own.
#pragma once

#include <sys/types.h>

#include <optional>
#include <string>
#include <vector>

#include "common/base/result.h"
#include "mux/platform/pty.h"
#include "mux/platform/shell_command.h"

namespace mux::server {

class Processes {
 public:
  struct Ended {
    pid_t process = 0;
    int exit_code = 0;  // 128 and the signal's number, if one ended it.
  };

  virtual ~Processes() = default;
  virtual common::Result<platform::Spawned> spawn(const platform::SpawnRequest& request) = 0;
  virtual void resize(int terminal, const platform::PtySize& size) = 0;
  // Tells it that its terminal is gone.
  virtual void hang_up(pid_t process) = 0;
  // A command that reads what it is given.
  virtual common::Result<platform::ShellCommand> spawn_reader(
      const std::string& command, const std::vector<std::string>& environment) {
    return platform::spawn_shell(command, environment, platform::Piped::Input);
  }
  // One that has ended; none: the others are running.
  virtual std::optional<Ended> next_ended() = 0;
};

// Children of ours in pseudo terminals.
class SystemProcesses final : public Processes {
 public:
  // `file_limit`: how many files they may open; 0: as many as we.
  explicit SystemProcesses(std::uint64_t file_limit) : file_limit_(file_limit) {}

  common::Result<platform::Spawned> spawn(const platform::SpawnRequest& request) override;
  void resize(int terminal, const platform::PtySize& size) override {
    platform::resize_pty(terminal, size);
  }
  void hang_up(pid_t process) override;
  std::optional<Ended> next_ended() override;

 private:
  std::uint64_t file_limit_;
};

}  // namespace mux::server
