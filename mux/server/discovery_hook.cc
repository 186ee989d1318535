#include "mux/server/discovery_hook.h"

#include <fcntl.h>
#include <spawn.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <string_view>
#include <utility>

#include "mux/platform/descriptor.h"

extern char** environ;

namespace mux::server {

namespace {

constexpr std::size_t kMostAnswer = std::size_t{64} << 10;

std::string line_of(const std::vector<std::string>& command) {
  std::string line;
  for (const std::string& word : command) {
    if (!line.empty()) line += ' ';
    line += word;
  }
  return line;
}

// Its standard output goes to `output`.  False: it could not be started.
bool spawn_hook(const std::string& hook, const std::vector<std::string>& command, int output) {
  std::string variable = "RESURRECT_COMMAND=" + line_of(command);
  std::vector<char*> environment = {variable.data()};
  for (char** entry = ::environ; *entry != nullptr; ++entry) {
    if (!std::string_view(*entry).starts_with("RESURRECT_COMMAND=")) environment.push_back(*entry);
  }
  environment.push_back(nullptr);
  std::array<std::string, 3> words = {"sh", "-c", hook};
  std::array<char*, 4> arguments = {words[0].data(), words[1].data(), words[2].data(), nullptr};

  posix_spawn_file_actions_t files;
  posix_spawnattr_t attributes;
  sigset_t defaults;
  ::posix_spawn_file_actions_init(&files);
  ::posix_spawn_file_actions_adddup2(&files, output, STDOUT_FILENO);
  ::posix_spawnattr_init(&attributes);
  ::sigfillset(&defaults);  // The server ignores some.
  ::posix_spawnattr_setsigdefault(&attributes, &defaults);
  ::posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
  pid_t process = 0;
  const int error =
      ::posix_spawn(&process, "/bin/sh", &files, &attributes, arguments.data(), environment.data());
  ::posix_spawnattr_destroy(&attributes);
  ::posix_spawn_file_actions_destroy(&files);
  return error == 0;
}

}  // namespace

struct DiscoveryHook::Question {
  Question(Loop& loop, platform::Descriptor end, std::function<void()> ready)
      : output(std::move(end)),
        watch(loop, output.number(), [ready = std::move(ready)](Ready) { ready(); }) {
    watch.wait_for(true, false);
  }
  platform::Descriptor output;
  DescriptorWatch watch;
  std::string text;
};

DiscoveryHook::DiscoveryHook(Loop& loop, std::string hook, std::function<void()> has_answered)
    : loop_(loop), hook_(std::move(hook)), has_answered_(std::move(has_answered)) {}

DiscoveryHook::~DiscoveryHook() = default;

std::vector<std::string> DiscoveryHook::rewritten(const std::vector<std::string>& command) {
  const auto known = answers_.find(command);
  if (known != answers_.end()) return known->second;
  if (!questions_.contains(command)) start(command);
  return command;
}

void DiscoveryHook::start(const std::vector<std::string>& command) {
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC | O_NONBLOCK) != 0) return;
  platform::Descriptor output(ends[0]);
  const platform::Descriptor input(ends[1]);
  ::fcntl(ends[1], F_SETFL, 0);  // The hook's side waits.
  if (!spawn_hook(hook_, command, input.number())) {
    answers_[command] = command;
    return;
  }
  questions_[command] =
      std::make_unique<Question>(loop_, std::move(output), [this, command] { read(command); });
}

void DiscoveryHook::read(const std::vector<std::string>& command) {
  Question& question = *questions_.at(command);
  std::array<char, 4096> buffer;
  const ssize_t size = ::read(question.output.number(), buffer.data(), buffer.size());
  if (size < 0 && (errno == EAGAIN || errno == EINTR)) return;
  if (size > 0) question.text.append(buffer.data(), static_cast<std::size_t>(size));
  if (size > 0 && question.text.size() < kMostAnswer) return;
  std::vector<std::string> words = words_of(question.text);
  if (words.empty()) words = command;
  answers_[command] = std::move(words);
  questions_.erase(command);
  has_answered_();
}

std::vector<std::string> words_of(std::string_view line) {
  std::vector<std::string> words;
  bool is_in_word = false;
  char quote = 0;
  for (const char c : line) {
    const bool is_blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (quote == 0 && is_blank) {
      is_in_word = false;
      continue;
    }
    if (!is_in_word) words.emplace_back();
    is_in_word = true;
    if (quote == 0 && (c == '"' || c == '\'')) {
      quote = c;
    } else if (c == quote) {
      quote = 0;
    } else {
      words.back() += c;
    }
  }
  return words;
}

}  // namespace mux::server
