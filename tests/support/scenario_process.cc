#include "tests/support/scenario_process.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <system_error>

namespace scenario {

namespace {

constexpr int kTimeLimitMilliseconds = 20'000;

bool write_all(int fd, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = ::write(fd, bytes.data(), bytes.size());
    if (count < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return true;
}

bool make_file(const std::string& path, const File& file) {
  const int fd = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
  if (fd < 0) return false;
  bool done = write_all(fd, file.contents) && ::fchmod(fd, file.mode) == 0;
  if (done && file.mtime) {
    const struct timespec time = {*file.mtime, 0};
    const struct timespec times[2] = {time, time};
    done = ::futimens(fd, times) == 0;
  }
  ::close(fd);
  return done;
}

int memory_file(std::string_view contents) {
  const int fd = ::memfd_create("scenario", MFD_CLOEXEC);
  if (fd < 0 || !write_all(fd, contents)) std::abort();
  ::lseek(fd, 0, SEEK_SET);
  return fd;
}

std::string contents_of(int fd) {
  std::string out;
  ::lseek(fd, 0, SEEK_SET);
  std::array<char, 8192> buffer;
  for (;;) {
    const ssize_t count = ::read(fd, buffer.data(), buffer.size());
    if (count <= 0) break;
    out.append(buffer.data(), static_cast<std::size_t>(count));
  }
  ::close(fd);
  return out;
}

// Empty if there is no such file.
std::string contents_of_file(const std::string& path) {
  const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  return fd < 0 ? std::string() : contents_of(fd);
}

std::vector<char*> pointers(const std::vector<std::string>& strings) {
  std::vector<char*> out;
  out.reserve(strings.size() + 1);
  for (const std::string& text : strings) out.push_back(const_cast<char*>(text.c_str()));
  out.push_back(nullptr);
  return out;
}

[[noreturn]] void become(const std::string& program, const std::vector<char*>& arguments,
                         const std::vector<char*>& environment, const std::string& directory,
                         const int (&fds)[3]) {
  for (int i = 0; i < 3; ++i) ::dup2(fds[i], i);
  ::signal(SIGPIPE, SIG_DFL);
  if (::chdir(directory.c_str()) == 0) {
    ::execve(program.c_str(), arguments.data(), environment.data());
  }
  std::fprintf(stderr, "cannot run %s: %s\n", program.c_str(), std::strerror(errno));
  ::_exit(127);
}

int wait_for(pid_t child) {
  const int handle = static_cast<int>(::syscall(SYS_pidfd_open, child, 0));
  struct pollfd wait = {handle, POLLIN, 0};
  const bool ended = handle < 0 || ::poll(&wait, 1, kTimeLimitMilliseconds) > 0;
  if (!ended) ::kill(child, SIGKILL);
  int status = 0;
  ::waitpid(child, &status, 0);
  if (handle >= 0) ::close(handle);
  if (!ended) return -1;
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

std::string with_tree(std::string text, const std::string& tree) {
  constexpr std::string_view kName = "{tree}";
  for (std::size_t at = text.find(kName); at != std::string::npos; at = text.find(kName, at)) {
    text.replace(at, kName.size(), tree);
  }
  return text;
}

}  // namespace

Tree::Tree() {
  std::string name = (std::filesystem::temp_directory_path() / "scenario-XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) {
    std::fprintf(stderr, "cannot make a temporary directory: %s\n", std::strerror(errno));
    std::exit(2);
  }
  path_ = std::filesystem::canonical(name).string();
}

Tree::~Tree() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

bool Tree::fill(const std::vector<File>& files, std::string& error) const {
  for (const File& file : files) {
    const std::string path = path_ + "/" + file.path;
    std::error_code failure;
    std::filesystem::create_directories(std::filesystem::path(path).parent_path(), failure);
    bool done = false;
    if (file.is_link) {
      done = ::symlink(file.contents.c_str(), path.c_str()) == 0;
    } else if (path.ends_with('/')) {
      done = std::filesystem::is_directory(path, failure);
    } else {
      done = make_file(path, file);
    }
    if (!done) {
      error = "cannot make " + file.path;
      return false;
    }
  }
  return true;
}

Outcome execute(const std::string& program, const std::vector<std::string>& arguments,
                const Run& run, const std::string& tree) {
  std::vector<std::string> words;
  words.reserve(arguments.size());
  for (const std::string& argument : arguments) words.push_back(with_tree(argument, tree));
  std::vector<std::string> variables = {"PATH=/usr/bin:/bin", "HOME=/nonexistent"};
  for (const std::string& setting : run.environment) {
    variables.push_back(with_tree(setting, tree));
  }
  const std::vector<char*> argv = pointers(words);
  const std::vector<char*> envp = pointers(variables);
  const int input = run.input ? memory_file(*run.input) : ::open("/dev/null", O_RDONLY | O_CLOEXEC);
  const int fds[3] = {input, memory_file(""), memory_file("")};
  const pid_t child = ::fork();
  if (child == 0) become(program, argv, envp, tree + "/" + run.cwd, fds);
  Outcome outcome;
  outcome.status = wait_for(child);
  ::close(fds[0]);
  outcome.out = contents_of(fds[1]);
  outcome.err = contents_of(fds[2]);
  for (const Written& file : run.written) {
    outcome.written.push_back(contents_of_file(tree + "/" + file.path));
  }
  return outcome;
}

}  // namespace scenario
