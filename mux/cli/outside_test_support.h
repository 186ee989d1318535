// Outside: kmux as its user sees it: a process on a terminal of its own.
#pragma once

#include <doctest/doctest.h>
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "mux/cli/commands.h"
#include "mux/platform/descriptor.h"
#include "mux/platform/socket.h"
#include "mux/protocol/codec.h"
#include "mux/term/terminal.h"

namespace mux::cli {

// Waits for what no terminal tells, generously.
template <typename Condition>
bool comes_true(Condition is_so) {
  const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(60);
  while (!is_so()) {
    if (std::chrono::steady_clock::now() > deadline) return false;
    ::poll(nullptr, 0, 10);
  }
  return true;
}

inline bool contains(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

// A folder for the sockets of a test, and the sessions in it, gone at the end.
class World {
 public:
  World() {
    folder_ = std::filesystem::temp_directory_path() / "kmux-test-XXXXXX";
    REQUIRE(::mkdtemp(folder_.data()) != nullptr);
  }
  World(const World&) = delete;
  World& operator=(const World&) = delete;
  ~World() {
    run_quietly({"kill-all-sessions", "--yes"});
    std::error_code error;
    std::filesystem::remove_all(folder_, error);
  }

  const std::string& folder() const { return folder_; }
  // Where sessions are written to, instead of the folder.
  void set_state_home(std::string path) { state_home_ = std::move(path); }
  // What is for a moment only; that of a session is in the folder itself.
  std::vector<std::string> temporary_files() const {
    std::vector<std::string> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder_)) {
      const std::string name = entry.path().filename().string();
      if (name.starts_with("kmux-")) files.push_back(entry.path().string());
    }
    return files;
  }
  std::string socket_of(std::string_view session) const {
    return folder_ + "/kmux/" + std::to_string(protocol::kVersion) + '/' + std::string(session);
  }
  // The process that has the session.
  pid_t server(std::string_view session) const {
    const auto connection = platform::connect_to(socket_of(session));
    REQUIRE(connection.has_value());
    const std::string hello = protocol::encode(protocol::Hello{.program_version = "test"});
    REQUIRE(platform::send_all(connection->number(), hello).has_value());
    protocol::MessageReader reader;
    for (std::array<char, 4096> buffer;;) {
      const platform::Received received = platform::receive(connection->number(), buffer);
      REQUIRE(received.size > 0);
      reader.feed({buffer.data(), received.size});
      const auto message = reader.next();
      REQUIRE(message.has_value());
      if (!*message) continue;
      const auto* const welcome = std::get_if<protocol::Welcome>(&**message);
      REQUIRE(welcome != nullptr);
      return static_cast<pid_t>(welcome->process);
    }
  }

  // What a process of this world does first.
  void enter() const {
    for (const char* name :
         {"KMUX", "KMUX_SESSION_NAME", "KMUX_PANE_ID", "KMUX_CONFIG_FILE", "KMUX_CONFIG_DIR",
          "ZELLIJ_CONFIG_FILE", "ZELLIJ_CONFIG_DIR", "XDG_CONFIG_HOME", "VISUAL", "EDITOR"}) {
      ::unsetenv(name);
    }
    ::setenv("XDG_RUNTIME_DIR", folder_.c_str(), 1);
    ::setenv("XDG_CACHE_HOME", folder_.c_str(), 1);
    ::setenv("XDG_STATE_HOME", (state_home_.empty() ? folder_ : state_home_).c_str(), 1);
    ::setenv("HOME", folder_.c_str(), 1);
    ::setenv("TMPDIR", folder_.c_str(), 1);
    ::setenv("TERM", "xterm-256color", 1);
    ::setenv("SHELL", "/bin/sh", 1);
    ::setenv("PS1", "ready> ", 1);
    ::unsetenv("ENV");
  }

  struct Finished {
    int exit_code = 0;
    std::string output;  // Standard output and error.
  };
  // Runs a command that needs no terminal to its end.  With a file it prints there, but
  // for errors.
  Finished run_quietly(const std::vector<const char*>& arguments,
                       const char* file = nullptr) const {
    std::array<int, 2> ends{};
    REQUIRE(::pipe2(ends.data(), O_CLOEXEC) == 0);
    std::fflush(nullptr);  // Or the process prints it once more.
    const pid_t process = ::fork();
    if (process == 0) {
      enter();
      ::dup2(ends[1], STDOUT_FILENO);
      ::dup2(ends[1], STDERR_FILENO);
      // A server that is forked from it would keep the pipe open.
      ::close(ends[0]);
      ::close(ends[1]);
      if (file != nullptr && std::freopen(file, "w", stdout) == nullptr) ::_exit(-1);
      const int code = run(arguments);
      std::fflush(nullptr);
      ::_exit(code);
    }
    ::close(ends[1]);
    Finished finished;
    std::array<char, 4096> buffer;
    for (ssize_t size = 0; (size = ::read(ends[0], buffer.data(), buffer.size())) > 0;) {
      finished.output.append(buffer.data(), static_cast<std::size_t>(size));
    }
    ::close(ends[0]);
    int status = 0;
    ::waitpid(process, &status, 0);
    finished.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    return finished;
  }

