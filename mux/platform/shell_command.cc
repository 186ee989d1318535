#include "mux/platform/shell_command.h"

#include <fcntl.h>
#include <spawn.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <utility>
#include <vector>

namespace mux::platform {

namespace {

// What is set up for a child, and taken down again.
class SpawnSetup {
 public:
  SpawnSetup() {
    ::posix_spawn_file_actions_init(&actions_);
    ::posix_spawnattr_init(&attributes_);
    sigset_t all;
    sigset_t none;
    ::sigfillset(&all);
    ::sigemptyset(&none);
    ::posix_spawnattr_setsigdefault(&attributes_, &all);
    ::posix_spawnattr_setsigmask(&attributes_, &none);
    ::posix_spawnattr_setpgroup(&attributes_, 0);
    ::posix_spawnattr_setflags(
        &attributes_, POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETPGROUP);
  }
  ~SpawnSetup() {
    ::posix_spawn_file_actions_destroy(&actions_);
    ::posix_spawnattr_destroy(&attributes_);
  }
  SpawnSetup(const SpawnSetup&) = delete;
  SpawnSetup& operator=(const SpawnSetup&) = delete;

  void connect(Piped piped, int descriptor) {
    const int connected = piped == Piped::Input ? STDIN_FILENO : STDOUT_FILENO;
    for (const int standard : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
      if (standard == connected) {
        ::posix_spawn_file_actions_adddup2(&actions_, descriptor, standard);
      } else {
        ::posix_spawn_file_actions_addopen(&actions_, standard, "/dev/null", O_RDWR, 0);
      }
    }
  }
  const posix_spawn_file_actions_t* actions() const { return &actions_; }
  const posix_spawnattr_t* attributes() const { return &attributes_; }

 private:
  posix_spawn_file_actions_t actions_{};
  posix_spawnattr_t attributes_{};
};

}  // namespace

common::Result<ShellCommand> spawn_shell(const std::string& command,
                                         std::span<const std::string> environment, Piped piped) {
  int ends[2];
  if (::pipe2(ends, O_CLOEXEC) != 0) {
    return common::fail("cannot open a pipe: " + common::os_error_text(errno), errno);
  }
  if (piped == Piped::Input) std::swap(ends[0], ends[1]);
  ShellCommand result;
  result.pipe = Descriptor(ends[0]);
  const Descriptor theirs(ends[1]);
  ::fcntl(ends[0], F_SETFL, O_NONBLOCK);
  SpawnSetup setup;
  setup.connect(piped, theirs.number());
  std::string shell = "/bin/sh";
  std::string option = "-c";
  std::string line = command;
  char* const arguments[] = {shell.data(), option.data(), line.data(), nullptr};
  std::vector<char*> variables;
  for (const std::string& entry : environment)
    variables.push_back(const_cast<char*>(entry.c_str()));
  variables.push_back(nullptr);
  const int error = ::posix_spawn(&result.process, shell.c_str(), setup.actions(),
                                  setup.attributes(), arguments, variables.data());
  if (error != 0) {
    return common::fail("cannot run " + command + ": " + common::os_error_text(error), error);
  }
  return result;
}

}  // namespace mux::platform
