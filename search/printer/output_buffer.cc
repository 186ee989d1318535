#include "search/printer/output_buffer.h"

#include <algorithm>
#include <array>
#include <utility>

namespace search {
namespace {

constexpr std::size_t kMostDigits = 20;  // Of 2^64 - 1.

// "00" "01" ... "99", so that a number costs one division for two digits.
constexpr std::array<char, 200> kDigitPairs = [] {
  std::array<char, 200> pairs{};
  for (std::size_t i = 0; i < 100; ++i) {
    pairs[2 * i] = static_cast<char>('0' + i / 10);
    pairs[2 * i + 1] = static_cast<char>('0' + i % 10);
  }
  return pairs;
}();

}  // namespace

OutputBuffer::OutputBuffer(OutputBuffer&& other) noexcept {
  *this = std::move(other);
}

OutputBuffer& OutputBuffer::operator=(OutputBuffer&& other) noexcept {
  if (this == &other) return *this;
  data_ = std::move(other.data_);
  size_ = std::exchange(other.size_, 0);
  capacity_ = std::exchange(other.capacity_, 0);
  flushed_ = std::exchange(other.flushed_, 0);
  writer_ = std::exchange(other.writer_, nullptr);
  flush_every_line_ = std::exchange(other.flush_every_line_, false);
  return *this;
}

void OutputBuffer::stream_to(OutputWriter* writer, bool flush_every_line) {
  writer_ = writer;
  flush_every_line_ = flush_every_line;
}

void OutputBuffer::append_number(std::uint64_t number) {
  std::array<char, kMostDigits> digits;
  std::size_t first = digits.size();
  while (number >= 100) {
    first -= 2;
    std::memcpy(digits.data() + first, kDigitPairs.data() + 2 * (number % 100), 2);
    number /= 100;
  }
  if (number >= 10) {
    first -= 2;
    std::memcpy(digits.data() + first, kDigitPairs.data() + 2 * number, 2);
  } else {
    digits[--first] = static_cast<char>('0' + number);
  }
  append({digits.data() + first, digits.size() - first});
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
