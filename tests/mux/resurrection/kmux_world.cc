#include "tests/mux/resurrection/kmux_world.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <spawn.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string_view>
#include <utility>

#include "common/base/check.h"
#include "mux/platform/socket.h"
#include "mux/protocol/codec.h"

namespace resurrection {

namespace {

namespace files = std::filesystem;

std::vector<std::string> environment_in(const std::string& folder) {
  std::vector<std::string> entries = {"HOME=" + folder,
                                      "XDG_RUNTIME_DIR=" + folder,
                                      "XDG_CACHE_HOME=" + folder,
                                      "XDG_STATE_HOME=" + folder,
                                      "XDG_CONFIG_HOME=" + folder,
                                      "SHELL=/bin/sh",
                                      "TERM=xterm-256color",
                                      "PS1=ready> "};
  // For those that sanitizers read.
  for (const char* name : {"PATH", "ASAN_OPTIONS", "TSAN_OPTIONS", "UBSAN_OPTIONS"}) {
    if (const char* const value = ::getenv(name))
      entries.push_back(fmt::format("{}={}", name, value));
  }
  return entries;
}

std::vector<char*> pointers_to(std::vector<std::string>& words) {
  std::vector<char*> pointers;
  for (std::string& word : words) pointers.push_back(word.data());
  pointers.push_back(nullptr);
  return pointers;
}

}  // namespace

KmuxWorld::KmuxWorld(std::string program) : program_(std::move(program)) {
  folder_ = (files::temp_directory_path() / "kmux-kill-XXXXXX").string();
  CHECK(::mkdtemp(folder_.data()) != nullptr);
  for (const char* name : {"one", "two", "three", "kmux"})
    files::create_directory(folder_ + "/" + name);
  files::permissions(folder_ + "/kmux", files::perms::owner_all);
  std::ofstream(folder_ + "/kmux/config.kdl") << "serialize_pane_viewport true\n";
}

KmuxWorld::~KmuxWorld() {
  static_cast<void>(run({"kill-all-sessions", "--yes"}));
  std::error_code error;
  files::remove_all(folder_, error);
}

Finished KmuxWorld::run(const std::vector<std::string>& arguments) const {
  std::vector<std::string> words = {program_};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<std::string> environment = environment_in(folder_);
  const std::vector<char*> word_pointers = pointers_to(words);
  const std::vector<char*> environment_pointers = pointers_to(environment);
  std::array<int, 2> ends{};
  CHECK(::pipe2(ends.data(), O_CLOEXEC) == 0);
  posix_spawn_file_actions_t actions;
  ::posix_spawn_file_actions_init(&actions);
  ::posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  ::posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
  ::posix_spawn_file_actions_adddup2(&actions, ends[1], STDERR_FILENO);
  ::posix_spawn_file_actions_addchdir_np(&actions, folder_.c_str());
  pid_t process = 0;
  const int error = ::posix_spawn(&process, program_.c_str(), &actions, nullptr,
                                  word_pointers.data(), environment_pointers.data());
  ::posix_spawn_file_actions_destroy(&actions);
  ::close(ends[1]);
  Finished finished;
  std::array<char, 65536> buffer;
  for (;;) {
    const ssize_t size = ::read(ends[0], buffer.data(), buffer.size());
    if (size < 0 && errno == EINTR) continue;
    if (size <= 0) break;
    finished.output.append(buffer.data(), static_cast<std::size_t>(size));
  }
  ::close(ends[0]);
  if (error != 0) return finished;
  int status = 0;
  while (::waitpid(process, &status, 0) < 0 && errno == EINTR) {
  }
  finished.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  return finished;
}

pid_t KmuxWorld::server() const {
  using namespace mux;
  const std::string path = fmt::format("{}/kmux/{}/s", folder_, protocol::kVersion);
  const auto connection = platform::connect_to(path);
  if (!connection) return 0;
  const std::string hello = protocol::encode(protocol::Hello{.program_version = "test"});
  if (!platform::send_all(connection->number(), hello)) return 0;
  protocol::MessageReader reader;
  std::array<char, 4096> buffer;
  for (;;) {
    const platform::Received received = platform::receive(connection->number(), buffer);
    if (received.size == 0) return 0;
    reader.feed({buffer.data(), received.size});
    const auto message = reader.next();
    if (!message) return 0;
    if (!*message) continue;
    const auto* const welcome = std::get_if<protocol::Welcome>(&**message);
    return welcome == nullptr ? 0 : static_cast<pid_t>(welcome->process);
  }
}

bool is_gone(pid_t process) {
  if (::kill(process, 0) != 0) return true;
  // Nobody may have waited for it.
  std::ifstream stat(fmt::format("/proc/{}/stat", process));
  std::string text;
  std::getline(stat, text);
  const std::size_t name_end = text.rfind(')');
  return name_end == std::string::npos || text.substr(name_end).starts_with(") Z");
}

}  // namespace resurrection
