#include <algorithm>
#include <cstring>

#include "common/fs/byte_source.h"

namespace common::fs {
namespace {

class MemorySource final : public ByteSource {
 public:
  MemorySource(const char* data, std::size_t size) : next_(data), left_(size) {}

  Result<std::size_t> read(char* buffer, std::size_t capacity) override {
    const std::size_t size = std::min(left_, capacity);
    if (size == 0) return 0;  // `next_` may be null, which memcpy must not see.
    std::memcpy(buffer, next_, size);
    next_ += size;
    left_ -= size;
    return size;
  }

 private:
  const char* next_;
  std::size_t left_;
};

}  // namespace

std::unique_ptr<ByteSource> memory_source(const char* data, std::size_t size) {
  return std::make_unique<MemorySource>(data, size);
}

}  // namespace common::fs
