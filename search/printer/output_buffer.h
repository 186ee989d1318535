// Bytes on their way to standard output.
//
// A printer appends; the driver decides when they leave.  Streaming (one thread,
// one file at a time) empties the buffer into its writer whenever it holds
// kFlushBytes; collecting (parallel search) keeps everything until the driver
// takes it, so that one file's output is written in one piece.
#pragma once

#include <charconv>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <string_view>

namespace search {

// Where bytes finally go.  Failures are remembered, not returned: a broken pipe
// ends the run quietly, a full disk with a message.
class OutputWriter {
 public:
  virtual ~OutputWriter() = default;
  virtual void write(std::string_view bytes) = 0;
  // True once writing failed: searching on is pointless.
  virtual bool failed() const = 0;
};

class OutputBuffer {
 public:
  static constexpr std::size_t kFlushBytes = 64 * 1024;
  static constexpr std::size_t kMostDigits = 20;  // Of a 64-bit number.

  OutputBuffer() = default;
  OutputBuffer(OutputBuffer&& other) noexcept;
  OutputBuffer& operator=(OutputBuffer&& other) noexcept;

  // Null: collect.  Otherwise a complete record lets go of what has gathered if
  // that is at least `flush_bytes`.
  void stream_to(OutputWriter* writer, bool flush_every_line,
                 std::size_t flush_bytes = kFlushBytes);

  void append(std::string_view bytes) {
    if (bytes.empty()) return;  // There may be no storage yet.
    char* at = reserve(bytes.size());
    std::memcpy(at, bytes.data(), bytes.size());
    size_ += bytes.size();
  }
  void append(char byte) {
    *reserve(1) = byte;
    ++size_;
  }
  // Colours and links: bytes that --stats does not count.
  void append_escape(std::string_view escape) {
    append(escape);
    escape_bytes_ += escape.size();
  }
  void append_number(std::uint64_t number) {
    char* at = reserve(kMostDigits);
    size_ += static_cast<std::size_t>(std::to_chars(at, at + kMostDigits, number).ptr - at);
  }
  // Space for `count` more bytes, to be followed by advance().
  char* reserve(std::size_t count) {
    if (capacity_ - size_ < count) grow(count);
    return data_.get() + size_;
  }
  void advance(std::size_t count) { size_ += count; }
  // `count` of the bytes appended were escapes.
  void count_escapes(std::size_t count) { escape_bytes_ += count; }

  // A record is complete: when streaming, lets it go if enough has gathered.
  void end_record() {
    if (writer_ != nullptr && (flush_every_line_ || size_ >= flush_bytes_)) flush();
  }
  // The same within a record that may be long.
  void relieve() {
    if (writer_ != nullptr && size_ >= flush_bytes_) flush();
  }
  void flush();
  // Nobody takes the output any more.
  bool is_closed() const { return writer_ != nullptr && writer_->failed(); }

  std::string_view view() const { return {data_.get(), size_}; }
  std::size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }
  void clear() {
    size_ = 0;
    escape_bytes_ = 0;
  }
  // Bytes appended since construction, flushed ones included.
  std::uint64_t total_bytes() const { return flushed_ + size_; }
  // The same without escapes, as --stats counts.
  std::uint64_t counted_bytes() const { return total_bytes() - escape_bytes_; }

 private:
  void grow(std::size_t count);

  std::unique_ptr<char[]> data_;
  std::size_t size_ = 0;
  std::size_t capacity_ = 0;
  std::uint64_t flushed_ = 0;
  std::uint64_t escape_bytes_ = 0;
  OutputWriter* writer_ = nullptr;
  bool flush_every_line_ = false;
  std::size_t flush_bytes_ = kFlushBytes;
};

}  // namespace search
