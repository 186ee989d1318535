#include "mux/server/processes.h"

#include <sys/wait.h>

#include <csignal>

namespace mux::server {

namespace {

int exit_code_of(int status) {
  if (WIFEXITED(status)) return WEXITSTATUS(status);
  return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : 1;  // As shells say it.
}

}  // namespace

common::Result<platform::Spawned> SystemProcesses::spawn(const platform::SpawnRequest& request) {
  platform::SpawnRequest limited = request;
  limited.file_limit = file_limit_;
  return platform::spawn_in_pty(limited);
}

void SystemProcesses::hang_up(pid_t process) {
  ::kill(process, SIGHUP);
}

std::optional<Processes::Ended> SystemProcesses::next_ended() {
  int status = 0;
  const pid_t process = ::waitpid(-1, &status, WNOHANG);
  if (process <= 0) return std::nullopt;
  return Ended{.process = process, .exit_code = exit_code_of(status)};
}

}  // namespace mux::server
