#include "tests/mux/scenario/fake_programs.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>

namespace story {

namespace {

using mux::platform::Descriptor;

int pane_of(const std::vector<std::string>& environment) {
  constexpr std::string_view kName = "KMUX_PANE_ID=";
  for (const std::string& entry : environment) {
    if (entry.starts_with(kName)) return std::atoi(entry.c_str() + kName.size());
  }
  return -1;
}

std::string greeting(int pane, const std::vector<std::string>& command) {
  const bool is_shell = command == std::vector<std::string>{"/bin/sh"};
  return is_shell ? fmt::format("pane {} $ ", pane)
                  : fmt::format("pane {}: {}\r\n", pane, fmt::join(command, " "));
}

}  // namespace

common::Result<mux::platform::Spawned> FakePrograms::spawn(
    const mux::platform::SpawnRequest& request) {
  if (request.arguments.front() == "missing") return common::fail("there is no program missing");
  std::array<int, 2> ends{};
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0, ends.data()) != 0) {
    return common::fail("no socket for a program");
  }
  const int pane = pane_of(request.environment);
  programs_[pane] = {.process = ++last_process_,
                     .command = request.arguments,
                     .cwd = request.cwd,
                     .size = request.size,
                     .terminal = Descriptor(ends[0]),
                     .server_side = ends[1],
                     .input = {}};
  write(pane, greeting(pane, request.arguments));
  return mux::platform::Spawned{.process = last_process_, .terminal = Descriptor(ends[1])};
}

void FakePrograms::resize(int terminal, const mux::platform::PtySize& size) {
  for (auto& [pane, program] : programs_) {
    if (program.server_side == terminal) program.size = size;
  }
}

void FakePrograms::hang_up(pid_t process) {
  std::erase_if(programs_, [&](const auto& entry) { return entry.second.process == process; });
}

std::optional<mux::server::Processes::Ended> FakePrograms::next_ended() {
  if (ended_.empty()) return std::nullopt;
  const Ended ended = ended_.front();
  ended_.erase(ended_.begin());
  return ended;
}

FakePrograms::Program* FakePrograms::find(int pane) {
  const auto found = programs_.find(pane);
  return found == programs_.end() ? nullptr : &found->second;
}

bool FakePrograms::write(int pane, std::string_view bytes) {
  const Program* const program = find(pane);
  return program != nullptr && ::write(program->terminal.number(), bytes.data(), bytes.size()) ==
                                   static_cast<ssize_t>(bytes.size());
}

void FakePrograms::end(int pane, int exit_code) {
  const auto found = programs_.find(pane);
  if (found == programs_.end()) return;
  ended_.push_back({.process = found->second.process, .exit_code = exit_code});
  programs_.erase(found);
}

bool FakePrograms::read() {
  bool has_read = false;
  for (auto& [pane, program] : programs_) {
    std::array<char, 4096> buffer;
    ssize_t size = 0;
    while ((size = ::read(program.terminal.number(), buffer.data(), buffer.size())) > 0) {
      program.input.append(buffer.data(), static_cast<std::size_t>(size));
      has_read = true;
    }
  }
  return has_read;
}

}  // namespace story
