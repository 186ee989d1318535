// Writes to a descriptor, normally standard output, without a buffer of its own.
#pragma once

#include <atomic>
#include <string_view>

#include "search/printer/output_buffer.h"

namespace search {

class FdWriter final : public OutputWriter {
 public:
  explicit FdWriter(int fd) : fd_(fd) {}

  // Calls do not overlap; failed() may be asked at any time.
  void write(std::string_view bytes) override;
  bool failed() const override { return os_error() != 0; }
  // errno of the first failure; EPIPE means that the reader went away.
  int os_error() const { return os_error_.load(std::memory_order_relaxed); }

 private:
  const int fd_;
  std::atomic<int> os_error_ = 0;
};

}  // namespace search
