#include "search/engine/prefixed_source.h"

#include <algorithm>
#include <cstring>

namespace search {

namespace {

class PrefixedSource final : public common::fs::ByteSource {
 public:
  PrefixedSource(std::string prefix, common::fs::ByteSource& rest, bool is_file)
      : prefix_(std::move(prefix)), rest_(rest), is_file_(is_file) {}

  common::Result<std::size_t> read(char* buffer, std::size_t capacity) override {
    if (position_ == prefix_.size()) return rest_.read(buffer, capacity);
    const std::size_t size = std::min(capacity, prefix_.size() - position_);
    std::memcpy(buffer, prefix_.data() + position_, size);
    position_ += size;
    if (!is_file_ || size == capacity) return size;
    return size + TRY(rest_.read(buffer + size, capacity - size));
  }

 private:
  std::string prefix_;
  std::size_t position_ = 0;
  common::fs::ByteSource& rest_;
  const bool is_file_;
};

}  // namespace

std::unique_ptr<common::fs::ByteSource> prefixed_source(std::string prefix,
                                                        common::fs::ByteSource& rest,
                                                        bool is_file) {
  return std::make_unique<PrefixedSource>(std::move(prefix), rest, is_file);
}

}  // namespace search
