// OutputQueue: bytes for a descriptor that may not take them all at once.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace mux::server {

class OutputQueue {
 public:
  bool is_empty() const { return at_ == bytes_.size(); }
  std::size_t size() const { return bytes_.size() - at_; }
  void append(std::string_view bytes) { bytes_.append(bytes); }
  void clear();

  // Writes what the descriptor takes without waiting.  False: it is lost.
  bool flush(int descriptor);

 private:
  std::string bytes_;
  std::size_t at_ = 0;
};

// Writes what it takes of `bytes` at once and keeps the rest.  False: it is lost.
bool write_or_keep(int descriptor, std::string_view bytes, OutputQueue& queue);

}  // namespace mux::server
