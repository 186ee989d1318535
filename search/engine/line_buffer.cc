#include "search/engine/line_buffer.h"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "common/base/check.h"
#include "common/fs/descriptor.h"
#include "common/scan/scan.h"

namespace search {

namespace scan = common::scan;
using common::Result;

namespace {

// Two of ripgrep's buffers: most files fit, and 128 KiB is the best read size.
constexpr std::size_t kCapacity = 128 * 1024;
// More than that is given back before the next haystack.
constexpr std::size_t kKeptCapacity = 1024 * 1024;
constexpr std::size_t kStepCapacity = 64 * 1024;
constexpr std::size_t kMarkPeek = 3;
constexpr std::size_t kStdinBuffer = 8 * 1024;

// Files of /proc and /sys claim to be regular, but hand out at most a page per
// read, and less where the next record does not fit.
bool is_surely_end(std::size_t read_size) {
  return read_size < 3072 || read_size > 4096;
}

void replace_nul(char* bytes, std::size_t size, std::size_t first, char terminator) {
  for (std::size_t i = first; i != scan::npos; i = scan::find_byte({bytes, size}, '\0', i + 1)) {
    bytes[i] = terminator;
    while (i + 1 < size && bytes[i + 1] == '\0') bytes[++i] = terminator;
  }
}

}  // namespace

LineBuffer::LineBuffer() {
  allocate();
}

void LineBuffer::open_file(int fd) {
  reset();
  fd_ = fd;
  source_ = nullptr;
}

void LineBuffer::open_source(common::fs::ByteSource& source, Shape shape) {
  reset();
  shape_ = shape;
  is_first_step_ = shape != Shape::Decoded;
  fd_ = -1;
  source_ = &source;
}

void LineBuffer::reset() {
  if (capacity_ > kKeptCapacity) {
    memory_.release();
    allocate();
  }
  begin_ = window_end_ = seen_ = end_ = 0;
  dropped_ = 0;
  mark_size_ = 0;
  at_end_ = is_last_ = false;
  is_first_step_ = true;
  step_capacity_ = kStepCapacity;
  step_begin_ = 0;
  prebuffered_ = 0;
  shape_ = Shape::Plain;
  nul_offset_.reset();
}

Result<std::string_view> LineBuffer::first_bytes() {
  const std::size_t limit = fd_ >= 0                 ? capacity_
                            : shape_ == Shape::Stdin ? kStdinBuffer
                                                     : kMarkPeek;
  while (!at_end_ && end_ < kMarkPeek) TRY(read_once(limit - end_));
  return unseen();
}

Result<std::string_view> LineBuffer::peek(std::size_t size) {
  TRY(load(size));
  return unseen().substr(0, size);
}

// ripgrep hands on a mark it does not remove as a read of its own; one that it
// removes leaves a full first read.
void LineBuffer::skip_mark(std::size_t size) {
  begin_ = window_end_ = seen_ = step_begin_ = size;
  mark_size_ = size;
  is_first_step_ = false;
  if (shape_ == Shape::Stdin) prebuffered_ = std::min(kStdinBuffer, end_) - size;
}

Result<LineBuffer::Fill> LineBuffer::next_window(std::size_t done) {
  begin_ += done;
  step_begin_ = begin_;
  if (is_first_step_) {
    TRY(first_bytes());
    if (take_whole_haystack()) return end_ > begin_ ? Fill::Window : Fill::End;
  }
  const std::size_t old_size = window_end_ - begin_;
  const Fill first = TRY(step(false));
  if (first != Fill::Window) return first;
  while (!is_last_ && rules_.merges_steps) {
    step_begin_ = window_end_;
    if (!may_merge() || TRY(step(true)) != Fill::Window) break;
  }
  return window_end_ - begin_ > old_size ? Fill::Window : Fill::End;
}

// The usual case: all of the file came with the first read, without NUL.
bool LineBuffer::take_whole_haystack() {
  if (!at_end_ || !rules_.takes_whole) return false;
  if (rules_.binary != BinaryRule::None && scan::find_byte(unseen(), '\0') != scan::npos) {
    return false;
  }
  window_end_ = seen_ = end_;
  is_last_ = true;
  return true;
}

std::size_t LineBuffer::free_in_step() {
  while (seen_ - step_begin_ >= step_capacity_) step_capacity_ *= 3;
  return is_first_step_ ? kMarkPeek : step_capacity_ - (seen_ - step_begin_);
}

// What a read of `wanted` bytes brings when `available` are there.
std::size_t LineBuffer::step_size(std::size_t wanted, std::size_t available) {
  std::size_t size = std::min(wanted, available);
  if (shape_ != Shape::Stdin) return size;
  if (prebuffered_ == 0 && wanted >= kStdinBuffer) return size;
  if (prebuffered_ == 0) prebuffered_ = std::min(kStdinBuffer, available);
  size = std::min(size, prebuffered_);
  prebuffered_ -= size;
  return size;
}

// Another step is merged only if its bytes are here already.
bool LineBuffer::may_merge() {
  return shape_ != Shape::Stdin && (at_end_ || end_ - seen_ >= free_in_step());
}

// Steps until a line terminator comes by.  When merging, a NUL is left for the
// next window.
Result<LineBuffer::Fill> LineBuffer::step(bool merging) {
  while (true) {
    const std::size_t wanted = free_in_step();
    if (!merging) TRY(load(wanted));
    if (merging && end_ - seen_ < wanted && !at_end_) return Fill::End;
    const std::size_t size = step_size(wanted, end_ - seen_);
    if (size == 0) {
      window_end_ = end_;
      is_last_ = true;
      return Fill::Window;
    }
    char* fresh = &data_[seen_];
    if (rules_.binary != BinaryRule::None) {
      const std::size_t nul = scan::find_byte({fresh, size}, '\0');
      if (nul != scan::npos) {
        if (!nul_offset_ && merging) return Fill::End;
        if (!nul_offset_) nul_offset_ = offset_at(seen_ + nul);
        if (rules_.binary == BinaryRule::Quit) return Fill::Quit;
        replace_nul(fresh, size, nul, rules_.terminator);
      }
    }
    is_first_step_ = false;
    const std::size_t last = scan::rfind_byte({fresh, size}, rules_.terminator);
    const std::size_t fresh_start = seen_;
    seen_ += size;
    if (last != scan::npos) {
      window_end_ = fresh_start + last + 1;
      return Fill::Window;
    }
  }
}

Result<void> LineBuffer::load(std::size_t wanted) {
  while (!at_end_ && end_ - seen_ < wanted) {
    if (source_ != nullptr && end_ > seen_) break;
    TRY(make_room(std::max(wanted, kStdinBuffer)));
    const bool is_buffered = shape_ == Shape::Stdin && wanted < kStdinBuffer;
    TRY(read_once(fd_ >= 0 ? capacity_ : is_buffered ? kStdinBuffer : wanted));
  }
  return {};
}

Result<void> LineBuffer::read_once(std::size_t limit) {
  limit = std::min(limit, capacity_ - end_);
  if (source_ != nullptr) {
    const std::size_t size = TRY(source_->read(&data_[end_], limit));
    end_ += size;
    at_end_ = size == 0;
    return {};
  }
  while (true) {
    const ssize_t result = common::fs::read_some(fd_, &data_[end_], limit);
    if (result >= 0) {
      const auto size = static_cast<std::size_t>(result);
      end_ += size;
      at_end_ = size == 0 || (size < limit && is_surely_end(size));
      return {};
    }
    if (errno != EINTR) return common::fail(common::os_error_text(errno), errno);
  }
}

// Makes room for `wanted` unseen bytes: moves what is still needed to the
// front, then grows.
Result<void> LineBuffer::make_room(std::size_t wanted) {
  if (capacity_ - seen_ >= wanted && end_ < capacity_) return {};
  if (begin_ > 0) {
    std::memmove(&data_[0], &data_[begin_], end_ - begin_);
    dropped_ += begin_;
    for (std::size_t* index : {&window_end_, &seen_, &end_, &step_begin_}) *index -= begin_;
    begin_ = 0;
  }
  if (capacity_ - seen_ >= wanted && end_ < capacity_) return {};
  return grow(std::max(capacity_ * 2, seen_ + wanted));
}

Result<void> LineBuffer::grow(std::size_t capacity) {
  TRY(memory_.grow(capacity));
  data_ = memory_.data();
  capacity_ = memory_.capacity();
  return {};
}

void LineBuffer::allocate() {
  CHECK(grow(kCapacity).has_value());
}

Result<std::string_view> LineBuffer::read_all() {
  const std::uint64_t size = size_if_unfinished();
  if (size >= capacity_) TRY(grow(static_cast<std::size_t>(size) + 1));
  while (!at_end_) {
    if (end_ == capacity_) TRY(grow(capacity_ * 2));
    TRY(read_once(capacity_ - end_));
  }
  return std::string_view(&data_[begin_], end_ - begin_);
}

std::uint64_t LineBuffer::size_if_unfinished() const {
  struct stat status = {};
  if (fd_ < 0 || at_end_ || ::fstat(fd_, &status) != 0 || status.st_size < 0) return 0;
  return static_cast<std::uint64_t>(status.st_size);
}

Result<std::optional<std::uint64_t>> LineBuffer::pass_over(
    std::size_t overlap, const std::function<bool(std::string_view)>& passes) {
  if (!passes(unseen())) return std::nullopt;
  std::uint64_t passed = end_ - seen_;
  while (!at_end_) {
    const std::size_t kept = std::min(end_, overlap);
    std::memmove(&data_[0], &data_[end_ - kept], kept);
    end_ = kept;
    TRY(read_once(capacity_));
    if (!passes(std::string_view(&data_[0], end_))) {
      TRY(rewind());
      return std::nullopt;
    }
    passed += end_ - kept;
  }
  return passed;
}

Result<void> LineBuffer::rewind() {
  if (::lseek(fd_, 0, SEEK_SET) < 0) return common::fail(common::os_error_text(errno), errno);
  end_ = 0;
  at_end_ = false;
  TRY(read_once(capacity_));
  // The file may have been cut meanwhile.
  for (std::size_t* index : {&begin_, &window_end_, &seen_, &step_begin_}) {
    *index = std::min(*index, end_);
  }
  return {};
}

}  // namespace search
