// One large regular file, searched by several threads.
//
// The file is cut into pieces of whole lines (a piece has the lines that begin
// in its range).  Threads search pieces independently, in the file's mapping or,
// where that does not pay, in memory they read them into; what they find
// is shown piece by piece in order, by whichever thread finishes the next one,
// because line numbers and the sink's decisions depend on all that came before.
// For searches where that is rare or cheap work against the search itself:
// line mode without contexts, on files whose NUL bytes matter only in the first
// 64 KiB and in lines shown.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <memory>
#include <mutex>
#include <span>
#include <string_view>
#include <vector>

#include "common/base/result.h"
#include "common/regex/matcher.h"
#include "search/engine/emitter.h"
#include "search/engine/growing_memory.h"
#include "search/engine/mapped_file.h"
#include "search/engine/search_config.h"

namespace search {

class LargeFileSearch {
 public:
  LargeFileSearch(int fd, std::uint64_t file_size, const SearchConfig& config,
                  const common::regex::Matcher& matcher, Emitter& emitter);

  // Searches all of the file with `threads` threads, the calling one included.
  // The emitter is at the start of the file.  Failures: of reading, or of the
  // matcher.
  common::Result<void> run(unsigned threads);
  // Bytes searched, when the search has ended.
  std::uint64_t byte_count() const { return byte_count_; }

 private:
  // A piece and what was found in it; used again for a later piece.  Threads have
  // their own and prefer the first, which then stays in their cache.
  struct Piece {
    GrowingMemory memory;          // Not used where the file is mapped.
    std::uint64_t number = 0;      // Counts from the start of the file.
    std::uint64_t offset = 0;      // Of its range in the file.
    std::string_view bytes;        // What is there from the offset on.
    LineRange lines;               // The whole lines in it.
    std::vector<LineRange> found;  // Positions count from lines.start.
    std::uint64_t terminator_count = 0;
    bool is_mapped = false;
    bool is_waiting = false;  // To be shown; guarded by mutex_.
    std::string_view text() const { return lines.in(bytes); }
  };

  void work(std::span<Piece> own);
  void fail_with(common::Result<void> result);
  static Piece* find_free(std::span<Piece> own);
  bool is_mapped() const { return map_ != nullptr && !map_->was_cut(); }
  common::Result<void> search(Piece& piece, common::regex::Scratch& scratch) const;
  void point_to_map(Piece& piece) const;
  common::Result<void> load(Piece& piece) const;
  common::Result<void> read_upto(Piece& piece, std::size_t size) const;
  common::Result<void> read_last_line(Piece& piece) const;
  std::size_t nominal_size(const Piece& piece) const;
  std::size_t start_of_lines(const Piece& piece) const;
  common::Result<void> find_lines(Piece& piece, common::regex::Scratch& scratch) const;
  void show_finished(std::unique_lock<std::mutex>& lock, common::regex::Scratch& scratch);
  // Whether the lines to be shown of a mapped piece are still in the file.
  bool holds_found(const Piece& piece) const;
  bool show(const Piece& piece);
  Piece*& waiting(std::uint64_t number) { return waiting_[number % waiting_.size()]; }

  const int fd_;
  const std::uint64_t file_size_;
  const SearchConfig& config_;
  const common::regex::Matcher& matcher_;
  const std::uint64_t piece_count_;
  const std::unique_ptr<MappedFile> map_;  // Null if pieces are read.

  // Used by the thread that shows, see is_showing_.
  Emitter& emitter_;
  std::uint64_t line_number_ = 1;
  std::uint64_t byte_count_ = 0;

  std::mutex mutex_;
  std::condition_variable changed_;
  // Guarded by mutex_.  Pieces by number, null until searched; as many as there
  // are, so that no two in work meet in one place.
  std::vector<Piece*> waiting_;
  std::uint64_t next_to_search_ = 0;
  std::uint64_t next_to_show_ = 0;
  bool is_showing_ = false;
  bool is_over_ = false;
  common::Result<void> result_;
};

}  // namespace search
