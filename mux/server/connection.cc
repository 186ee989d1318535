#include "mux/server/connection.h"

#include <utility>

#include "mux/platform/socket.h"

namespace mux::server {

namespace {

// More of them are of no use to anybody.
constexpr std::size_t kMostKept = 4;

}  // namespace

Connection::Connection(Loop& loop, platform::Descriptor socket, Events& events)
    : loop_(loop), events_(events), socket_(std::move(socket)) {
  watch_.emplace(loop, socket_.number(), [this](Ready state) { ready(state); });
  update_interest();
}

void Connection::update_interest() {
  if (watch_) watch_->wait_for(is_reading_ && !is_closing_, !output_.is_empty());
}

void Connection::set_reading(bool is_reading) {
  is_reading_ = is_reading;
  update_interest();
}

void Connection::send(const protocol::Message& message) {
  if (!watch_ || is_closing_) return;
  if (!write_or_keep(socket_.number(), protocol::encode(message), output_)) return lose();
  update_interest();
}

void Connection::send_output(std::string_view text) {
  constexpr std::size_t kPiece = protocol::kMostBytes / 4;
  while (!text.empty()) {
    const std::string_view piece = text.substr(0, kPiece);
    send(protocol::Output{.bytes = std::string(piece)});
    text.remove_prefix(piece.size());
  }
}

void Connection::send_later(const protocol::Message& message) {
  if (!watch_ || is_closing_) return;
  output_.append(protocol::encode(message));
  update_interest();
}

void Connection::close() {
  if (!watch_ || is_closing_) return;
  is_closing_ = true;
  if (output_.is_empty()) return lose();
  update_interest();
}

void Connection::lose() {
  if (!watch_) return;
  watch_.reset();
  socket_.reset();
  descriptors_.clear();
  events_.lost(*this);
}

void Connection::ready(Ready state) {
  if (state.can_write && !output_.is_empty()) {
    if (!output_.flush(socket_.number())) return lose();
    if (output_.is_empty()) {
      if (is_closing_) return lose();
      events_.drained(*this);
    }
    update_interest();
  }
  if (state.can_read && watch_ && !is_closing_) read();
}

void Connection::read() {
  const std::span<char> buffer = loop_.buffer();
  platform::Received received = platform::receive(socket_.number(), buffer);
  for (platform::Descriptor& descriptor : received.descriptors) {
    if (descriptors_.size() < kMostKept) descriptors_.push_back(std::move(descriptor));
  }
  reader_.feed({buffer.data(), received.size});
  while (watch_ && !is_closing_) {
    auto message = reader_.next();
    if (!message) {
      send(protocol::Refuse{.reason = message.error().message});
      return close();
    }
    if (!*message) break;
    events_.received(*this, **std::move(message));
  }
  if (received.is_closed) lose();
}

}  // namespace mux::server
