#include "mux/server/turns.h"

#include <algorithm>
#include <chrono>
#include <utility>

#include "mux/server/pane_program.h"

namespace mux::server {

namespace {

// Longer than most programs take to echo a key, and terminals to show it.
constexpr std::uint64_t kAnswerMilliseconds = 4;
constexpr std::uint64_t kShowMilliseconds = 1;
// Between two keys of somebody who types.
constexpr std::uint64_t kTypingMilliseconds = 500;
// From one turn to the next while somebody types.
constexpr std::uint64_t kPauseMilliseconds = 2;
// Of reading and parsing, before anything else is looked at.
constexpr std::chrono::microseconds kTurnTime{1000};

}  // namespace

Turns::Turns(Loop& loop) : loop_(loop), resume_timer_(loop, [this] { resume(); }) {}

void Turns::join(PaneProgram& program) {
  if (std::ranges::find(line_, &program) == line_.end()) line_.push_back(&program);
}

void Turns::leave(PaneProgram& program) {
  std::erase(line_, &program);
  std::erase(paused_, &program);
  if (typed_ == &program) typed_ = nullptr;
}

void Turns::read() {
  if (line_.empty()) return;
  const std::uint64_t now = loop_.now_ms();
  const auto deadline = std::chrono::steady_clock::now() + kTurnTime;
  while (!line_.empty()) {
    PaneProgram& program = *line_.front();
    line_.pop_front();
    const bool gives_way = &program != typed_ && now < typed_until_;
    // It may pause itself by what it writes, or end.
    if (gives_way) pause(program);
    if (!gives_way || now >= quiet_until_) program.read_turn();
    if (std::chrono::steady_clock::now() >= deadline) return;
  }
}

void Turns::pause(PaneProgram& program) {
  program.set_paused(true);
  paused_.push_back(&program);
  if (!resume_timer_.is_running()) resume_timer_.start(kPauseMilliseconds);
}

void Turns::resume() {
  for (PaneProgram* const program : std::exchange(paused_, {})) program->set_paused(false);
}

void Turns::make_way(const PaneProgram& typed) {
  const std::uint64_t now = loop_.now_ms();
  typed_ = &typed;
  typed_until_ = now + kTypingMilliseconds;
  // Not for ever, if keys come faster than answers.
  if (now >= quiet_until_ + kPauseMilliseconds) quiet_until_ = now + kAnswerMilliseconds;
}

void Turns::answered() {
  quiet_until_ = std::min(quiet_until_, loop_.now_ms() + kShowMilliseconds);
}

}  // namespace mux::server
