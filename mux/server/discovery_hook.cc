#include "mux/server/discovery_hook.h"

#include <unistd.h>

#include <array>
#include <cerrno>
#include <string_view>
#include <utility>

#include "common/text/shell_words.h"
#include "mux/platform/shell_command.h"

extern char** environ;

namespace mux::server {

namespace {

constexpr std::size_t kMostAnswer = std::size_t{64} << 10;  // Bytes.
constexpr std::string_view kVariable = "RESURRECT_COMMAND=";

// Ours, and the command in question.
std::vector<std::string> environment_for(const std::vector<std::string>& command) {
  std::vector<std::string> environment = {std::string(kVariable) +
                                          common::text::joined_words(command)};
  for (char** entry = ::environ; *entry != nullptr; ++entry) {
    if (!std::string_view(*entry).starts_with(kVariable)) environment.emplace_back(*entry);
  }
  return environment;
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
  auto asked = platform::spawn_shell(hook_, environment_for(command), platform::Piped::Output);
  if (!asked) {
    answers_[command] = command;
    return;
  }
  questions_[command] =
      std::make_unique<Question>(loop_, std::move(asked->pipe), [this, command] { read(command); });
}

void DiscoveryHook::read(const std::vector<std::string>& command) {
  Question& question = *questions_.at(command);
  std::array<char, 4096> buffer;
  const ssize_t size = ::read(question.output.number(), buffer.data(), buffer.size());
  if (size < 0 && (errno == EAGAIN || errno == EINTR)) return;
  if (size > 0) question.text.append(buffer.data(), static_cast<std::size_t>(size));
  if (size > 0 && question.text.size() < kMostAnswer) return;
  const auto words = common::text::split_words(question.text);
  answers_[command] = words && !words->empty() ? *words : command;
  questions_.erase(command);
  has_answered_();
}

}  // namespace mux::server
