#include "mux/server/client_terminal.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <utility>

#include "mux/protocol/messages.h"

namespace mux::server {

namespace {

// After an ESC for so long without more, it was the key.
constexpr std::uint64_t kEscapeMilliseconds = 25;
// Below it bytes on the way through the connection are not worth waiting for.
constexpr std::size_t kMostOnTheWay = std::size_t{64} << 10;
constexpr std::size_t kMostRead = 4096;
constexpr std::size_t kMostWaiting = std::size_t{1} << 20;

}  // namespace

ClientTerminal::ClientTerminal(Loop& loop, platform::Descriptor descriptor, Connection& connection,
                               Events& events)
    : loop_(loop),
      descriptor_(std::move(descriptor)),
      connection_(connection),
      events_(events),
      escape_timer_(loop, [this] {
        decoder_.flush(decoded_);
        hand_over();
      }) {
  if (!descriptor_.is_open()) return;
  watch_.emplace(loop, descriptor_.number(), [this](Ready state) { ready(state); });
  update_interest();
}

void ClientTerminal::update_interest() {
  if (watch_) watch_->wait_for(is_reading_, !output_.is_empty());
}

bool ClientTerminal::is_ready() const {
  return watch_ ? output_.is_empty() : connection_.pending() < kMostOnTheWay;
}

void ClientTerminal::write(std::string_view bytes) {
  if (bytes.empty()) return;
  if (!descriptor_.is_open()) {
    connection_.send(protocol::Output{.bytes = std::string(bytes)});
    return;
  }
  if (!watch_) return;
  if (!write_or_keep(descriptor_.number(), bytes, output_)) return lose();
  update_interest();
}

void ClientTerminal::write_if_room(std::string_view bytes) {
  const std::size_t waiting = watch_ ? output_.size() : connection_.pending();
  if (waiting == 0 || waiting + bytes.size() <= kMostWaiting) write(bytes);
}

void ClientTerminal::set_reading(bool is_reading) {
  is_reading_ = is_reading;
  if (descriptor_.is_open()) {
    update_interest();
  } else {
    connection_.set_reading(is_reading);
  }
}

void ClientTerminal::close() {
  watch_.reset();
  output_.clear();
  escape_timer_.stop();
}

void ClientTerminal::lose() {
  close();
  events_.terminal_lost();
}

void ClientTerminal::ready(Ready state) {
  if (state.can_write && !output_.is_empty()) {
    if (!output_.flush(descriptor_.number())) return lose();
    update_interest();
    if (output_.is_empty()) events_.terminal_drained();
  }
  if (state.can_read && watch_ && is_reading_) read();
}

void ClientTerminal::read() {
  const std::span<char> buffer = loop_.buffer();
  const ssize_t size =
      ::read(descriptor_.number(), buffer.data(), std::min(buffer.size(), kMostRead));
  if (size > 0) return feed({buffer.data(), static_cast<std::size_t>(size)});
  if (size == 0 || (errno != EAGAIN && errno != EINTR)) lose();
}

void ClientTerminal::feed(std::string_view bytes) {
  decoder_.feed(bytes, decoded_);
  if (decoder_.is_waiting()) {
    escape_timer_.start(kEscapeMilliseconds);
  } else {
    escape_timer_.stop();
  }
  hand_over();
}

void ClientTerminal::hand_over() {
  if (decoded_.empty()) return;
  std::vector<input::Event> events = std::exchange(decoded_, {});
  events_.events_came(events);
}

}  // namespace mux::server
