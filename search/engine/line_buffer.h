// The bytes of one haystack, passing by in windows of whole lines.
//
// ripgrep reads through a buffer of 64 KiB, and what it prints for files with
// NUL bytes depends on where its reads end: a NUL hides the matches in front of
// it that came with the same read.  This buffer reads in larger pieces (regular
// files need one read and no second one to see the end), and steps through them
// in ripgrep's reads: first three bytes, where it looks for a byte order mark,
// then whatever was free in its buffer, which grows threefold while a line does
// not fit.  Steps without NUL are merged into one window where only their sum
// shows; so a small file is one window, and arithmetic is all that the steps cost.
//
// Layout: [begin_ .. window_end_) is the current window, its front kept from the
// last one as far as the caller wished; [.. seen_) was "read" by the steps so
// far; [.. end_) was really read.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "common/base/result.h"
#include "common/fs/byte_source.h"
#include "search/engine/growing_memory.h"
#include "search/engine/search_config.h"

namespace search {

class LineBuffer {
 public:
  LineBuffer();

  // What ripgrep's reads of a stream are like.
  enum class Shape : std::uint8_t {
    Plain,    // Whatever is asked for.
    Stdin,    // Through a buffer of 8 KiB, which large reads pass by if it is empty.
    Decoded,  // No look for a mark.
  };

  // Begins a haystack.  A short read of a regular file is taken for its end.
  void open_file(int fd);
  void open_source(common::fs::ByteSource& source, Shape shape);

  // The first bytes, at least three unless there are fewer, and their removal
  // if they are a mark: offsets count from behind it.
  common::Result<std::string_view> first_bytes();
  void skip_mark(std::size_t size);
  // Up to `size` bytes of what comes next.
  common::Result<std::string_view> peek(std::size_t size);
  // Everything read so far, for a decoder to begin with.
  std::string take_prefix() const { return std::string(unseen()); }

  // How windows are made; set before the first one.
  struct Rules {
    char terminator = '\n';
    BinaryRule binary = BinaryRule::None;
    bool takes_whole = true;   // A small haystack may be one window.
    bool merges_steps = true;  // A window may be the sum of several steps.
  };
  void set_rules(const Rules& rules) { rules_ = rules; }

  enum class Fill : std::uint8_t { Window, End, Quit };
  // Drops `done` bytes of the window's front and reads on until there is a new
  // line behind.  Quit: NUL under BinaryRule::Quit; window() is what is left of
  // the last one.
  common::Result<Fill> next_window(std::size_t done);
  std::string_view window() const { return {&data_[begin_], window_end_ - begin_}; }
  // The window ends the haystack; there is no need to ask for another.
  bool is_last() const { return is_last_; }
  // Offset of the first NUL found in the windows so far (the quitting one too).
  std::optional<std::uint64_t> nul_offset() const { return nul_offset_; }

  // All of the haystack if it came with the first read and no window was made.
  std::optional<std::string_view> whole() const {
    if (!at_end_ || !is_first_step_) return std::nullopt;
    return unseen();
  }

  // All of the haystack.
  common::Result<std::string_view> read_all();

  // Size of a regular file of which there is more than what was read, else 0.
  std::uint64_t size_if_unfinished() const;
  // Reads such a file part by part, each with the last `overlap` bytes of the one before
  // in front, as long as `passes` says so.  Returns the size of the haystack; nullopt if
  // some part did not pass, and then all is as before.
  common::Result<std::optional<std::uint64_t>> pass_over(
      std::size_t overlap, const std::function<bool(std::string_view)>& passes);

 private:
  void reset();
  std::string_view unseen() const { return {&data_[seen_], end_ - seen_}; }
  std::uint64_t offset_at(std::size_t index) const { return dropped_ + index - mark_size_; }
  std::size_t free_in_step();
  std::size_t step_size(std::size_t wanted, std::size_t available);
  bool may_merge();
  common::Result<Fill> step(bool merging);
  bool take_whole_haystack();
  // Has `wanted` unseen bytes ready, fewer at the end of the haystack (and from
  // a stream, which hands out what it has).
  common::Result<void> load(std::size_t wanted);
  // One read of at most `limit` bytes, for which there is room.
  common::Result<void> read_once(std::size_t limit);
  // Begins to read the file once more.
  common::Result<void> rewind();
  common::Result<void> make_room(std::size_t wanted);
  common::Result<void> grow(std::size_t capacity);
  // The usual capacity, without which nothing can be searched.
  void allocate();

  GrowingMemory memory_;
  char* data_ = nullptr;  // memory_'s: whole pages, to whose start reads copy faster.
  std::size_t capacity_ = 0;
  int fd_ = -1;                               // A regular file, or
  common::fs::ByteSource* source_ = nullptr;  // a stream.
  Shape shape_ = Shape::Plain;
  Rules rules_;

  std::size_t begin_ = 0;
  std::size_t window_end_ = 0;
  std::size_t seen_ = 0;
  std::size_t end_ = 0;
  std::uint64_t dropped_ = 0;  // Bytes in front of data_[0], a mark included.
  std::size_t mark_size_ = 0;
  bool at_end_ = false;
  bool is_last_ = false;
  bool is_first_step_ = true;
  std::size_t step_capacity_ = 0;  // ripgrep's buffer: [step_begin_ ..) lies in it.
  std::size_t step_begin_ = 0;
  std::size_t prebuffered_ = 0;  // What is in the buffer of Shape::Stdin.
  std::optional<std::uint64_t> nul_offset_;
};

}  // namespace search
