#include "mux/server/output_queue.h"

#include <unistd.h>

#include <cerrno>

namespace mux::server {

namespace {

// How many bytes were written; negative: the descriptor is lost.
ssize_t write_some(int descriptor, std::string_view bytes) {
  std::size_t written = 0;
  while (written < bytes.size()) {
    const ssize_t size = ::write(descriptor, bytes.data() + written, bytes.size() - written);
    if (size > 0) {
      written += static_cast<std::size_t>(size);
    } else if (size < 0 && errno != EINTR) {
      if (errno != EAGAIN) return -1;
      break;
    }
  }
  return static_cast<ssize_t>(written);
}

}  // namespace

void OutputQueue::clear() {
  bytes_ = std::string();
  at_ = 0;
}

bool OutputQueue::flush(int descriptor) {
  const ssize_t written = write_some(descriptor, std::string_view(bytes_).substr(at_));
  if (written < 0) return false;
  at_ += static_cast<std::size_t>(written);
  if (is_empty()) clear();
  return true;
}

bool write_or_keep(int descriptor, std::string_view bytes, OutputQueue& queue) {
  if (!queue.is_empty()) {
    queue.append(bytes);
    return queue.flush(descriptor);
  }
  const ssize_t written = write_some(descriptor, bytes);
  if (written < 0) return false;
  queue.append(bytes.substr(static_cast<std::size_t>(written)));
  return true;
}

}  // namespace mux::server