 private:
  std::string folder_;
  std::string state_home_;
};

class Outside : private term::TerminalEvents {
 public:
  // `prepare` runs in the process before anything else.
  Outside(
      const World& world, const std::vector<const char*>& arguments,
      term::Size size = {.columns = 80, .rows = 24}, void (*prepare)() = [] {})
      : terminal_(size, {}, *this) {
    winsize window{};
    window.ws_col = size.columns;
    window.ws_row = size.rows;
    int number = -1;
    std::fflush(nullptr);
    process_ = ::forkpty(&number, nullptr, nullptr, &window);
    if (process_ == 0) {
      world.enter();
      prepare();
      const int code = run(arguments);
      std::fflush(nullptr);
      ::_exit(code);
    }
    REQUIRE(process_ > 0);
    descriptor_ = platform::Descriptor(number);
  }
  Outside(const Outside&) = delete;
  Outside& operator=(const Outside&) = delete;
  ~Outside() override {
    if (process_ <= 0) return;
    ::kill(process_, SIGKILL);
    ::waitpid(process_, nullptr, 0);
  }

  pid_t process() const { return process_; }
  const term::Terminal& terminal() const { return terminal_; }

  void type(std::string_view bytes) {
    while (!bytes.empty()) {
      const ssize_t written = ::write(descriptor_.number(), bytes.data(), bytes.size());
      REQUIRE(written > 0);
      bytes.remove_prefix(static_cast<std::size_t>(written));
    }
  }

  // By its user, as also by a program in it.
  void resize(term::Size size) override {
    winsize window{};
    window.ws_col = size.columns;
    window.ws_row = size.rows;
    terminal_.resize(size);
    ::ioctl(descriptor_.number(), TIOCSWINSZ, &window);
  }

  // Says only how large the terminal is, which may be nonsense.
  void claim_size(std::uint16_t columns, std::uint16_t rows) const {
    winsize window{};
    window.ws_col = columns;
    window.ws_row = rows;
    ::ioctl(descriptor_.number(), TIOCSWINSZ, &window);
  }

  // Does the terminal echo, and wait for whole lines, as outside of programs?
  bool is_cooked() const {
    termios settings{};
    return ::tcgetattr(descriptor_.number(), &settings) == 0 &&
           (settings.c_lflag & (ECHO | ICANON)) == (ECHO | ICANON);
  }

  // The terminal hangs up.
  void close() { descriptor_.reset(); }

  std::string line(int y) const {
    std::string text;
    for (int x = 0; x < terminal_.size().columns; ++x) {
      const term::Cell cell = terminal_.screen().grid.row(y).cell(x);
      if (!cell.is_tail()) terminal_.append_text(cell, text);
    }
    text.erase(text.find_last_not_of(' ') + 1);
    return text;
  }
  std::string screen() const {
    std::string text;
    for (int y = 0; y < terminal_.size().rows; ++y) text += line(y) + '\n';
    return text;
  }

  // Reads on until it is so; false: it was not within the time that everything has.
  template <typename Condition>
  bool becomes(Condition is_so) {
    const auto deadline = std::chrono::steady_clock::now() + kPatience;
    while (!is_so()) {
      if (!read_until(deadline)) return is_so();
    }
    return true;
  }
  bool shows(std::string_view text) {
    if (becomes([&] { return screen().find(text) != std::string::npos; })) return true;
    MESSAGE("expected " << text << " on\n" << screen());
    return false;
  }
  bool stops_showing(std::string_view text) {
    return becomes([&] { return screen().find(text) == std::string::npos; });
  }

  // Waits for the end of the process; -1: it did not come in time.
  int exit_code() {
    const auto deadline = std::chrono::steady_clock::now() + kPatience;
    while (read_until(deadline)) {
    }
    // It says no more, but does not end.
    if (std::chrono::steady_clock::now() >= deadline) ::kill(process_, SIGKILL);
    int status = 0;
    ::waitpid(process_, &status, 0);
    process_ = 0;
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  }

 private:
  static constexpr std::chrono::seconds kPatience{60};

  // False: there is no more, or it is too late.
  bool read_until(std::chrono::steady_clock::time_point deadline) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
        deadline - std::chrono::steady_clock::now());
    if (left.count() <= 0 || !descriptor_.is_open()) return false;
    pollfd ready{.fd = descriptor_.number(), .events = POLLIN, .revents = 0};
    if (::poll(&ready, 1, static_cast<int>(left.count())) <= 0) return false;
    std::array<char, 65536> buffer;
    const ssize_t size = ::read(descriptor_.number(), buffer.data(), buffer.size());
    if (size <= 0) return false;
    terminal_.write({buffer.data(), static_cast<std::size_t>(size)});
    return true;
  }

  void reply(std::string_view bytes) override { type(bytes); }

  pid_t process_ = 0;
  platform::Descriptor descriptor_;
  term::Terminal terminal_;
};

}  // namespace mux::cli
