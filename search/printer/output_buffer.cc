#include "search/printer/output_buffer.h"

#include <algorithm>
#include <utility>

namespace search {
OutputBuffer::OutputBuffer(OutputBuffer&& other) noexcept {
  *this = std::move(other);
}

OutputBuffer& OutputBuffer::operator=(OutputBuffer&& other) noexcept {
  if (this == &other) return *this;
  data_ = std::move(other.data_);
  size_ = std::exchange(other.size_, 0);
  capacity_ = std::exchange(other.capacity_, 0);
  flushed_ = std::exchange(other.flushed_, 0);
  escape_bytes_ = std::exchange(other.escape_bytes_, 0);
  writer_ = std::exchange(other.writer_, nullptr);
  flush_every_line_ = std::exchange(other.flush_every_line_, false);
  flush_bytes_ = std::exchange(other.flush_bytes_, kFlushBytes);
  return *this;
}

void OutputBuffer::stream_to(OutputWriter* writer, bool flush_every_line, std::size_t flush_bytes) {
  flush_bytes_ = flush_bytes;
  writer_ = writer;
  flush_every_line_ = flush_every_line;
}

void OutputBuffer::flush() {
  if (writer_ == nullptr || size_ == 0) return;
  writer_->write(view());
  flushed_ += size_;
  size_ = 0;
}

void OutputBuffer::grow(std::size_t count) {
  // Room for a flush's worth and one more line before the first copy.
  constexpr std::size_t kFirstCapacity = 2 * kFlushBytes;
  const std::size_t wanted = std::max({size_ + count, 2 * capacity_, kFirstCapacity});
  std::unique_ptr<char[]> bigger(new char[wanted]);  // Left uninitialised on purpose.
  if (size_ != 0) std::memcpy(bigger.get(), data_.get(), size_);
  data_ = std::move(bigger);
  capacity_ = wanted;
}

}  // namespace search
