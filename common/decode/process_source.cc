#include "common/decode/process_source.h"

#include <spawn.h>
#include <cerrno>
#include <csignal>
#include <string>
#include <utility>

#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

extern char** environ;

namespace common::decode {
namespace {

struct Pipe {
  int read_end = -1;
  int write_end = -1;
};

Result<Pipe> make_pipe() {
  int ends[2];
  if (::pipe2(ends, O_CLOEXEC) != 0) return fail(os_error_text(errno), errno);
  return Pipe{ends[0], ends[1]};
}

void close_if_open(int& fd) {
  if (fd >= 0) ::close(std::exchange(fd, -1));
}

ssize_t read_retrying(int fd, char* buffer, std::size_t capacity) {
  for (;;) {
    const ssize_t got = ::read(fd, buffer, capacity);
    if (got >= 0 || errno != EINTR) return got;
  }
}

// The child's stderr is drained whenever its stdout is waited for, so that it
// can never block on either.
class ProcessSource final : public fs::ByteSource {
 public:
  ProcessSource(std::string name, pid_t child, int output, int errors)
      : name_(std::move(name)), child_(child), output_(output), errors_(errors) {}
  ProcessSource(const ProcessSource&) = delete;
  ProcessSource& operator=(const ProcessSource&) = delete;
  ~ProcessSource() override {
    close_if_open(output_);
    close_if_open(errors_);
    if (child_ > 0) wait_for_exit();
  }

  Result<std::size_t> read(char* buffer, std::size_t capacity) override {
    if (output_ < 0) return 0;  // Asked again behind the end.
    for (;;) {
      pollfd waits[] = {{output_, POLLIN, 0}, {errors_, POLLIN, 0}};
      if (::poll(waits, 2, -1) < 0) {
        if (errno == EINTR) continue;
        return fail(os_error_text(errno), errno);
      }
      if (waits[1].revents != 0) drain_errors_once();
      if (waits[0].revents == 0) continue;
      const ssize_t got = read_retrying(output_, buffer, capacity);
      if (got < 0) return fail(os_error_text(errno), errno);
      if (got > 0) return static_cast<std::size_t>(got);
      if (has_failed()) return fail("" + name_ + " failed: " + errors_text());
      return 0;
    }
  }

  // Reading stopped early if the child still runs.  Closing its stdout makes it
  // stop by SIGPIPE, which is no failure unless it complained.
  Result<void> finish() override {
    if (child_ <= 0 || !has_failed() || error_text_.empty()) return {};
    return fail("" + name_ + " was stopped early: " + errors_text());
  }

 private:
  void drain_errors_once() {
    char buffer[4096];
    const ssize_t got = read_retrying(errors_, buffer, sizeof buffer);
    if (got <= 0) {
      close_if_open(errors_);
      return;
    }
    error_text_.append(buffer, static_cast<std::size_t>(got));
  }

  // Ends the child; whether it did not exit with 0.
  bool has_failed() {
    close_if_open(output_);
    while (errors_ >= 0) drain_errors_once();
    const int status = wait_for_exit();
    return !WIFEXITED(status) || WEXITSTATUS(status) != 0;
  }

  int wait_for_exit() {
    int status = 0;
    while (::waitpid(child_, &status, 0) < 0 && errno == EINTR) {
    }
    child_ = -1;
    return status;
  }

  // What the child wrote to stderr, between rules.
  std::string errors_text() const {
    constexpr const char* kBlanks = " \t\r\n";
    const std::size_t first = error_text_.find_first_not_of(kBlanks);
    if (first == std::string::npos) return "it wrote nothing to its standard error";
    const std::size_t last = error_text_.find_last_not_of(kBlanks);
    const std::string rule(79, '-');
    return "\n" + rule + "\n" + error_text_.substr(first, last - first + 1) + "\n" + rule;
  }

  std::string name_;  // For messages.
  pid_t child_;
  int output_;
  int errors_;
  std::string error_text_;
};

// Starts COMMAND PATH with the three descriptors as its standard streams; the
// error number, or 0.
int spawn(const std::string& command, const std::string& path, int input, int output, int errors,
          pid_t& child) {
  posix_spawn_file_actions_t actions;
  if (const int error = ::posix_spawn_file_actions_init(&actions); error != 0) return error;
  const std::pair<int, int> streams[] = {
      {input, STDIN_FILENO}, {output, STDOUT_FILENO}, {errors, STDERR_FILENO}};
  // A parent that ignores SIGPIPE must not teach the child to do so.
  posix_spawnattr_t attributes;
  int error = ::posix_spawnattr_init(&attributes);
  if (error != 0) {
    ::posix_spawn_file_actions_destroy(&actions);
    return error;
  }
  sigset_t defaults;
  ::sigemptyset(&defaults);
  ::sigaddset(&defaults, SIGPIPE);
  ::posix_spawnattr_setsigdefault(&attributes, &defaults);
  ::posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
  for (const auto& [from, to] : streams) {
    if (error == 0) error = ::posix_spawn_file_actions_adddup2(&actions, from, to);
  }
  std::string arguments[] = {command, path};
  char* argv[] = {arguments[0].data(), path.empty() ? nullptr : arguments[1].data(), nullptr};
  if (error == 0) {
    error = ::posix_spawnp(&child, command.c_str(), &actions, &attributes, argv, environ);
  }
  ::posix_spawnattr_destroy(&attributes);
  ::posix_spawn_file_actions_destroy(&actions);
  return error;
}

}  // namespace

Result<std::unique_ptr<fs::ByteSource>> process_source(const std::string& command,
                                                       const std::string& path, int input_fd) {
  const std::string name = "`" + command + (path.empty() ? "" : " " + path) + "`";
  Result<Pipe> output = make_pipe();
  Result<Pipe> errors = output ? make_pipe() : Result<Pipe>(Pipe{});
  pid_t child = -1;
  int error = !output ? output.error().os_error : !errors ? errors.error().os_error : 0;
  if (error == 0) {
    error = spawn(command, path, input_fd, output->write_end, errors->write_end, child);
  }
  ::close(input_fd);
  if (output) close_if_open(output->write_end);
  if (errors) close_if_open(errors->write_end);
  if (error == 0) {
    return std::make_unique<ProcessSource>(name, child, output->read_end, errors->read_end);
  }
  if (output) close_if_open(output->read_end);
  if (errors) close_if_open(errors->read_end);
  return fail("" + name + " could not start: " + os_error_text(error), error);
}

}  // namespace common::decode
