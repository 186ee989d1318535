#include "mux/platform/reader.h"

#include <fcntl.h>
#include <spawn.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <utility>

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

  void take_input(int descriptor) {
    ::posix_spawn_file_actions_adddup2(&actions_, descriptor, STDIN_FILENO);
    for (const int output : {STDOUT_FILENO, STDERR_FILENO}) {
      ::posix_spawn_file_actions_addopen(&actions_, output, "/dev/null", O_WRONLY, 0);
    }
  }
  const posix_spawn_file_actions_t* actions() const { return &actions_; }
  const posix_spawnattr_t* attributes() const { return &attributes_; }

 private:
  posix_spawn_file_actions_t actions_{};
  posix_spawnattr_t attributes_{};
};

}  // namespace

common::Result<Reader> spawn_reader(const std::string& command,
                                    const std::vector<std::string>& environment) {
  int ends[2];
  if (::pipe2(ends, O_CLOEXEC) != 0) {
    return common::fail("cannot open a pipe: " + common::os_error_text(errno), errno);
  }
  const Descriptor reading(ends[0]);
  Reader reader;
  reader.input = Descriptor(ends[1]);
  ::fcntl(ends[1], F_SETFL, O_NONBLOCK);
  SpawnSetup setup;
  setup.take_input(reading.number());
  std::string shell = "/bin/sh";
  std::string option = "-c";
  std::string line = command;
  char* const arguments[] = {shell.data(), option.data(), line.data(), nullptr};
  std::vector<char*> variables;
  for (const std::string& entry : environment)
    variables.push_back(const_cast<char*>(entry.c_str()));
  variables.push_back(nullptr);
  const int error = ::posix_spawn(&reader.process, shell.c_str(), setup.actions(),
                                  setup.attributes(), arguments, variables.data());
  if (error != 0) {
    return common::fail("cannot run " + command + ": " + common::os_error_text(error), error);
  }
  return reader;
}

}  // namespace mux::platform
