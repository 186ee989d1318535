#include "mux/server/pane_program.h"

#include <unistd.h>

#include <cerrno>
#include <chrono>

namespace mux::server {

namespace {

constexpr std::size_t kMostInput = std::size_t{1} << 20;
constexpr std::size_t kSmallInput = 64;
// What a process that has ended may still have written; others may hold its terminal
// and write on.
constexpr std::size_t kMostLastWords = std::size_t{1} << 20;
constexpr std::uint64_t kEchoTime = 100;  // Milliseconds.
constexpr std::size_t kEchoSize = 4095;   // What one read brings.
// More at once only by turns.
constexpr std::size_t kFirstSize = 2 * kEchoSize;
// The kernel hands out at most 4095 bytes at once: far fewer means there are no more.
constexpr std::size_t kHalfRead = 2048;
// Reading on from a program that writes slower than we read waits inside of the
// kernel for what it is about to write, 0.5 ms each time, and others wait with it.
constexpr std::chrono::microseconds kReadTime{500};
// Of one turn.
constexpr std::size_t kTurnSize = std::size_t{64} << 10;

}  // namespace

PaneProgram::PaneProgram(Loop& loop, Processes& processes, model::PaneId pane,
                         platform::Spawned spawned, Turns& turns, Events& events)
    : loop_(loop),
      processes_(processes),
      pane_(pane),
      turns_(turns),
      events_(events),
      process_(spawned.process),
      terminal_(std::move(spawned.terminal)) {
  watch_.emplace(loop, terminal_.number(), [this](Ready state) { ready(state); });
  update_interest();
}

void PaneProgram::hang_up() {
  // The session's leader; the kernel tells the others when the terminal closes.
  if (process_ > 0) processes_.hang_up(process_);
  process_ = 0;
  turns_.leave(*this);
  watch_.reset();
  terminal_.reset();
}

void PaneProgram::update_interest() {
  if (watch_) watch_->wait_for(!is_paused_, !input_.is_empty());
}

void PaneProgram::set_paused(bool is_paused) {
  if (is_paused_ == is_paused) return;
  is_paused_ = is_paused;
  update_interest();
}

bool PaneProgram::write(std::string_view bytes, bool is_typed) {
  if (!watch_) return true;  // Nobody reads it any more.
  // There is always room for the end of a paste.
  const std::size_t most = bytes.size() > kSmallInput ? kMostInput - kSmallInput : kMostInput;
  if (input_.size() + bytes.size() > most) return false;
  if (is_typed) {
    typed_at_ = loop_.now_ms();
    written_since_ = 0;
  }
  write_or_keep(terminal_.number(), bytes, input_);
  update_interest();
  return true;
}

void PaneProgram::resize(const platform::PtySize& size) {
  if (size_ == size) return;
  size_ = size;
  processes_.resize(terminal_.number(), size);
}

void PaneProgram::ready(Ready state) {
  if (state.can_write && !input_.is_empty()) {
    input_.flush(terminal_.number());
    update_interest();
    events_.program_took(pane_);
  }
  if (!state.can_read || is_paused_) return;
  if (is_flooding_) return turns_.join(*this);
  // Often a screen that is drawn anew, which then comes in one frame.
  const std::size_t size = read(kFirstSize);
  is_flooding_ = size > kEchoSize;
  deliver(size);
}

void PaneProgram::read_turn() {
  const auto deadline = std::chrono::steady_clock::now() + kReadTime;
  std::size_t total = 0;
  bool has_more = true;
  while (watch_ && !is_paused_ && has_more && total < kTurnSize) {
    // While this is parsed, another processor brings what the next read takes; without
    // that each read sleeps until it has been brought.
    const std::size_t size = read(kEchoSize);
    total += size;
    deliver(size);
    has_more = size >= kHalfRead;
    if (std::chrono::steady_clock::now() >= deadline) break;
  }
  is_flooding_ = has_more || total > kEchoSize;
}

std::size_t PaneProgram::read(std::size_t most) {
  const std::span<char> buffer = loop_.buffer().first(most);
  std::size_t size = 0;
  while (size < buffer.size()) {
    const ssize_t read = ::read(terminal_.number(), buffer.data() + size, buffer.size() - size);
    if (read < 0 && errno == EINTR) continue;
    // EIO: no process has the terminal open any more.
    if (read == 0 || (read < 0 && errno != EAGAIN)) watch_.reset();
    if (read <= 0) break;
    size += static_cast<std::size_t>(read);
    if (static_cast<std::size_t>(read) < kHalfRead) break;
  }
  return size;
}

void PaneProgram::deliver(std::size_t size) {
  if (size == 0) return;
  written_since_ += size;
  const bool is_urgent =
      typed_at_ != 0 && loop_.now_ms() - typed_at_ <= kEchoTime && written_since_ <= kEchoSize;
  events_.program_wrote(
      pane_,
      {.bytes = {loop_.buffer().data(), size}, .is_flood = is_flooding_, .is_urgent = is_urgent});
}

void PaneProgram::drain() {
  process_ = 0;
  const std::span<char> buffer = loop_.buffer();
  for (std::size_t total = 0; watch_ && total < kMostLastWords;) {
    const ssize_t read = ::read(terminal_.number(), buffer.data(), buffer.size());
    if (read <= 0) return;
    total += static_cast<std::size_t>(read);
    events_.program_wrote(pane_, {.bytes = {buffer.data(), static_cast<std::size_t>(read)}});
  }
}

}  // namespace mux::server
