#include "search/run/output_lane.h"

#include <utility>

namespace search {

namespace {

// One file's output beyond this is not gathered in memory.
constexpr std::size_t kMostGathered = 8u << 20;
// The same for chunks, which exist three times on their way.
constexpr std::size_t kMostHeld = 2u << 20;
// Output does not wait longer than this for more to come along.
constexpr std::chrono::milliseconds kLongestWait{20};

struct OutputChunk final : common::walk::Chunk {
  OutputChunk(std::string_view text, std::size_t separator)
      : bytes(text), separator_size(separator) {}
  std::size_t size() const override { return bytes.size(); }
  const std::string bytes;
  const std::size_t separator_size;
};

}  // namespace

OutputLane::OutputLane(const Options& options, SharedOutput& shared)
    : options_(options), shared_(shared), overflow_(shared), hand_over_(*this) {
  if (options.kind == Kind::Stream) {
    buffer_.stream_to(&shared.writer(), options.flush_every_line);
  } else if (options.kind == Kind::Gather) {
    buffer_.stream_to(&overflow_, false, kMostGathered);
  }
}

OutputLane::~OutputLane() {
  flush();
}

void OutputLane::Overflow::write(std::string_view bytes) {
  if (!is_active()) hold_ = shared_.hold();
  shared_.writer().write(bytes);
}

// A file whose matches come to nothing prints its separator alone.
void OutputLane::note_separator(std::size_t size) {
  if (!has_handed_over_ && file_start_ == separator_size_) separator_size_ += size;
}

void OutputLane::HandOver::write(std::string_view bytes) {
  lane_.note_separator(lane_.separator_size_now_());
  lane_.has_handed_over_ = true;
  lane_.turn_->emit(std::make_unique<OutputChunk>(bytes, std::exchange(lane_.separator_size_, 0)));
}

void OutputLane::begin_file(common::walk::Turn* turn) {
  file_start_ = buffer_.size();
  if (options_.kind != Kind::Chunks) return;
  has_handed_over_ = false;
  turn_ = turn;
  buffer_.stream_to(turn == nullptr ? nullptr : &hand_over_, false, kMostHeld);
}

void OutputLane::end_file(std::size_t separator_size) {
  if (overflow_.is_active()) {
    buffer_.flush();
    overflow_.end();
    is_waiting_ = false;
    return;
  }
  if (buffer_.empty()) return;
  if (options_.kind == Kind::Chunks) {
    note_separator(separator_size);
    return;
  }
  if (options_.kind == Kind::Gather && buffer_.size() > file_start_) buffer_.append(separator_);
  if (options_.flush_every_file || buffer_.size() >= OutputBuffer::kFlushBytes ||
      has_waited_long()) {
    flush();
  }
}

void OutputLane::drop_file(std::size_t separator_size) {
  if (options_.kind != Kind::Gather || overflow_.is_active() || buffer_.size() <= file_start_) {
    return end_file(separator_size);
  }
  const std::string kept(buffer_.view().substr(0, file_start_));
  buffer_.clear();
  buffer_.append(kept);
}

std::unique_ptr<common::walk::Chunk> OutputLane::take() {
  if (options_.kind != Kind::Chunks || buffer_.empty()) return nullptr;
  auto chunk = std::make_unique<OutputChunk>(buffer_.view(), std::exchange(separator_size_, 0));
  buffer_.clear();
  return chunk;
}

std::string_view OutputLane::bytes_of(const common::walk::Chunk& chunk) {
  return static_cast<const OutputChunk&>(chunk).bytes;
}

std::size_t OutputLane::separator_size_of(const common::walk::Chunk& chunk) {
  return static_cast<const OutputChunk&>(chunk).separator_size;
}

void OutputLane::flush() {
  is_waiting_ = false;
  if (options_.kind == Kind::Stream) {
    buffer_.flush();
  } else if (!buffer_.empty()) {
    shared_.write(gathered());
    buffer_.clear();
  }
}

std::string_view OutputLane::gathered() const {
  return buffer_.view().substr(0, buffer_.size() - separator_.size());
}

bool OutputLane::has_waited_long() {
  const Clock::time_point now = Clock::now();
  if (!is_waiting_) {
    is_waiting_ = true;
    oldest_ = now;
  }
  return now - oldest_ >= kLongestWait;
}

}  // namespace search
